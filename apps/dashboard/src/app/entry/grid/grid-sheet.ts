import {
  afterNextRender,
  ChangeDetectorRef,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  Renderer2,
  signal,
} from '@angular/core';
import { periodLabel, parsePeriod } from '@slusen/domain';
import { ExampleMark, injectLanguage, LocalizedText } from '@slusen/ui';
import { FAULTY } from './grid-cells.js';
import { formatBlock, parseBlock } from './grid-clipboard.js';
import { GridCursor, type SheetRow } from './grid-cursor.js';
import { GridDesk } from './grid-desk.js';
import { emptied, filledDown, pasted, type Writing } from './grid-edits.js';
import { blockOf, isIn, movedFrom, moveOf, nextPlace, selectionAt, wholeOf, type Place, type Selection } from './grid-selection.js';
import { GridSight } from './grid-sight.js';
import { gridTexts } from './grid-texts.js';
import { CELL, spanOf } from './grid-window.js';

/** A text that is being typed in the cell that keys go to. */
interface Editing {
  readonly text: string;
}

/**
 * The cells as a spreadsheet: one stop for Tab, keys and pointer within. Only what is in sight is drawn; which cell keys go to is told by
 * `aria-activedescendant`, since the cell itself may be scrolled away.
 */
@Component({
  selector: 'app-grid-sheet',
  providers: [GridCursor, GridSight],
  imports: [ExampleMark, LocalizedText],
  templateUrl: './grid-sheet.html',
})
export class GridSheet {
  readonly rows = input.required<readonly SheetRow[]>();
  readonly periods = input.required<readonly string[]>();
  /** The cell that keys go to. */
  readonly at = output<Place>();
  /** What happened, to be read out. */
  readonly said = output<string>();
  protected readonly texts = gridTexts();
  protected readonly desk = inject(GridDesk);
  private readonly language = injectLanguage();
  private readonly changes = inject(ChangeDetectorRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly sight = inject(GridSight);
  private readonly cursor = inject(GridCursor);
  protected readonly editing = signal<Editing | undefined>(undefined);
  private isPressed = false;
  /** Escape was pressed: the next Tab leaves the sheet, also from its middle. */
  private isLeaving = false;
  protected readonly columns = computed(() => {
    const { left: start, width } = this.sight.port();
    const { from, to } = spanOf(this.periods().length, { start, length: width - this.sight.head(), size: CELL.width });
    return this.labels()
      .slice(from, to)
      .map((label, at) => ({ label, column: from + at, left: this.sight.head() + (from + at) * CELL.width }));
  });
  private readonly labels = computed(() => this.periods().map((period) => periodLabel(parsePeriod(period), this.language)));
  protected readonly drawn = computed(() => {
    const { top: start, height: length } = this.sight.port();
    const { from, to } = spanOf(this.rows().length, { start, length, size: CELL.height });
    const [block, { focus }] = [blockOf(this.cursor.selection()), this.cursor.selection()];
    return this.rows()
      .slice(from, to)
      .map(({ row, keys }, at) => ({
        row,
        index: from + at,
        top: (from + at + 1) * CELL.height,
        cells: this.columns().map(({ column, left }) => {
          const place = { row: from + at, column };
          const view = this.desk.cell(keys[column] ?? '');
          const isActive = place.row === focus.row && column === focus.column;
          return { column, left, isActive, view, isSelected: isIn(block, place), isFaulty: FAULTY.includes(view.look) };
        }),
      }));
  });
  protected readonly height = computed(() => (this.rows().length + 1) * CELL.height);
  protected readonly width = computed(() => this.sight.head() + this.periods().length * CELL.width);
  protected readonly active = computed(() => {
    const { row, column } = this.cursor.selection().focus;
    const isDrawn = this.drawn().some(({ index }) => index === row) && this.columns().some((one) => one.column === column);
    return isDrawn ? `cell-${row}-${column}` : null;
  });

  constructor() {
    const [renderer, life] = [inject(Renderer2), inject(DestroyRef)];
    this.cursor.follow(this.rows, () => this.periods().length);
    afterNextRender(() => {
      this.sight.measure(this.box());
      this.tell();
    });
    life.onDestroy(renderer.listen('window', 'resize', () => this.sight.measure(this.box())));
    life.onDestroy(renderer.listen('window', 'pointerup', () => (this.isPressed = false)));
  }

  /** Puts the keyboard into the sheet. */
  focus(): void {
    this.box()?.focus();
  }

  /** Selects one cell and shows it. */
  show(place: Place): void {
    this.select(selectionAt(place));
  }

  protected press(event: KeyboardEvent): void {
    if (this.editing()) return this.pressInCell(event);
    const isCommand = event.ctrlKey || event.metaKey;
    const move = event.altKey ? undefined : moveOf(event.key, isCommand);
    if (move) {
      event.preventDefault();
      return this.go(movedFrom(this.cursor.selection().focus, move, { size: this.cursor.size(), page: this.sight.page() }), event.shiftKey);
    }
    if (isCommand) return this.command(event);
    if (event.altKey) return;
    if (event.key === 'Tab') return this.tab(event);
    this.isLeaving = event.key === 'Escape';
    if (event.key === 'Escape') this.said.emit(this.texts.leaving);
    else if (event.key === 'Enter') this.confirm(event);
    else if (event.key === 'F2') this.begin(this.cursor.cell()?.text ?? '', event);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.write(emptied(this.cursor.selection()), event);
    else if (event.key.length === 1 || event.key === 'Dead' || event.key === 'Process') this.begin('');
  }

  protected type(text: string): void {
    this.editing.set({ text });
  }

  /** What was typed is written when the field is left in whichever way. */
  protected commit(): void {
    const editing = this.editing();
    if (!editing) return;
    this.editing.set(undefined);
    this.write([{ place: this.cursor.selection().focus, text: editing.text }]);
  }

  protected point(event: PointerEvent, place: Place): void {
    if (event.button !== 0 || this.isInField(event)) return;
    this.commit();
    this.isPressed = true;
    this.go(place, event.shiftKey, false);
  }

  protected drag(place: Place): void {
    if (this.isPressed) this.go(place, true, false);
  }

  protected open(event: Event): void {
    if (!this.isInField(event)) this.begin(this.cursor.cell()?.text ?? '');
  }

  protected copy(event: ClipboardEvent, isCut = false): void {
    if (this.editing() || !event.clipboardData) return;
    event.preventDefault();
    const { top, left, bottom, right } = blockOf(this.cursor.selection());
    event.clipboardData.setData('text/plain', formatBlock(this.cursor.texts()));
    if (isCut) this.write(emptied(this.cursor.selection()));
    else this.said.emit(this.texts.copied((bottom - top + 1) * (right - left + 1)));
  }

  protected paste(event: ClipboardEvent): void {
    if (this.editing()) return;
    event.preventDefault();
    const block = parseBlock(event.clipboardData?.getData('text/plain') ?? '');
    if (block.length === 0) return;
    const { writings, block: area, outside } = pasted(block, this.cursor.selection(), this.cursor.size());
    this.cursor.selection.set({ anchor: { row: area.top, column: area.left }, focus: { row: area.bottom, column: area.right } });
    const refused = this.cursor.write(writings);
    this.tell();
    this.said.emit(this.texts.pasted(writings.length - refused, refused + outside));
  }

  private pressInCell(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      this.editing.set(undefined);
      return this.takeBack(event);
    }
    if (event.key === 'Enter') {
      this.commit();
      this.takeBack(event);
      return this.go(movedFrom(this.cursor.selection().focus, event.shiftKey ? 'up' : 'down', { size: this.cursor.size(), page: 1 }));
    }
    if (event.key !== 'Tab') return;
    this.commit();
    this.box()?.focus();
    this.tab(event);
  }

  /** Keys go to the sheet again, and not on to whatever else hears this one. */
  private takeBack(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    this.box()?.focus();
  }

  /** Enter goes down, and in a selection through it, as in a spreadsheet. */
  private confirm(event: KeyboardEvent): void {
    event.preventDefault();
    this.go(movedFrom(this.cursor.selection().focus, event.shiftKey ? 'up' : 'down', { size: this.cursor.size(), page: 1 }));
  }

  private tab(event: KeyboardEvent): void {
    const next = this.isLeaving ? undefined : nextPlace(this.cursor.selection().focus, event.shiftKey ? -1 : 1, this.cursor.size());
    this.isLeaving = false;
    if (!next) return;
    event.preventDefault();
    this.go(next);
  }

  private command(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    if (key === 'a') {
      event.preventDefault();
      this.cursor.selection.set(wholeOf(this.cursor.size()));
      this.tell();
    } else if (key === 'd')
      this.write(
        filledDown(this.cursor.selection(), (place) => this.cursor.textAt(place)),
        event,
      );
    else if (key === 'z' || key === 'y') {
      event.preventDefault();
      const cells = key === 'y' || event.shiftKey ? this.desk.redo() : this.desk.undo();
      this.said.emit(this.texts.stepped(cells.length));
      this.tell();
    }
  }

  private begin(text: string, event?: Event): void {
    event?.preventDefault();
    const cell = this.cursor.cell();
    if (!cell) return;
    if (cell.isReadOnly) return this.said.emit(this.texts.readOnly);
    this.cursor.selection.set(selectionAt(this.cursor.selection().focus));
    this.editing.set({ text });
    this.changes.detectChanges();
    const field = this.element.querySelector<HTMLInputElement>('.grid-field');
    field?.focus();
    field?.setSelectionRange(text.length, text.length);
  }

  private write(writings: readonly Writing[], event?: Event): void {
    event?.preventDefault();
    const refused = this.cursor.write(writings);
    this.tell();
    if (refused > 0) this.said.emit(this.texts.skipped(refused));
  }

  private go(place: Place, isExtended = false, isShown = true): void {
    const { anchor } = this.cursor.selection();
    this.select({ anchor: isExtended ? anchor : place, focus: place }, isShown);
  }

  private select(selection: Selection, isShown = true): void {
    this.isLeaving = false;
    this.cursor.selection.set(selection);
    if (isShown) this.sight.reveal(this.box(), selection.focus);
    this.tell();
  }

  private tell(): void {
    this.at.emit(this.cursor.selection().focus);
  }

  private isInField({ target }: Event): boolean {
    return target instanceof HTMLInputElement;
  }

  private box(): HTMLElement | null {
    return this.element.querySelector('.grid-box');
  }
}

import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { GridResult, GridRow, GridView } from '@slusen/contracts';
import { injectLanguage } from '@slusen/ui';
import { cellKey, cellView, isReady, readCell, type CellView, type Told, type Written } from './grid-cells.js';
import { NO_HISTORY, redo, undo, withStep, type Edit, type Stepped } from './grid-history.js';
import { GridKept } from './grid-kept.js';

/** A cell of the view by its key: its row, and where its period stands. */
interface Found {
  readonly row: GridRow;
  readonly column: number;
}

/** What is in the cells: as the server has it, and as somebody has written since. Knows nothing of sending, nor of what is in sight. */
@Injectable()
export class GridDesk {
  private readonly kept = inject(GridKept);
  private readonly language = injectLanguage();
  private readonly view = signal<GridView | undefined>(undefined);
  private readonly told = signal<ReadonlyMap<string, Told>>(new Map());
  readonly written = signal<ReadonlyMap<string, Written>>(this.kept.find());
  private readonly history = signal(NO_HISTORY);
  readonly canUndo = computed(() => this.history().done.length > 0);
  readonly canRedo = computed(() => this.history().undone.length > 0);
  /** Counts what was written, so that whoever saves knows when to. */
  readonly writings = signal(0);
  private readonly places = computed(() => {
    const { rows = [], periods = [] } = this.view() ?? {};
    return new Map(rows.flatMap((row) => periods.map((period, column): [string, Found] => [cellKey(row, period), { row, column }])));
  });
  /** Every cell whose draft can be submitted. */
  readonly ready = computed(() => {
    const told = this.told();
    const begun = [...this.places()].filter(([key, { row, column }]) => (told.get(key) ?? row.cells[column])?.entry !== undefined);
    return begun.map(([key]) => this.cell(key)).filter(isReady);
  });

  constructor() {
    effect(() => {
      const written = this.written();
      untracked(() => this.kept.keep(written));
    });
  }

  /** What was read; all that was told of cells before is in it. */
  show(view: GridView): void {
    this.view.set(view);
    this.told.set(new Map());
  }

  /** A cell as it stands. */
  cell(key: string): CellView {
    const found = this.places().get(key);
    const cell = found?.row.cells[found.column] ?? {};
    return cellView({ key, cell }, { told: this.told().get(key), written: this.written().get(key), language: this.language });
  }

  /** Writes texts into cells, as one step that can be undone; gives how many cells could not be written in. */
  write(texts: ReadonlyMap<string, string>): number {
    const cells = [...texts].map(([key, text]) => ({ cell: this.cell(key), text: text.trim() }));
    const writable = cells.filter(({ cell }) => !cell.isReadOnly);
    const edits = writable.map(({ cell, text }): Edit => ({ key: cell.key, before: cell.text, after: text }));
    this.history.update((history) => withStep(history, edits));
    this.put(edits);
    return cells.length - writable.length;
  }

  /** Takes the last step back; gives the cells that it changed. */
  undo(): readonly string[] {
    return this.step(undo(this.history()));
  }

  redo(): readonly string[] {
    return this.step(redo(this.history()));
  }

  /** What became of a text that was sent, or of a draft that was submitted; a text that was changed meanwhile is still to be saved. */
  take(key: string, sent: Pick<Written, 'value'> | undefined, result: GridResult): void {
    const now = this.written().get(key);
    if (result.outcome === 'saved') {
      this.tell(key, { entry: result.entry, questions: result.questions });
      if (now) this.change(key, sent && now.value === sent.value ? undefined : { ...now, version: result.entry?.version ?? 0 });
    } else if (result.outcome === 'conflict') {
      const value = this.cell(key).cell.entry?.value ?? null;
      const written = now ?? { text: this.cell(key).text, value, version: 0 };
      this.change(key, { ...written, theirs: result.entry ?? null });
    } else {
      const { entry, questions = [] } = this.cell(key).cell;
      if (!sent) this.tell(key, { entry, questions, refusal: result.problem });
      else if (now && now.value === sent.value) this.change(key, { ...now, refusal: result.problem });
    }
  }

  /** Goes on from what stands there meanwhile, with one's own text or with theirs. */
  resolve(key: string, keep: 'mine' | 'theirs'): void {
    const written = this.written().get(key);
    if (written?.theirs === undefined) return;
    const { theirs, text, value } = written;
    this.tell(key, { entry: theirs ?? undefined, questions: [] });
    this.change(key, keep === 'mine' ? { text, value, version: theirs?.version ?? 0 } : undefined);
    this.writings.update((count) => count + 1);
  }

  /** Forgets a text that was refused: what is saved stands there again. */
  forget(key: string): void {
    this.change(key, undefined);
  }

  private step(stepped: Stepped | undefined): readonly string[] {
    if (!stepped) return [];
    this.history.set(stepped.history);
    const edits = [...stepped.texts].map(([key, after]) => ({ key, before: '', after }));
    this.put(edits.filter(({ key }) => !this.cell(key).isReadOnly));
    return [...stepped.texts.keys()];
  }

  private put(edits: readonly Edit[]): void {
    const written = new Map(this.written());
    for (const { key, after } of edits) {
      const row = this.places().get(key)?.row;
      if (!row) continue;
      const { cell, text } = this.cell(key);
      if (text === after) continue;
      written.set(key, { text: after, ...readCell(after, row, this.language), version: cell.entry?.version ?? 0 });
    }
    this.written.set(written);
    this.writings.update((count) => count + 1);
  }

  private tell(key: string, told: Told): void {
    this.told.update((all) => new Map(all).set(key, told));
  }

  private change(key: string, written: Written | undefined): void {
    this.written.update((all) => {
      const next = new Map(all);
      if (written) next.set(key, written);
      else next.delete(key);
      return next;
    });
  }
}

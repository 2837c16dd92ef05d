import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DraftOutline } from '@slusen/contracts';
import { slugOf } from '@slusen/domain';
import { FormField, TypedText } from '@slusen/ui';
import { DraftEditor } from './draft-editor.js';
import { added, dropped, moved, slugsIn, without, type OutlinePlace } from './outline-order.js';
import { injectPartName } from './part-names.js';

const EMPTY = { sv: '' };

/** Areas and goals in their order: the way to each, and where they are added, moved (by drag or by button) and taken out. */
@Component({
  selector: 'app-draft-outline',
  imports: [FormField, RouterLink, TypedText],
  templateUrl: './draft-outline.html',
})
export class DraftOutlineList {
  protected readonly texts = {
    parts: $localize`:@@outline.parts:Delar av utkastet`,
    up: $localize`:@@outline.up:Flytta upp`,
    down: $localize`:@@outline.down:Flytta ned`,
    remove: $localize`:@@outline.remove:Ta bort`,
    addArea: $localize`:@@outline.add-area:Lägg till ett område`,
    addGoal: $localize`:@@outline.add-goal:Lägg till ett mål`,
    newArea: $localize`:@@outline.new-area:Vad heter området?`,
    newGoal: $localize`:@@outline.new-goal:Vad heter målet?`,
    add: $localize`:@@outline.add:Lägg till`,
  };
  readonly chosen = input.required<string>();
  protected readonly editor = inject(DraftEditor);
  protected readonly nameOf = injectPartName();
  private readonly router = inject(Router);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private dragged: OutlinePlace | undefined;
  /** Where something is being added: -1 for a new area, else the area of a new goal. */
  protected readonly adding = signal<number | undefined>(undefined);
  protected readonly newName = signal('');
  protected readonly fault = signal('');
  protected readonly outline = computed(() => (this.editor.part('outline').content ?? { areas: [] }) as unknown as DraftOutline);

  /** Moves a part, and stays with the keyboard where it went: what moves on the page loses the focus. */
  protected move(key: string, place: OutlinePlace, by: -1 | 1): void {
    this.write(moved(this.outline(), place, by));
    afterNextRender({ read: () => this.focusMoved(key, by) }, { injector: this.injector });
  }

  protected remove(place: OutlinePlace): void {
    this.write(without(this.outline(), place));
  }

  protected drag(place: OutlinePlace): void {
    this.dragged = place;
  }

  protected over(event: DragEvent, to: OutlinePlace): void {
    const isArea = this.dragged && this.dragged.goal === undefined;
    if (this.dragged && this.editor.isWritable() && (!isArea || to.goal === undefined)) event.preventDefault();
  }

  protected drop(event: DragEvent, to: OutlinePlace): void {
    event.preventDefault();
    event.stopPropagation();
    if (this.dragged) this.write(dropped(this.outline(), this.dragged, to));
    this.dragged = undefined;
  }

  protected begin(at: number): void {
    this.adding.set(at);
    this.newName.set('');
    this.fault.set('');
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const [at, name] = [this.adding(), this.newName().trim()];
    const kind = at === -1 ? 'area' : 'goal';
    const slug = this.freeSlug(name, kind);
    if (at === undefined || slug === '') return this.fault.set($localize`:@@outline.name-missing:Skriv ett namn.`);
    const words = { name: { sv: name }, description: EMPTY };
    this.editor.change(
      `${kind}:${slug}`,
      kind === 'area' ? { ...words, shortName: { sv: name.slice(0, 40) } } : { ...words, roles: [], measures: [] },
    );
    this.write(added(this.outline(), slug, at === -1 ? undefined : at));
    this.adding.set(undefined);
    await this.router.navigate([], { queryParams: { del: `${kind}:${slug}` } });
  }

  /** A name in addresses that nothing in the draft has yet. */
  private freeSlug(name: string, kind: 'area' | 'goal'): string {
    const stem = slugOf(name).slice(0, 110);
    const taken = slugsIn(this.outline(), kind);
    if (stem === '' || !taken.includes(stem)) return stem;
    for (let number = 2; ; number++) if (!taken.includes(`${stem}-${number}`)) return `${stem}-${number}`;
  }

  /** On the arrow that was pressed; at an end, on the one that leads back. */
  private focusMoved(key: string, by: -1 | 1): void {
    const [up, down] = this.element.querySelectorAll<HTMLButtonElement>(`[data-part="${key}"] > .line .moves button`);
    const [pressed, back] = by === -1 ? [up, down] : [down, up];
    (pressed?.disabled ? back : pressed)?.focus();
  }

  private write(outline: DraftOutline): void {
    this.editor.change('outline', { ...outline });
  }
}

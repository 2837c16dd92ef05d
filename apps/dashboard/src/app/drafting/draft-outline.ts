import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DraftGoal, DraftOutline } from '@slusen/contracts';
import { slugOf } from '@slusen/domain';
import { FormField, TypedText } from '@slusen/ui';
import { DraftEditor } from './draft-editor.js';
import { added, dropped, moved, slugsIn, without, type OutlinePlace } from './outline-order.js';

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
    names: $localize`:@@outline.names:Namn och syfte`,
    decision: $localize`:@@outline.decision:Beslutet`,
    up: $localize`:@@outline.up:Flytta upp`,
    down: $localize`:@@outline.down:Flytta ned`,
    remove: $localize`:@@outline.remove:Ta bort`,
    unnamed: $localize`:@@outline.unnamed:Utan namn`,
    addArea: $localize`:@@outline.add-area:Lägg till ett område`,
    addGoal: $localize`:@@outline.add-goal:Lägg till ett mål`,
    newArea: $localize`:@@outline.new-area:Vad heter området?`,
    newGoal: $localize`:@@outline.new-goal:Vad heter målet?`,
    add: $localize`:@@outline.add:Lägg till`,
  };
  readonly chosen = input.required<string>();
  protected readonly editor = inject(DraftEditor);
  private readonly router = inject(Router);
  private dragged: OutlinePlace | undefined;
  /** Where something is being added: -1 for a new area, else the area of a new goal. */
  protected readonly adding = signal<number | undefined>(undefined);
  protected readonly newName = signal('');
  protected readonly fault = signal('');
  protected readonly outline = computed(() => (this.editor.part('outline').content ?? { areas: [] }) as unknown as DraftOutline);

  protected nameOf(key: string): string {
    const content = this.editor.part(key).content as Pick<DraftGoal, 'name'> | null;
    return content?.name.sv || this.texts.unnamed;
  }

  protected move(place: OutlinePlace, by: -1 | 1): void {
    this.write(moved(this.outline(), place, by));
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

  private write(outline: DraftOutline): void {
    this.editor.change('outline', { ...outline });
  }
}

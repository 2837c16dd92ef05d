import { afterNextRender, Component, computed, effect, ElementRef, inject, Injector, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryForm, EntryView } from '@slusen/contracts';
import { missingText } from '@slusen/domain';
import { Banner, injectWord, LocalizedText, PeriodPipe, WithUnitPipe } from '@slusen/ui';
import { EntriesApi } from '../data/entries-api.js';
import { keyOf, OpenedTasks } from './opened-tasks.js';

/** After submitting: what was handed in, the next task, and the way back. */
@Component({
  selector: 'app-entry-done',
  imports: [Banner, LocalizedText, PeriodPipe, RouterLink, WithUnitPipe],
  template: `
    @let view = entry();
    <ui-banner tone="success" [live]="true">
      <h2 class="h3">
        @if (view.state === 'approved') {
          {{ texts.approved }}
        } @else {
          {{ texts.submitted }}
        }
      </h2>
      <p class="old-new tabular">
        @if (view.value !== undefined) {
          <strong>{{ view.value | withUnit: view }}</strong>
        } @else if (view.missing) {
          <strong>{{ missingWord(view.missing) }}</strong>
        }
        <span>{{ view.period | period: view }}</span>
      </p>
    </ui-banner>
    <div class="actions">
      @if (next(); as task) {
        <a
          class="button"
          [routerLink]="['/inmatning', task.indicator.slug, task.period]"
          [queryParams]="{ omrade: task.territory.code, uppdelning: task.breakdown || null }"
        >
          <span>{{ texts.next }} <span [uiText]="task.indicator.name"></span>, {{ task.period | period: task }}</span>
        </a>
      } @else if (tasks.hasValue()) {
        @if (skipped(); as count) {
          <p>{{ texts.skipped(count) }}</p>
        } @else {
          <p>{{ texts.all }}</p>
        }
      }
      <a class="button secondary" routerLink="/mina-uppgifter">{{ texts.back }}</a>
      @if (view.actions.includes('withdraw')) {
        <button class="button secondary" type="button" (click)="withdraw.emit()">{{ texts.withdraw }}</button>
      }
    </div>
  `,
})
export class EntryDone {
  protected readonly texts = {
    approved: $localize`:@@done.approved:Godkänt och publicerat`,
    submitted: $localize`:@@done.submitted:Inlämnat, väntar på granskning`,
    next: $localize`:@@done.next:Nästa:`,
    all: $localize`:@@done.all:Det var den sista. Du har inget mer att lämna in.`,
    skipped: (count: number) =>
      count === 1
        ? $localize`:@@done.skipped-one:En uppgift som du hoppade över är kvar.`
        : $localize`:@@done.skipped:${count}:count: uppgifter som du hoppade över är kvar.`,
    back: $localize`:@@done.back:Mina uppgifter`,
    withdraw: $localize`:@@done.withdraw:Ångra inlämningen`,
  };
  readonly form = input.required<EntryForm>();
  readonly entry = input.required<EntryView>();
  /** It was handed in just now: the form is gone, and the focus with it. */
  readonly takesFocus = input(false);
  readonly withdraw = output();
  protected readonly missingWord = injectWord(missingText);
  private readonly injector = inject(Injector);
  protected readonly tasks = inject(EntriesApi).tasks();

  private readonly opened = inject(OpenedTasks);
  /** What there is to hand in, this one apart. */
  private readonly left = computed(() => {
    const items = this.tasks.hasValue() ? this.tasks.value().items : [];
    const own = keyOf(this.entry());
    return items
      .filter((task) => keyOf(task) !== own)
      .filter(
        ({ state }) => state === 'overdue' || state === 'returned' || state === 'due' || state === 'draft' || state === 'preliminary',
      );
  });
  protected readonly next = computed(() => this.left().find((task) => !this.opened.has(task)));
  protected readonly skipped = computed(() => this.left().length);

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    // On to what comes next, once that is known.
    effect(() => {
      if (this.takesFocus() && !this.tasks.isLoading())
        afterNextRender(() => nativeElement.querySelector<HTMLElement>('a')?.focus(), { injector: this.injector });
    });
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryForm, EntryView } from '@slusen/contracts';
import { missingText } from '@slusen/domain';
import { Banner, injectWord, LocalizedText, PeriodPipe, WithUnitPipe } from '@slusen/ui';
import { EntriesApi } from '../data/entries-api.js';

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
        <span>{{ view.period | period }}</span>
      </p>
    </ui-banner>
    <div class="actions">
      @if (next(); as task) {
        <a class="button" [routerLink]="['/inmatning', task.indicator.slug, task.period]" [queryParams]="{ omrade: task.territory.code }">
          <span>{{ texts.next }} <span [uiText]="task.indicator.name"></span>, {{ task.period | period }}</span>
        </a>
      } @else if (tasks.hasValue()) {
        <p>{{ texts.all }}</p>
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
    back: $localize`:@@done.back:Mina uppgifter`,
    withdraw: $localize`:@@done.withdraw:Ångra inlämningen`,
  };
  readonly form = input.required<EntryForm>();
  readonly entry = input.required<EntryView>();
  readonly withdraw = output();
  protected readonly missingWord = injectWord(missingText);
  protected readonly tasks = inject(EntriesApi).tasks();

  protected readonly next = computed(() => {
    if (!this.tasks.hasValue()) return undefined;
    const { indicator, period, territory } = this.entry();
    return this.tasks
      .value()
      .items.filter((task) => task.indicator.slug !== indicator.slug || task.period !== period || task.territory.code !== territory.code)
      .find(({ state }) => state === 'overdue' || state === 'returned' || state === 'due' || state === 'draft');
  });
}

import { Component, computed, input } from '@angular/core';
import { countedNoun, fulfilmentWord, STATUSES, statusWord, type Status } from '@slusen/domain';
import { injectLanguage } from './language.js';
import { StatusMark } from './status-mark.js';

/** How many of each status there are: "2 mål i fas, 1 mål ur fas". Never an average. Of goals: "delvis i fas" instead of "nära". */
@Component({
  selector: 'ui-status-counts',
  imports: [StatusMark],
  template: `
    <ul class="status-counts">
      @for (item of shown(); track item.status) {
        <li><ui-status-mark [status]="item.status" [word]="item.word" /></li>
      }
    </ul>
  `,
})
export class StatusCounts {
  readonly counts = input.required<Readonly<Record<Status, number>>>();
  readonly ofGoals = input(false);
  private readonly language = injectLanguage();

  protected readonly shown = computed(() =>
    STATUSES.map((status) => ({ status, count: this.counts()[status] }))
      .filter(({ count }) => count > 0)
      .map(({ status, count }) => ({
        status,
        word: `${count} ${countedNoun(this.ofGoals() ? 'goal' : 'indicator', count, this.language)} ${this.wordOf(status).toLowerCase()}`,
      })),
  );

  private wordOf(status: Status): string {
    return this.ofGoals() && status === 'at-risk'
      ? fulfilmentWord('partly-met', false, this.language)
      : statusWord(status, false, this.language);
  }
}

import { Component, computed, input } from '@angular/core';
import { STATUSES, type Status } from '@slusen/domain';
import { StatusMark } from './status-mark.js';

/** How many of each status there are: "2 i fas, 1 ur fas". Never an average. Of goals: "delvis i fas" instead of "nära". */
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

  protected readonly shown = computed(() =>
    STATUSES.map((status) => ({ status, count: this.counts()[status] }))
      .filter(({ count }) => count > 0)
      .map(({ status, count }) => ({ status, word: this.wordOf(status, count) })),
  );

  private wordOf(status: Status, count: number): string {
    switch (status) {
      case 'on-track':
        return $localize`:@@counts.on-track:${count}:count: i fas`;
      case 'at-risk':
        return this.ofGoals()
          ? $localize`:@@counts.partly:${count}:count: delvis i fas`
          : $localize`:@@counts.at-risk:${count}:count: nära`;
      case 'off-track':
        return $localize`:@@counts.off-track:${count}:count: ur fas`;
      case 'not-assessable':
        return $localize`:@@counts.not-assessable:${count}:count: kan inte bedömas`;
    }
  }
}

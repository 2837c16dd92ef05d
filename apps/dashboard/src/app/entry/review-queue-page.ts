import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QueueItem } from '@slusen/contracts';
import { formatChangeAlone, missingText } from '@slusen/domain';
import { DayPipe, EmptyState, ExampleMark, injectLanguage, injectWord, LocalizedText, PeriodPipe, WithUnitPipe } from '@slusen/ui';
import { deputyText } from '../data/deputy-text.js';
import { EntriesApi } from '../data/entries-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { ReviewNotice } from './review-notice.js';
import { ReviewOutcome, type Outcome } from './review-outcome.js';

const PAGE_SIZE = 20;

/** What waits for a reviewer: old → new, one line each. */
@Component({
  selector: 'app-review-queue-page',
  imports: [DayPipe, EmptyState, ExampleMark, LocalizedText, PageState, PeriodPipe, ReviewNotice, RouterLink, WithUnitPipe],
  templateUrl: './review-queue-page.html',
})
export class ReviewQueuePage {
  protected readonly texts = {
    heading: $localize`:@@queue.heading:Granskning`,
    count: (total: string | number) => $localize`:@@queue.count:${total}:total: väntar på granskning`,
    noPrevious: $localize`:@@queue.no-previous:inget tidigare värde`,
    submitted: (submittedBy: string | number, submittedAt: string | number) =>
      $localize`:@@queue.submitted:Inlämnat av ${submittedBy}:submittedBy: den ${submittedAt}:submittedAt:`,
    correction: $localize`:@@queue.correction:Rättelse av ett publicerat värde`,
    confirmation: $localize`:@@queue.confirmation:Ett preliminärt värde görs slutligt`,
    revision: $localize`:@@queue.revision:Slutligt värde, ändrat från det preliminära`,
    questions: $localize`:@@queue.questions:Ovanligt värde: läs rapportörens svar`,
    own: $localize`:@@queue.own:Din egen inmatning: någon annan behöver granska den.`,
    review: $localize`:@@queue.review:Granska`,
    emptyAdvice: $localize`:@@queue.empty-advice:Det som rapportörerna lämnar in kommer hit.`,
    earlier: $localize`:@@queue.earlier:Föregående`,
    later: $localize`:@@queue.later:Nästa`,
  };
  /** Bound from the query: `?offset=20`. */
  readonly offset = input<string>();
  protected readonly from = computed(() => Math.max(0, Math.trunc(Number(this.offset() ?? 0)) || 0));
  protected readonly queue = inject(EntriesApi).queue(() => ({ limit: PAGE_SIZE, offset: this.from() }));
  private readonly told = inject(ReviewOutcome).take();
  /** What was just reviewed, until the reader turns the page. */
  protected readonly outcome = linkedSignal<string | undefined, Outcome | undefined>({
    source: this.offset,
    computation: (_, earlier) => (earlier ? undefined : this.told),
  });
  protected readonly missingWord = injectWord(missingText);
  protected readonly asDeputy = deputyText;
  protected readonly pageSize = PAGE_SIZE;
  private readonly language = injectLanguage();

  constructor() {
    inject(PageHead).set($localize`:@@queue.title:Granskning`);
  }

  /** The change from the value it is read against, where both are values. */
  protected change({ value, comparedWith, unit, decimals }: QueueItem): string {
    if (value === undefined || comparedWith?.value === undefined) return '';
    return formatChangeAlone([comparedWith.value, value], unit, { decimals, language: this.language });
  }
}

import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QueueItem } from '@slusen/contracts';
import { formatChangeAlone, missingText, personName, qualityText } from '@slusen/domain';
import {
  DayPipe,
  EmptyState,
  ExampleMark,
  injectLanguage,
  injectWord,
  LocalizedText,
  MomentPipe,
  PeriodPipe,
  WithUnitPipe,
} from '@slusen/ui';
import { deputyText } from '../data/deputy-text.js';
import { EntriesApi } from '../data/entries-api.js';
import { ImportsApi } from '../data/imports-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { PartList } from './part-list.js';
import { ManyApproval } from './many-approval.js';
import { MyQuestions } from './my-questions.js';
import { choiceOf, QueueFilter, type ChosenOfQueue } from './queue-filter.js';
import { ReviewNotice } from './review-notice.js';
import { ReviewOutcome, type Outcome } from './review-outcome.js';
import { sharedReviewTexts } from './review-texts.js';
import { StatusEffects } from './status-effects.js';

const PAGE_SIZE = 20;

/** What waits for a reviewer: old → new, one line each. */
@Component({
  selector: 'app-review-queue-page',
  imports: [
    DayPipe,
    EmptyState,
    ExampleMark,
    LocalizedText,
    ManyApproval,
    MomentPipe,
    MyQuestions,
    PageState,
    PartList,
    PeriodPipe,
    QueueFilter,
    ReviewNotice,
    RouterLink,
    StatusEffects,
    WithUnitPipe,
  ],
  templateUrl: './review-queue-page.html',
})
export class ReviewQueuePage {
  protected readonly texts = {
    ...sharedReviewTexts(),
    heading: $localize`:@@queue.heading:Granskning`,
    count: (total: string | number) => $localize`:@@queue.count:${total}:total: väntar på granskning`,
    noPrevious: $localize`:@@queue.no-previous:inget tidigare värde`,
    submitted: (submittedBy: string | number, submittedAt: string | number) =>
      $localize`:@@queue.submitted:Inlämnat av ${submittedBy}:submittedBy: den ${submittedAt}:submittedAt:`,
    correction: $localize`:@@queue.correction:Rättelse av ett publicerat värde`,
    confirmation: $localize`:@@queue.confirmation:Ett preliminärt värde görs slutligt`,
    revision: $localize`:@@queue.revision:Slutligt värde, ändrat från det preliminära`,
    reason: $localize`:@@queue.reason:Skäl:`,
    comment: $localize`:@@queue.comment:Kommentar:`,
    again: $localize`:@@queue.again:Inlämnat på nytt efter att ha skickats tillbaka`,
    waits: (moment: string) => $localize`:@@queue.waits:Publiceras ${moment}:moment: om du godkänner`,
    some: (total: number, waiting: number) => $localize`:@@queue.some:${total}:total: av ${waiting}:waiting: som väntar på granskning`,
    showAll: $localize`:@@queue.show-all:Visa alla`,
    choose: $localize`:@@queue.choose:Välj`,
    emptyChoice: $localize`:@@queue.empty-choice:Välj en annan omgång, förvaltning eller person, eller visa alla.`,
    own: $localize`:@@queue.own:Din egen inmatning: någon annan behöver granska den.`,
    review: $localize`:@@queue.review:Granska`,
    file: $localize`:@@queue.file:Fil med siffror`,
    fileDoes: (added: string, changed: string) => $localize`:@@queue.file-does:${added}:added: nya och ${changed}:changed: ändrade värden`,
    fileSource: (source: string) => $localize`:@@queue.file-source:Källa: ${source}:source:`,
    emptyAdvice: $localize`:@@queue.empty-advice:Det som rapportörerna lämnar in kommer hit.`,
    earlier: $localize`:@@queue.earlier:Föregående`,
    later: $localize`:@@queue.later:Nästa`,
  };
  /** Bound from the query: `?offset=20`. */
  readonly offset = input<string>();
  protected readonly from = computed(() => Math.max(0, Math.trunc(Number(this.offset() ?? 0)) || 0));
  /** What is chosen, as the address says it: `?omgang=2026-Q3&forvaltning=kultur&person=…&ordning=indicator`. */
  readonly omgang = input<string>();
  readonly forvaltning = input<string>();
  readonly person = input<string>();
  readonly ordning = input<string>();
  protected readonly choice = computed<ChosenOfQueue>(() => ({
    ...{ omgang: this.omgang(), forvaltning: this.forvaltning(), person: this.person(), ordning: this.ordning() },
  }));
  protected readonly isChosen = computed(() => [this.omgang(), this.forvaltning(), this.person()].some(Boolean));
  protected readonly queue = inject(EntriesApi).queue(() => ({ limit: PAGE_SIZE, offset: this.from(), ...choiceOf(this.choice()) }));
  private readonly sent = inject(ImportsApi).list();
  /** Files of figures that the reader reviews, each as one: before all others, where nothing is chosen. */
  protected readonly files = computed(() => {
    const isFirst = !this.isChosen() && this.from() === 0;
    return isFirst && this.sent.hasValue() ? this.sent.value().items.filter(({ awaitsReader }) => awaitsReader) : [];
  });
  /** Which of the shown are to be approved together, each in the version that was shown. */
  private readonly chosenKeys = signal<ReadonlySet<string>>(new Set());
  protected readonly open = computed(() => (this.queue.hasValue() ? this.queue.value().items.filter(({ isOwn }) => !isOwn) : []));
  protected readonly chosen = computed(() => this.open().filter((item) => this.chosenKeys().has(keyOf(item))));
  private readonly told = inject(ReviewOutcome).take();
  /** What was just reviewed, until the reader turns the page. */
  protected readonly outcome = linkedSignal<string | undefined, Outcome | undefined>({
    source: this.offset,
    computation: (_, earlier) => (earlier ? undefined : this.told),
  });
  protected readonly missingWord = injectWord(missingText);
  protected readonly asDeputy = deputyText;
  protected readonly qualityWord = injectWord(qualityText);
  protected readonly personName = injectWord(personName);
  /** Something was approved together: how it went stays, however few are left. */
  protected readonly isUnderway = signal(false);
  protected readonly pageSize = PAGE_SIZE;
  protected readonly language = injectLanguage();

  constructor() {
    inject(PageHead).set($localize`:@@queue.title:Granskning`);
  }

  protected isOneOf(item: QueueItem): boolean {
    return this.chosenKeys().has(keyOf(item));
  }

  protected choose(items: readonly QueueItem[], isWanted: boolean): void {
    this.chosenKeys.update((keys) => {
      const own = items.map(keyOf);
      return isWanted ? new Set([...keys, ...own]) : new Set([...keys].filter((key) => !own.includes(key)));
    });
  }

  protected answerTo({ answers }: QueueItem, kind: string): string {
    return answers.find((answer) => answer.kind === kind)?.comment ?? '';
  }

  /** The change from the value it is read against, where both are values. */
  protected change({ value, comparedWith, unit, decimals }: QueueItem): string {
    if (value === undefined || comparedWith?.value === undefined) return '';
    return formatChangeAlone([comparedWith.value, value], unit, { decimals, language: this.language });
  }
}

/** An entry in the version that is shown: changed, it is another. */
const keyOf = ({ id, version }: QueueItem): string => `${id}/${version}`;

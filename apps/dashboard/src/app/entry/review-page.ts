import { Component, computed, effect, ElementRef, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ChartSource } from '@slusen/charts/source';
import type { EntryView } from '@slusen/contracts';
import {
  calculationText,
  comparePeriods,
  earlierPoints,
  endName,
  formatChange,
  formatChangeAlone,
  formatInFull,
  isConfirmation,
  missingText,
  momentLabel,
  ongoingText,
  parsePeriod,
  provenanceText,
  publishedProvenance,
  qualityText,
  textIn,
  shownChange,
} from '@slusen/domain';
import {
  Banner,
  Chart,
  ExampleMark,
  FormField,
  injectLanguage,
  injectWord,
  LocalizedText,
  MomentPipe,
  PeriodPipe,
  TypedText,
  WithUnitPipe,
} from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { EntriesApi, type FigureAddress } from '../data/entries-api.js';
import { problemText } from '../data/problem-texts.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { draftTitle, drawnPath } from './draft-chart.js';
import { DepartmentPeople } from './department-people.js';
import { EntryAttachments } from './entry-attachments.js';
import { writtenNumber } from './entry-text.js';
import { EntryHistory } from './entry-history.js';
import { FigureThread } from './figure-thread.js';
import { GoalPathName } from './goal-path-name.js';
import { goalPaths } from './goal-paths.js';
import { KeptReason } from './kept-reason.js';
import { NextToReview } from './next-to-review.js';
import { type ChosenOfQueue } from './queue-filter.js';
import { PartList } from './part-list.js';
import { QuickReasonsList } from './quick-reasons.js';
import { ReviewNotice } from './review-notice.js';
import { ReviewOutcome, type Outcome } from './review-outcome.js';
import { reviewTexts } from './review-texts.js';
import { RevisionDifferences } from './revision-differences.js';
import { StatusEffects } from './status-effects.js';

/** One entry before its reviewer: old and new, the answers to the questions, and the two ways on. */
@Component({
  selector: 'app-review-page',
  imports: [
    Banner,
    Chart,
    DepartmentPeople,
    EntryAttachments,
    EntryHistory,
    ExampleMark,
    FigureThread,
    FormField,
    GoalPathName,
    LocalizedText,
    MomentPipe,
    PageState,
    PartList,
    PeriodPipe,
    QuickReasonsList,
    ReviewNotice,
    RevisionDifferences,
    RouterLink,
    StatusEffects,
    TypedText,
    WithUnitPipe,
  ],
  templateUrl: './review-page.html',
})
export class ReviewPage {
  protected readonly texts = reviewTexts();
  /** Bound from the route `/granskning/:id`. */
  readonly id = input.required<string>();
  /** What was chosen of the queue that one came from. */
  readonly omgang = input<string>();
  readonly forvaltning = input<string>();
  readonly person = input<string>();
  readonly ordning = input<string>();
  protected readonly choice = computed<ChosenOfQueue>(() => ({
    ...{ omgang: this.omgang(), forvaltning: this.forvaltning(), person: this.person(), ordning: this.ordning() },
  }));
  private readonly api = inject(EntriesApi);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly router = inject(Router);
  protected readonly language = injectLanguage();
  protected readonly entry = this.api.entry(this.id);
  private readonly view = computed(() => (this.entry.hasValue() ? this.entry.value() : undefined));
  /** Where the entry's figure stands. */
  protected readonly figure = computed<FigureAddress>(() => {
    const { indicator, period, territory, breakdown } = this.entry.hasValue() ? this.entry.value() : NO_FIGURE;
    return { indicator: indicator.slug, period, territory: territory.code, ...(breakdown && { breakdown }) };
  });
  /** The series around it; the page can do without when it is out of the reviewer's reach. */
  private readonly context = this.api.form(() => this.view() && this.figure());
  protected readonly form = computed(() => (this.context.hasValue() ? this.context.value() : undefined));
  protected readonly missingWord = injectWord(missingText);
  protected readonly calculation = injectWord(calculationText);
  protected readonly ongoing = ongoingText(this.language);
  protected readonly problem = signal('');
  protected readonly reasonFault = signal<string | undefined>(undefined);
  protected readonly isBusy = signal(false);
  private readonly kept = inject(KeptReason);
  private readonly outcomes = inject(ReviewOutcome);
  private readonly following = inject(NextToReview);
  /** Restored with the page: whoever looks something up first has not written in vain. */
  protected readonly reason = linkedSignal({ source: () => this.id(), computation: (id) => untracked(() => this.kept.find(id)) });
  /** What was read is what stands there, and no step is under way. */
  protected readonly isOnScreen = computed(() => !this.isBusy() && !this.entry.isLoading() && this.view()?.id === this.id());
  /** Drawn in one go with the chart and the definition it is judged by: what came late would move what is being read. */
  protected readonly isWhole = computed(() => !this.context.isLoading());
  /** Who approved it and when, where that is done. */
  protected readonly approval = computed(() => {
    const view = this.view();
    return view?.state === 'approved' ? view.events.findLast(({ action }) => action === 'approve') : undefined;
  });
  /** With which words it was returned, where that was done. */
  protected readonly returnedFor = computed(() => this.view()?.events.findLast(({ action }) => action === 'return')?.reason);
  /** What was just reviewed, where one went on to the next. */
  protected readonly outcome = linkedSignal<string, Outcome | undefined>({
    source: () => this.id(),
    computation: () => this.outcomes.take(),
  });
  private key = crypto.randomUUID();
  /** What the value is read against, the same season first, since that is what the public page says of it. */
  protected readonly earlier = computed(() => {
    const [form, view] = [this.form(), this.view()];
    if (!form || !view) return [];
    const breaks = form.indicator.breaks.map((cut) => ({ ...cut, firstPeriod: parsePeriod(cut.firstPeriod) }));
    const series = form.history.map((point) => ({ point, period: parsePeriod(point.period) }));
    const { previous, yearBefore } = earlierPoints(series, parsePeriod(view.period), breaks);
    return [
      ...(yearBefore ? [{ ...yearBefore.point, when: this.texts.yearBefore }] : []),
      ...(previous && previous.point !== yearBefore?.point ? [{ ...previous.point, when: this.texts.previous }] : []),
    ];
  });
  protected readonly chart = computed<ChartSource | undefined>(() => {
    const [form, view] = [this.form(), this.view()];
    if (!form || !view) return undefined;
    const draft = view.value === undefined ? undefined : { period: view.period, value: view.value };
    const { replaces } = view;
    const others = form.history.filter(({ period }) => period !== view.period);
    // The value it replaces is drawn too, beneath the ring of the new one.
    const points = replaces ? inOrder([...others, { ...replaces, period: view.period }]) : others;
    const target = drawnPath(form)?.target;
    return { indicator: form.indicator, points, target, draft, heading: draftTitle(form, this.language) };
  });

  /** What each goal expects: of the figure, and of the twelve months that end with it. */
  protected readonly paths = computed(() => {
    const form = this.form() ?? { goals: [] };
    return { single: goalPaths(form, 'value'), rolling: goalPaths(form, 'rolling-12-months') };
  });
  /** The last of the twelve months, by its name. */
  protected readonly lastMonth = computed(() => {
    const view = this.view();
    return view ? endName(parsePeriod(view.period), this.language, { measure: 'rolling-12-months', reporting: view.reporting }) : '';
  });
  /** It is of a period that is not over and not final: it counts in nothing yet. */
  protected readonly goesOn = computed(() => this.form()?.isOngoing === true && this.view()?.quality !== 'final');

  constructor() {
    const head = inject(PageHead);
    focusWhenChanged('h1', () => (this.isWhole() ? this.view()?.id : undefined));
    effect(() => {
      const view = this.view();
      if (view) head.set(textIn(view.indicator.name, this.language).text);
    });
  }

  /** All that was typed: the reviewer approves every decimal, also those that will not be shown. */
  protected inFull(value: number, { unit, decimals }: EntryView): string {
    return formatInFull(value, unit, { decimals, language: this.language });
  }

  /** What a share is made of. */
  protected share({ numerator = 0, denominator = 0 }: EntryView): string {
    return this.texts.ofWhole(writtenNumber(numerator, this.language), writtenNumber(denominator, this.language));
  }

  protected change({ value, unit, decimals }: EntryView, from: number): string {
    return value === undefined ? '' : `(${formatChangeAlone([from, value], unit, { decimals, language: this.language })})`;
  }

  /** How sure the value is, how it came about where it is not simply exact, and that its period goes on where it does. */
  protected sort(view: EntryView): string {
    const provenance = publishedProvenance(view, view);
    return [
      qualityText(view.quality, this.language),
      ...(provenance === 'exact' ? [] : [provenanceText(provenance, this.language)]),
      ...(this.goesOn() ? [ongoingText(this.language)] : []),
    ].join(', ');
  }

  /** What the button does, before it is pressed. */
  protected effect(view: EntryView): string {
    const publicFrom = this.form()?.publicFrom;
    if (publicFrom) return this.texts.approveLater(momentLabel(publicFrom, this.language));
    return isConfirmation(view, view.replaces) ? this.texts.confirmEffect : this.texts.approveEffect;
  }

  /** How far a value is from the target path, which has not changed into it. */
  protected distance(value: number | undefined, expected: number): string {
    const view = this.view();
    if (!view || value === undefined) return '';
    const { unit, decimals } = view;
    const distance = shownChange([expected, value], decimals);
    if (distance === 0) return `(${this.texts.asExpected})`;
    return `(${formatChange(distance, unit, { decimals, language: this.language })})`;
  }

  protected answerTo(view: EntryView, kind: string): string {
    return view.answers.find((answer) => answer.kind === kind)?.comment ?? '';
  }

  protected async approve(then?: 'next'): Promise<void> {
    const after = then && (await this.following.after(this.id(), this.choice()));
    await this.take({ action: 'approve' }, after);
  }

  /** Puts one of the reviewer's own reasons into the field, after what stands there. */
  protected pick(reason: string): void {
    const written = this.reason().trim();
    this.keepReason(written ? `${written} ${reason}` : reason);
    this.element.querySelector<HTMLElement>('#skal')?.focus();
  }

  protected keepReason(reason: string): void {
    this.reason.set(reason);
    this.kept.keep(this.id(), reason);
  }

  protected async sendBack(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason();
    this.reasonFault.set(reason.trim() ? undefined : $localize`:@@review.reason-required:Skriv vad som behöver ändras.`);
    if (reason.trim()) await this.take({ action: 'return', reason: reason.trim() });
    else this.element.querySelector<HTMLElement>('#skal')?.focus();
  }

  /** The same page with another entry on it. */
  private beginAnew(): void {
    this.key = crypto.randomUUID();
    this.problem.set('');
    this.reasonFault.set(undefined);
  }

  private async take(step: Pick<Outcome, 'action'> & { readonly reason?: string }, next?: string): Promise<void> {
    const view = this.view();
    if (!view || !this.isOnScreen() || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await this.api.step(view, step, this.key);
      this.kept.remove(view.id);
      this.outcomes.tell({ action: step.action, entry: view });
      await this.router.navigate(next ? ['/granskning', next] : ['/granskning'], { queryParams: this.choice() });
      if (next) this.beginAnew();
    } catch (error) {
      this.problem.set(problemText(error));
      // Without an answer the step may have been taken: the same key asks for the same thing again.
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
      if ([409, 412].includes(statusOf(error))) this.entry.reload();
    } finally {
      this.isBusy.set(false);
    }
  }
}

/** Before there is an entry. */
const NO_FIGURE = { indicator: { slug: '' }, period: '', territory: { code: '' }, breakdown: '' };

function inOrder(points: ChartSource['points']): ChartSource['points'] {
  return points.toSorted((a, b) => comparePeriods(parsePeriod(a.period), parsePeriod(b.period)));
}

import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DraftMeasuring, TargetInForce } from '@slusen/contracts';
import { textIn } from '@slusen/domain';
import { Banner, FormField, injectLanguage, LocalizedText, TypedText } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { GoalsApi } from '../data/goals-api.js';
import { IndicatorsApi } from '../data/indicators-api.js';
import { TargetsApi } from '../data/targets-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { MeasuringForm } from './measuring-form.js';
import { problemSentence } from './target-trial.js';
import { decidedBy, writtenAnew } from './target-writing.js';

/** A target of the strategy in force, changed by a decision: what is there, what it would mean otherwise, why and by which decision. */
@Component({
  selector: 'app-target-page',
  imports: [Banner, FormField, LocalizedText, MeasuringForm, PageState, RouterLink, TypedText],
  templateUrl: './target-page.html',
})
export class TargetPage {
  protected readonly texts = {
    back: $localize`:@@target.back:Indikatorn`,
    heading: $localize`:@@target.heading:Målvärde`,
    forGoal: $localize`:@@target.for-goal:Mot målet`,
    lead: $localize`:@@target.lead:Målvärdet är beslutat och ändras genom ett nytt beslut. Den gamla målbanan står kvar på indikatorns sida, med beslutet och om det blev lättare eller svårare att nå.`,
    saved: $localize`:@@target.saved:Målvärdet är ändrat.`,
    seeIt: $localize`:@@target.see-it:Visa indikatorns sida`,
    save: $localize`:@@target.save:För in beslutet`,
    unfinished: $localize`:@@target.unfinished:Målvärdet är inte färdigt: fyll i perioder och värden.`,
    explained: $localize`:@@target.explained:Skriv beslutet, och varför målvärdet ändras.`,
    theirs: $localize`:@@target.theirs:Någon annan har fört in ett beslut sedan du öppnade sidan. Det här gäller nu. Det du har skrivit finns kvar här under; inget sparas förrän du sparar igen.`,
    takeTheirs: $localize`:@@target.take-theirs:Ta det som gäller nu`,
    keepMine: $localize`:@@target.keep-mine:Gå vidare med mitt`,
  };
  protected readonly labels = {
    decision: $localize`:@@target.decision:Beslut`,
    decisionHint: $localize`:@@target.decision-hint:Till exempel ”Kommunfullmäktige 2027-03-22 § 12”.`,
    reason: $localize`:@@target.reason:Varför ändras målvärdet?`,
  };
  /** Bound from the route `/administration/mal/:goal/:indikator`. */
  readonly goal = input.required<string>();
  readonly indikator = input.required<string>();
  private readonly api = inject(TargetsApi);
  private readonly language = injectLanguage();
  protected readonly place = computed(() => ({ goal: this.goal(), indicator: this.indikator() }));
  protected readonly inForce = this.api.inForce(this.place);
  protected readonly page = inject(IndicatorsApi).page(this.indikator);
  protected readonly goalPage = inject(GoalsApi).goal(this.goal);

  protected readonly written = signal<DraftMeasuring | undefined>(undefined);
  protected readonly decision = signal('');
  protected readonly reason = signal('');
  protected readonly problem = signal('');
  protected readonly isSaved = signal(false);
  protected readonly isBusy = signal(false);
  /** What somebody else decided meanwhile. */
  protected readonly theirs = signal<TargetInForce | undefined>(undefined);
  protected readonly theirMeasuring = computed(() => {
    const theirs = this.theirs();
    return theirs && writtenAnew(theirs.indicator, theirs.measuring);
  });
  /** The only indicator that the target can be about. */
  protected readonly choices = computed(() => {
    if (!this.page.hasValue()) return [];
    const { slug, name, cadence, direction, unit } = this.page.value().indicator;
    return [{ slug, name, cadence, direction, unit, text: textIn(name, this.language).text }];
  });
  private base: TargetInForce | undefined;
  private key = crypto.randomUUID();

  constructor() {
    inject(PageHead).set($localize`:@@target.title:Målvärde`);
    effect(() => {
      const read = this.inForce.hasValue() ? this.inForce.value() : undefined;
      if (read) untracked(() => this.open(read));
    });
  }

  protected write(measuring: DraftMeasuring): void {
    this.isSaved.set(false);
    this.written.set(measuring);
  }

  /** Goes on from what somebody else decided: with one's own target, or with theirs. */
  protected resolve(choice: 'mine' | 'theirs'): void {
    const theirs = this.theirs();
    if (!theirs) return;
    if (choice === 'theirs') this.open(theirs);
    this.base = theirs;
    this.theirs.set(undefined);
    this.problem.set('');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [decision, reason, written] = [this.decision().trim(), this.reason().trim(), this.written()];
    const measuring = written && decidedBy(written, decision);
    this.isSaved.set(false);
    this.problem.set(measuring === undefined ? this.texts.unfinished : decision && reason ? '' : this.texts.explained);
    if (measuring === undefined || this.problem() || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const from = { revision: this.base?.revision ?? 0, key: this.key };
      this.open(await this.api.decide(this.place(), { measuring, decision, reason }, from));
      this.key = crypto.randomUUID();
      this.decision.set('');
      this.reason.set('');
      this.isSaved.set(true);
    } catch (error) {
      await this.tell(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private async tell(error: unknown): Promise<void> {
    // Without an answer it may have been done: the same key asks for the same thing again.
    if (statusOf(error) !== 0) this.key = crypto.randomUUID();
    if (statusOf(error) === 412) this.theirs.set(await this.api.again(this.place()));
    else this.problem.set(problemSentence(error));
  }

  private open(read: TargetInForce): void {
    this.base = read;
    this.written.set(writtenAnew(read.indicator, read.measuring));
  }
}

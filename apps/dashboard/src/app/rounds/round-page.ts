import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundChange } from '@slusen/contracts';
import { lastDayOfRound, roundName, roundStateWord, upperFirst } from '@slusen/domain';
import { DayPipe, injectLanguage, MomentPipe } from '@slusen/ui';
import { Attempt } from '../data/attempt.js';
import { RoundsApi } from '../data/rounds-api.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { injectMayPlan } from './may-plan.js';
import { daysOf, saidIn, type RoundDays } from './round-days.js';
import { RoundDaysFields } from './round-days-fields.js';
import { RoundStanding } from './round-standing-panel.js';

/** One round: its days, how far it has come, and for a strategist its changes. */
@Component({
  selector: 'app-round-page',
  imports: [AttemptNotice, DayPipe, MomentPipe, PageState, RoundDaysFields, RoundStanding, RouterLink],
  templateUrl: './round-page.html',
})
export class RoundPage {
  protected readonly texts = {
    back: $localize`:@@round.back:Uppföljningsomgångar`,
    opens: $localize`:@@round.opens:Öppnar`,
    due: $localize`:@@round.due:Sista dag`,
    grace: (day: string) => $localize`:@@round.grace:respit till ${day}:day:`,
    review: $localize`:@@round.review:Granskas till och med`,
    publish: $localize`:@@round.publish:Publiceras`,
    atOnce: $localize`:@@round.at-once:när värdet godkänns`,
    locks: $localize`:@@round.locks:Låses från och med`,
    never: $localize`:@@round.never:aldrig`,
    change: $localize`:@@round.change:Ändra omgången`,
    save: $localize`:@@round.save:Spara ändringarna`,
    saved: $localize`:@@round.saved:Omgången är ändrad.`,
    cancel: $localize`:@@round.cancel:Ställ in omgången`,
    cancelQuestion: $localize`:@@round.cancel-question:Vill du ställa in omgången? Då frågar den inte efter några värden, och varje indikators egen kalender gäller. Det som redan är inlämnat är kvar. Du kan ta upp omgången igen.`,
    cancelled: $localize`:@@round.cancelled:Omgången är inställd.`,
    isCancelled: $localize`:@@round.is-cancelled:Omgången är inställd och frågar inte efter några värden.`,
    takeUp: $localize`:@@round.take-up:Ta upp omgången igen`,
    takenUp: $localize`:@@round.taken-up:Omgången gäller igen.`,
  };
  /** Bound from the route `/omgangar/:period?forvaltning=…&lage=…`. */
  readonly period = input.required<string>();
  readonly forvaltning = input<string>();
  readonly lage = input<string>();
  private readonly api = inject(RoundsApi);
  private readonly language = injectLanguage();
  protected readonly attempt = new Attempt();
  protected readonly round = this.api.round(this.period);
  protected readonly mayPlan = injectMayPlan();
  protected readonly name = computed(() => (this.round.hasValue() ? roundName(this.round.value().period, this.language) : ''));
  protected readonly days = linkedSignal<RoundDays>(() => daysOf(this.round.hasValue() ? this.round.value() : NO_DAYS));
  protected readonly lastDayOf = lastDayOfRound;

  constructor() {
    // The button that was pressed is gone.
    focusWhenChanged('#andra-omgangen', () => (this.round.hasValue() ? String(this.round.value().isCancelled) : undefined));
    const head = inject(PageHead);
    effect(() => head.set(this.name()));
  }

  protected stateWord(state: Parameters<typeof roundStateWord>[0]): string {
    return upperFirst(roundStateWord(state, this.language));
  }

  protected async save(event: Event, fields: RoundDaysFields): Promise<void> {
    event.preventDefault();
    if (fields.check()) await this.say({ isCancelled: false }, this.texts.saved);
  }

  /** Asked first, since whoever reports sees it at once. */
  protected async cancel(): Promise<void> {
    if (confirm(this.texts.cancelQuestion)) await this.say({ isCancelled: true }, this.texts.cancelled);
  }

  protected takeUp(): Promise<void> {
    return this.say({ isCancelled: false }, this.texts.takenUp);
  }

  private say({ isCancelled }: Pick<RoundChange, 'isCancelled'>, done: string): Promise<void> {
    return this.attempt.make(async () => {
      const there = this.round.value();
      if (!there) return '';
      const days = isCancelled || there.isCancelled ? daysOf(there) : this.days();
      const said = { ...saidIn(days, there), isCancelled };
      this.round.set(await this.api.change({ of: there.period, revision: there.revision, said, key: this.attempt.key }));
      return done;
    });
  }
}

const NO_DAYS = { opensOn: '', dueOn: '', graceDays: 0, reviewUntil: '' };

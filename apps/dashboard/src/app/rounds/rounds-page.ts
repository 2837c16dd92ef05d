import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { lastDayOfRound, roundStateWord } from '@slusen/domain';
import { DayPipe, EmptyState, injectWord, MomentPipe, PeriodPipe } from '@slusen/ui';
import { Attempt } from '../data/attempt.js';
import { CurrentAccount } from '../data/current-account.js';
import { mayOpen } from '../data/page-access.js';
import { RoundsApi } from '../data/rounds-api.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { injectMayPlan } from './may-plan.js';
import { RoundOpening } from './round-opening.js';
import { RoundRules } from './round-rules.js';

/** Every follow-up round, for everybody who works here; strategists open them here, by hand and by rule. */
@Component({
  selector: 'app-rounds-page',
  imports: [AttemptNotice, DayPipe, EmptyState, MomentPipe, PageState, PeriodPipe, RoundOpening, RoundRules, RouterLink],
  templateUrl: './rounds-page.html',
})
export class RoundsPage {
  protected readonly texts = {
    heading: $localize`:@@rounds.heading:Uppföljningsomgångar`,
    lead: $localize`:@@rounds.lead:En omgång samlar in värdena för en period: från dagen då den öppnar till sista dagen, och sedan granskas de. Det som källan publicerar senare frågas inte efter i omgången och är inte försenat.`,
    columns: {
      period: $localize`:@@rounds.column-period:Period`,
      state: $localize`:@@rounds.column-state:Läge`,
      opens: $localize`:@@rounds.column-opens:Öppnar`,
      due: $localize`:@@rounds.column-due:Sista dag`,
      review: $localize`:@@rounds.column-review:Granskas till och med`,
      publish: $localize`:@@rounds.column-publish:Publiceras`,
      locks: $localize`:@@rounds.column-locks:Låses`,
    },
    grace: (day: string) => $localize`:@@rounds.grace:respit till ${day}:day:`,
    atOnce: $localize`:@@rounds.at-once:när värdet godkänns`,
    never: $localize`:@@rounds.never:aldrig`,
    none: $localize`:@@rounds.none:Inga omgångar än`,
    noneAdvice: $localize`:@@rounds.none-advice:Tills en strateg öppnar en omgång gäller varje indikators egen kalender.`,
  };
  protected readonly attempt = new Attempt();
  protected readonly list = inject(RoundsApi).list();
  protected readonly stateWord = injectWord(roundStateWord);
  protected readonly lastDayOf = lastDayOfRound;
  protected readonly mayPlan = injectMayPlan();
  private readonly current = inject(CurrentAccount);
  protected readonly mayFollow = computed(() => mayOpen(this.current.view(), 'omgangar/:period'));

  constructor() {
    inject(PageHead).set($localize`:@@rounds.title:Uppföljningsomgångar`);
  }
}

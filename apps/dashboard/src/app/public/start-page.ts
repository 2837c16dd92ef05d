import { Component, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StartPageView } from '@slusen/contracts';
import { missingText, type Status, textIn } from '@slusen/domain';
import { DayPipe, ExampleMark, injectLanguage, injectWord, LocalizedText, StatusCounts, WithUnitPipe } from '@slusen/ui';
import { GoalsApi } from '../data/goals-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { StrategyDecision } from './strategy-decision.js';
import { calendarLink } from './calendar-link.js';

/** The strategy, its areas as doors, what changed lately, and search. */
@Component({
  selector: 'app-start-page',
  imports: [DayPipe, ExampleMark, LocalizedText, PageState, RouterLink, StatusCounts, StrategyDecision, WithUnitPipe],
  templateUrl: './start-page.html',
})
export class StartPage {
  protected readonly texts = {
    heading: $localize`:@@start.heading:Hur går det för vår kommun?`,
    searchLabel: $localize`:@@start.search-label:Sök en indikator`,
    do: $localize`:@@search.do:Sök`,
    areas: $localize`:@@start.areas:Utvecklingsområden`,
    examples: $localize`:@@start.examples:Målen och målvärdena är påhittade exempel.`,
    exampleChanges: $localize`:@@start.example-changes:Kommunens egna räkningar är påhittade exempel. Den offentliga statistiken är verklig.`,
    changes: $localize`:@@start.changes:Nytt och ändrat`,
    confirmed: $localize`:@@start.confirmed:nu slutligt`,
    corrected: $localize`:@@start.corrected:rättat`,
    new: $localize`:@@start.new:nytt`,
    calendar: calendarLink(),
  };
  protected readonly page = inject(GoalsApi).start();
  protected readonly missingWord = injectWord(missingText);
  protected readonly language = injectLanguage();

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (this.page.hasValue()) head.set('', textIn(this.page.value().strategy.purpose, this.language).text);
    });
  }

  /** The fulfilment of goals has words of its own, but the same four shapes. */
  protected asStatuses(counts: StartPageView['areas'][number]['counts']): Record<Status, number> {
    return {
      'on-track': counts.met,
      'at-risk': counts['partly-met'],
      'off-track': counts['not-met'],
      'not-assessable': counts['not-assessable'],
    };
  }
}

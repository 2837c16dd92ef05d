import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { coverageText, fulfilmentStatus, textIn } from '@slusen/domain';
import { EmptyState, ExampleMark, injectLanguage, injectWord, LocalizedText, StatusCounts, StatusMark } from '@slusen/ui';
import { GoalsApi } from '../data/goals-api.js';
import { Breadcrumbs } from '../shell/breadcrumbs.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { ActionList } from './action-list.js';
import { GoalIndicatorCard } from './goal-indicator-card.js';
import { RoleHolders } from './role-holders.js';
import { StrategyDecision } from './strategy-decision.js';

/** A goal: how far it is, by which rule, what measures it, who does what. */
@Component({
  selector: 'app-goal-page',
  imports: [
    ActionList,
    Breadcrumbs,
    EmptyState,
    ExampleMark,
    GoalIndicatorCard,
    LocalizedText,
    PageState,
    RoleHolders,
    RouterLink,
    StatusCounts,
    StatusMark,
    StrategyDecision,
  ],
  templateUrl: './goal-page.html',
})
export class GoalPage {
  protected readonly texts = {
    deliberately: $localize`:@@goal.deliberately:Målet mäts inte, och det är ett val:`,
    examples: $localize`:@@goal.examples:Mål, roller, målvärden och siffror som är märkta ”exempel” är påhittade för demonstrationen.`,
    ruleLink: $localize`:@@goal.rule-link:Så räknas målets läge fram`,
    indicators: $localize`:@@goal.indicators:Det här mäter vi`,
    actors: $localize`:@@goal.actors:Vem gör vad`,
    noLead: $localize`:@@goal.no-lead:Ingen har åtagit sig att leda arbetet med målet.`,
  };
  /** Bound from the route `/mal/:slug`. */
  readonly slug = input.required<string>();
  protected readonly page = inject(GoalsApi).goal(this.slug);
  protected readonly language = injectLanguage();
  protected readonly status = fulfilmentStatus;
  protected readonly coverage = injectWord(coverageText);
  protected readonly hasLead = computed(() => this.page.hasValue() && this.page.value().roles.some(({ role }) => role === 'leads'));

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (!this.page.hasValue()) return;
      const { name, description } = this.page.value();
      head.set(textIn(name, this.language).text, textIn(description, this.language).text);
    });
  }
}

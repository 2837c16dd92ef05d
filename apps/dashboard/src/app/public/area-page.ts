import { Component, effect, inject, input } from '@angular/core';
import { textIn } from '@slusen/domain';
import { EmptyState, injectLanguage, LocalizedText } from '@slusen/ui';
import { GoalsApi } from '../data/goals-api.js';
import { Breadcrumbs } from '../shell/breadcrumbs.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { GoalCard } from './goal-card.js';
import { StrategyDecision } from './strategy-decision.js';

/** One of the strategy's areas with its goals. */
@Component({
  selector: 'app-area-page',
  imports: [Breadcrumbs, EmptyState, GoalCard, LocalizedText, PageState, StrategyDecision],
  template: `
    @if (page.hasValue()) {
      @let view = page.value();
      <app-breadcrumbs />
      <p class="eyebrow" [uiText]="view.shortName"></p>
      <h1 [uiText]="view.name"></h1>
      <p class="lead" [uiText]="view.description"></p>
      <h2 class="section">{{ texts.goals }}</h2>
      <ul class="cards">
        @for (goal of view.goals; track goal.slug) {
          <li><app-goal-card [goal]="goal" [word]="goal.rollUp.word[language]" /></li>
        } @empty {
          <li><ui-empty-state i18n-heading="@@area.no-goals" heading="Området har inga mål än" /></li>
        }
      </ul>
      <div class="section"><app-strategy-decision [strategy]="view.strategy" /></div>
    } @else {
      <app-page-state [of]="page" />
    }
  `,
})
export class AreaPage {
  protected readonly texts = {
    goals: $localize`:@@area.goals:Målen`,
  };
  /** Bound from the route `/omrade/:slug`. */
  readonly slug = input.required<string>();
  protected readonly page = inject(GoalsApi).area(this.slug);
  protected readonly language = injectLanguage();

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (!this.page.hasValue()) return;
      const { name, description } = this.page.value();
      head.set(textIn(name, this.language).text, textIn(description, this.language).text);
    });
  }
}

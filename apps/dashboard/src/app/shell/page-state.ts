import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '@slusen/ui';
import { problemOf } from '../data/api-problem.js';
import type { Reading } from '../data/reading.js';
import { ErrorPage } from './error-page.js';

/** What stands where a page's content will be while it is fetched, or when it cannot be had. */
@Component({
  selector: 'app-page-state',
  imports: [EmptyState, ErrorPage, RouterLink],
  template: `
    @if (isWithoutStrategy()) {
      <ui-empty-state [heading]="texts.noStrategy">
        <p>{{ texts.noStrategyAdvice }}&ngsp;<a routerLink="/indikatorer">{{ texts.indicators }}</a></p>
      </ui-empty-state>
    } @else if (of().error()) {
      <app-error-page [status]="status()" />
    } @else {
      <p class="soft" role="status">{{ texts.loading }}</p>
    }
  `,
})
export class PageState {
  protected readonly texts = {
    loading: $localize`:@@page.loading:Hämtar …`,
    noStrategy: $localize`:@@page.no-strategy:Ingen strategi är inlagd än`,
    noStrategyAdvice: $localize`:@@page.no-strategy-advice:Här visas kommunens mål när strategin är inläst. Siffror som redan finns står under`,
    indicators: $localize`:@@page.no-strategy-indicators:Indikatorer`,
  };
  readonly of = input.required<Reading<unknown>>();
  /** A new installation: nothing is wrong, there is just nothing to show yet. */
  protected readonly isWithoutStrategy = computed(() => problemOf(this.of().error())?.code === 'strategy.not-found');
  protected readonly status = computed(() => this.of().error()?.status ?? 0);
}

import { Component, input } from '@angular/core';
import { trendWord, type Trend, type TrendWay } from '@slusen/domain';
import { injectWord } from './language.js';

const PATHS: Readonly<Record<TrendWay, string>> = {
  up: 'M5 19L19 5M9 5h10v10',
  down: 'M5 5l14 14M9 19h10V9',
  level: 'M3 12h18M14 5l7 7-7 7',
};

/** An arrow with its word, labelled so that it is never taken for a status; without a trend the label alone, before a reason. */
@Component({
  selector: 'ui-trend-arrow',
  template: `
    {{ label }}
    @if (trend(); as trend) {
      <span class="trend">
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2.5">
          <path [attr.d]="paths[trend.way]" />
        </svg>
        <span>{{ wordOf(trend.word) }}</span>
      </span>
    }
  `,
})
export class TrendArrow {
  readonly trend = input.required<{ readonly word: Trend; readonly way: TrendWay } | undefined>();
  protected readonly label = $localize`:@@trend.label:Trend:`;
  protected readonly paths = PATHS;
  protected readonly wordOf = injectWord(trendWord);
}

import { Component, computed, input } from '@angular/core';

/** Which way a value went, and whether that is better or worse; `none` judges nothing. */
export interface Trend {
  readonly way: 'up' | 'down' | 'level';
  readonly meaning: 'better' | 'worse' | 'none';
}

const PATHS: Readonly<Record<Trend['way'], string>> = {
  up: 'M5 19L19 5M9 5h10v10',
  down: 'M5 5l14 14M9 19h10V9',
  level: 'M3 12h18M14 5l7 7-7 7',
};

/** An arrow that always comes with its word. */
@Component({
  selector: 'ui-trend-arrow',
  template: `
    <span class="trend">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2.5">
        <path [attr.d]="path()" />
      </svg>
      <span>{{ word() }}</span>
    </span>
  `,
})
export class TrendArrow {
  readonly trend = input.required<Trend>();
  protected readonly path = computed(() => PATHS[this.trend().way]);
  protected readonly word = computed(() => {
    const { way, meaning } = this.trend();
    if (meaning === 'better') return $localize`:@@trend.better:förbättras`;
    if (meaning === 'worse') return $localize`:@@trend.worse:försämras`;
    if (way === 'up') return $localize`:@@trend.up:ökar`;
    return way === 'down' ? $localize`:@@trend.down:minskar` : $localize`:@@trend.level:oförändrat`;
  });
}

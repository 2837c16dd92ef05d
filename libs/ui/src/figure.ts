import { Component, computed, input } from '@angular/core';
import { formatNumber, formatWithUnit, isPercent, textIn, unitKind, type Localized } from '@slusen/domain';
import { injectLanguage } from './language.js';

/** A number with its unit, in tabular figures; `large` for the one figure a page is about. */
@Component({
  selector: 'ui-figure',
  template: `
    <span class="figure" [class.large]="large()">
      @if (large() && unitBelow(); as unit) {
        <span class="number">{{ number() }}</span>&ngsp;<span class="unit">{{ unit }}</span>
      } @else {
        <span class="number">{{ together() }}</span>
      }
    </span>
  `,
})
export class Figure {
  readonly value = input.required<number>();
  readonly unit = input.required<Localized>();
  readonly decimals = input.required<number>();
  readonly large = input(false);
  private readonly language = injectLanguage();

  protected readonly number = computed(() => formatNumber(this.value(), this.style()));
  protected readonly together = computed(() => formatWithUnit(this.value(), this.unit(), this.style()));
  /** Long units stand below a large number; a percent sign or a rank belongs beside it. */
  protected readonly unitBelow = computed(() => {
    const kind = unitKind(this.unit());
    return isPercent(this.unit()) || kind === 'rank' || kind === 'index' ? '' : textIn(this.unit(), this.language).text;
  });

  private style(): { decimals: number; language: 'sv' | 'en' } {
    return { decimals: this.decimals(), language: this.language };
  }
}

import { Pipe, type PipeTransform } from '@angular/core';
import { dateLabel, figureName, formatWithUnit, parsePeriod, stockholmDate, type Localized, type Reporting } from '@slusen/domain';
import { injectLanguage } from './language.js';

/** A number with its unit: "15 327 invånare", "2,5 %". */
@Pipe({ name: 'withUnit' })
export class WithUnitPipe implements PipeTransform {
  private readonly language = injectLanguage();

  transform(value: number, of: { readonly unit: Localized; readonly decimals: number }): string {
    return formatWithUnit(value, of.unit, { decimals: of.decimals, language: this.language });
  }
}

/** A period's code in words: `2026-Q3` → "kvartal 3 2026"; `of` whose figure it is, since one that accumulates covers more than its period. */
@Pipe({ name: 'period' })
export class PeriodPipe implements PipeTransform {
  private readonly language = injectLanguage();

  transform(code: string, of: { readonly reporting?: Reporting | undefined } = {}): string {
    return figureName(parsePeriod(code), this.language, { reporting: of.reporting });
  }
}

/** A date, or the date in Stockholm at a moment, in full: "30 september 2026". */
@Pipe({ name: 'day' })
export class DayPipe implements PipeTransform {
  private readonly language = injectLanguage();

  transform(dateOrInstant: string): string {
    const date = dateOrInstant.includes('T') ? stockholmDate(dateOrInstant) : dateOrInstant;
    return dateLabel(date, this.language);
  }
}

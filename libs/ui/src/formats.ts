import { Pipe, type PipeTransform } from '@angular/core';
import {
  dateLabel,
  formatDifference,
  formatWithUnit,
  parsePeriod,
  periodLabel,
  periodPhrase,
  stockholmDate,
  withPeriod,
  type Explanation,
  type Localized,
} from '@slusen/domain';
import { injectLanguage } from './language.js';

type Measured = Pick<Explanation, 'unit' | 'decimals' | 'measure' | 'reporting'>;

/** A number with its unit: "15 327 invånare", "2,5 %". */
@Pipe({ name: 'withUnit' })
export class WithUnitPipe implements PipeTransform {
  private readonly language = injectLanguage();

  transform(value: number, of: { readonly unit: Localized; readonly decimals: number }): string {
    return formatWithUnit(value, of.unit, { decimals: of.decimals, language: this.language });
  }
}

/** A value and its period, as they stand together in a sentence: "15 800 invånare 2030", "placering 204 år 2030". */
@Pipe({ name: 'valueAt' })
export class ValueAtPipe implements PipeTransform {
  private readonly language = injectLanguage();

  transform({ value, period }: { readonly value: number; readonly period: string }, of: Measured): string {
    const said = formatWithUnit(value, of.unit, { decimals: of.decimals, language: this.language });
    return withPeriod(said, periodPhrase(parsePeriod(period), this.language, of), this.language);
  }
}

/** How far two values are apart, with the unit that differences have: "1 indexenhet", "0,5 procentenheter". */
@Pipe({ name: 'difference' })
export class DifferencePipe implements PipeTransform {
  private readonly language = injectLanguage();

  transform(difference: number, of: { readonly unit: Localized; readonly decimals: number }): string {
    return formatDifference(difference, of.unit, { decimals: of.decimals, language: this.language });
  }
}

/** A period's code in words: `2026-Q3` → "kvartal 3 2026". */
@Pipe({ name: 'period' })
export class PeriodPipe implements PipeTransform {
  private readonly language = injectLanguage();

  transform(code: string): string {
    return periodLabel(parsePeriod(code), this.language);
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

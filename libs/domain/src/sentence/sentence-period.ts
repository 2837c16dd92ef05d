import { type Language } from '../language.js';
import { periodLabel } from '../time/period-label.js';
import { type Period } from '../time/period.js';
import { figureName, lastMonth, type MonthsCovered } from './figure-name.js';

/** A period as it stands in a sentence after a value: "2025", "i september 2026", "in quarter 3 2026". */
export function periodPhrase(period: Period, language: Language, covered: MonthsCovered): string {
  if (isRolling(period, covered)) {
    const month = periodLabel(lastMonth(period), language);
    return language === 'sv' ? `de tolv månaderna till och med ${month}` : `in the twelve months to ${month}`;
  }
  const label = figureName(period, language, covered);
  if (language === 'sv') return period.cadence === 'month' && !/–|^\d/.test(label) ? `i ${label}` : label;
  return period.cadence === 'half-year' && label.includes(' of ') ? `in the ${label}` : `in ${label}`;
}

/** What the value of a year before is called: its period, or "ett år tidigare" where that would be as long again. */
export function earlierPhrase(period: Period, language: Language, covered: MonthsCovered): string {
  if (isRolling(period, covered)) return language === 'sv' ? 'ett år tidigare' : 'a year earlier';
  return periodPhrase(period, language, covered);
}

/** What a figure of a period covers, as a noun: "september 2026", "januari–augusti 2026", "the twelve months to September 2026". */
export function periodName(period: Period, language: Language, covered: MonthsCovered): string {
  return withoutPreposition(periodPhrase(period, language, covered));
}

/** Where a line of figures begins or ends: of figures of twelve months by the last one of them, "juni 2026". */
export function endName(period: Period, language: Language, covered: MonthsCovered): string {
  return isRolling(period, covered) ? periodLabel(lastMonth(period), language) : periodName(period, language, covered);
}

/** "i september 2026" as "september 2026": after "than" and "compared with", or before a colon. */
export function withoutPreposition(phrase: string): string {
  return phrase.replace(/^in? /, '');
}

const BARE_NUMBER = /^[\d\s.,\u2212-]+$/;

/**
 * A value and its period, with "år" between two numbers that would run together: "placering 179 år 2025". A number that says of
 * nothing what it counts comes after its period, since "42 år 2025" would be an age: "2025: 42".
 */
export function withPeriod(value: string, phrase: string, language: Language): string {
  if (BARE_NUMBER.test(value)) return `${withoutPreposition(phrase)}: ${value}`;
  const collide = language === 'sv' && /\d$/.test(value) && /^\d/.test(phrase);
  return collide ? `${value} år ${phrase}` : `${value} ${phrase}`;
}

/**
 * Whether a figure of the period stands for the twelve months that end with it, and the period is not itself a year.
 */
export function isRolling(period: Period, { measure }: MonthsCovered): boolean {
  return measure === 'rolling-12-months' && period.cadence !== 'year';
}

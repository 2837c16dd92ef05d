import { type Explanation } from '../status/explanation.js';
import { type Language } from '../language.js';
import { periodLabel } from '../time/period-label.js';
import { monthsIn, type Period } from '../time/period.js';

/** What decides which months a figure of a period covers. */
export type MonthsCovered = Pick<Explanation, 'measure' | 'reporting'>;

/** A period as it stands in a sentence after a value: "2025", "i september 2026", "in quarter 3 2026". */
export function periodPhrase(period: Period, language: Language, covered: MonthsCovered): string {
  if (isRolling(period, covered)) {
    const month = periodLabel(lastMonth(period), language);
    return language === 'sv' ? `de tolv månaderna till och med ${month}` : `in the twelve months to ${month}`;
  }
  const label = coveredLabel(period, language, covered);
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

/**
 * What a figure of the period itself covers, whatever it is judged by, to stand by itself in a table: "kvartal 3 2026", "first half of 2026",
 * "januari–augusti 2026" of one that accumulates.
 */
export function figureName(period: Period, language: Language, reported: Pick<MonthsCovered, 'reporting'>): string {
  return coveredLabel(period, language, reported);
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

function lastMonth({ cadence, year, part }: Period): Period {
  return { cadence: 'month', year, part: cadence === 'year' ? 12 : part * monthsIn(cadence) };
}

/** A figure of the year so far is named by the months it holds: "januari–augusti 2026", a full one by its year. */
function coveredLabel(period: Period, language: Language, { reporting }: Pick<MonthsCovered, 'reporting'>): string {
  const last = lastMonth(period);
  if (reporting !== 'year-to-date' || period.cadence === 'year' || last.part === 1) return periodLabel(period, language);
  if (last.part === 12) return String(period.year);
  const january = periodLabel({ ...last, part: 1 }, language).split(' ')[0] ?? '';
  return `${january}–${periodLabel(last, language)}`;
}

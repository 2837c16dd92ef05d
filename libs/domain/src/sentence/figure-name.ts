import { type Explanation } from '../status/explanation.js';
import { type Language } from '../language.js';
import { periodLabel } from '../time/period-label.js';
import { monthsIn, type Period } from '../time/period.js';

/** What decides which months a figure of a period covers. */
export type MonthsCovered = Pick<Explanation, 'measure' | 'reporting'>;

/**
 * What a figure of the period itself covers, whatever it is judged by, to stand by itself in a table: "kvartal 3 2026", "first half of 2026",
 * "januari–augusti 2026" of one that accumulates.
 */
export function figureName(period: Period, language: Language, { reporting }: Pick<MonthsCovered, 'reporting'>): string {
  const last = lastMonth(period);
  if (reporting !== 'year-to-date' || period.cadence === 'year' || last.part === 1) return periodLabel(period, language);
  if (last.part === 12) return String(period.year);
  const january = periodLabel({ ...last, part: 1 }, language).split(' ')[0] ?? '';
  return `${january}–${periodLabel(last, language)}`;
}

/** The month that a period ends with. */
export function lastMonth({ cadence, year, part }: Period): Period {
  return { cadence: 'month', year, part: cadence === 'year' ? 12 : part * monthsIn(cadence) };
}

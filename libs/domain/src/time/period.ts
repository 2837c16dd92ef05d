import { DomainError } from '../domain-error.js';

/** How often an indicator is measured. `irregular` uses year periods listed on the indicator (elections, surveys). */
export const CADENCES = ['month', 'quarter', 'tertial', 'half-year', 'year', 'irregular'] as const;
export type Cadence = (typeof CADENCES)[number];
/** The cadences a period itself can have. */
export type PeriodCadence = Exclude<Cadence, 'irregular'>;

/** A calendar period. `part` counts from 1 within the year (always 1 for a year). */
export interface Period {
  readonly cadence: PeriodCadence;
  readonly year: number;
  readonly part: number;
}

/** A calendar date, `2026-09-30`, in Europe/Stockholm. */
export type IsoDate = string;
/** A moment, ISO 8601 in UTC: `2026-09-30T22:00:00.000Z`. */
export type Instant = string;

const MONTHS_OF: Readonly<Record<PeriodCadence, number>> = {
  month: 1,
  quarter: 3,
  tertial: 4,
  'half-year': 6,
  year: 12,
};

/** The cadence that an indicator's own periods have: years for an irregular one. */
export function periodCadence(cadence: Cadence): PeriodCadence {
  return cadence === 'irregular' ? 'year' : cadence;
}

/** How many months one period of the cadence covers: 3 for a quarter. */
export function monthsIn(cadence: PeriodCadence): number {
  return MONTHS_OF[cadence];
}

/** How many periods of the cadence a year has: 4 quarters. */
export function partsPerYear(cadence: PeriodCadence): number {
  return 12 / MONTHS_OF[cadence];
}

/** The end of a period in months, `year × 12 + last month` (2026-Q3 → 24321), comparable between cadences. */
export function periodPosition({ cadence, year, part }: Period): number {
  return year * 12 + part * MONTHS_OF[cadence];
}

/** The first month of a period on the same axis as its position (2026-Q3 → 24319). */
export function firstMonthPosition(period: Period): number {
  return periodPosition(period) - MONTHS_OF[period.cadence] + 1;
}

/** Orders by end, and the shorter of two that end together first (2026-M12, 2026-Q4, 2026). */
export function comparePeriods(a: Period, b: Period): number {
  return periodPosition(a) - periodPosition(b) || MONTHS_OF[a.cadence] - MONTHS_OF[b.cadence];
}

/** The same stretch of time at the same cadence. */
export function isSamePeriod(a: Period, b: Period): boolean {
  return a.cadence === b.cadence && a.year === b.year && a.part === b.part;
}

/** The period `steps` after this one, or before it when negative, at its own cadence. */
export function shiftPeriod({ cadence, year, part }: Period, steps: number): Period {
  const parts = partsPerYear(cadence);
  const index = year * parts + (part - 1) + steps;
  const newYear = Math.floor(index / parts);
  return { cadence, year: newYear, part: index - newYear * parts + 1 };
}

/** The period right after, at the same cadence. */
export function nextPeriod(period: Period): Period {
  return shiftPeriod(period, 1);
}

/** The period right before, at the same cadence. */
export function previousPeriod(period: Period): Period {
  return shiftPeriod(period, -1);
}

/** The same season one year earlier: 2026-Q3 → 2025-Q3. */
export function samePeriodYearBefore(period: Period): Period {
  return { ...period, year: period.year - 1 };
}

/**
 * All periods from the first to the last, both included; empty when the last comes before the first. Throws
 * `period.cadence-mixed` when the two are of different cadences.
 */
export function periodsFrom(first: Period, last: Period): readonly Period[] {
  if (first.cadence !== last.cadence) {
    throw new DomainError('period.cadence-mixed', { first: first.cadence, last: last.cadence });
  }
  const count = (periodPosition(last) - periodPosition(first)) / MONTHS_OF[first.cadence] + 1;
  return Array.from({ length: Math.max(0, count) }, (_, step) => shiftPeriod(first, step));
}

/** Whether an indicator of the cadence can have a value for the period at all. */
export function fitsCadence(period: Period, cadence: Cadence): boolean {
  return period.cadence === periodCadence(cadence);
}

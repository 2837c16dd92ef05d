import { type Language } from './language.js';

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

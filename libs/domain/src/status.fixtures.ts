/** Builders for the specs in this folder: the population of Vimmerby unless told otherwise. */
import { type IndicatorRules } from './indicator.js';
import { type Localized } from './language.js';
import { type Observation } from './observation.js';
import { parsePeriod } from './period-code.js';
import { type BandTarget, type Milestone, type PointTarget } from './target.js';
import { type Measured } from './value.js';

export const INHABITANTS: Localized = { sv: 'invånare', en: 'inhabitants' };

/** Rules of a yearly indicator due fifty days after the year. */
export function someRules(changes: Partial<IndicatorRules> = {}): IndicatorRules {
  return {
    direction: 'increase',
    cadence: 'year',
    reporting: 'period',
    aggregation: 'last',
    decimals: 0,
    lagDays: 50,
    graceDays: 30,
    mayRepeat: false,
    officialStatistics: true,
    breaks: [],
    irregularYears: [],
    ...changes,
  };
}

/** An exact final value, or a missing one, of a period. */
export function outcome(code: string, measured: number | Measured, changes: Partial<Observation> = {}): Observation {
  return {
    period: parsePeriod(code),
    revision: 1,
    quality: 'final',
    provenance: 'exact',
    source: 'SCB',
    recordedAt: '2026-02-20T08:00:00.000Z',
    ...changes,
    ...(typeof measured === 'number' ? { value: measured } : measured),
  } as Observation;
}

/** Consecutive values from a year on. */
export function yearly(first: number, ...values: readonly number[]): Observation[] {
  return values.map((value, index) => outcome(String(first + index), value));
}

export function at(code: string, value: number): Milestone {
  return { period: parsePeriod(code), value };
}

/** 15 327 in 2025 to 15 800 in 2030, a tolerance of 50. */
export function pointTarget(changes: Partial<PointTarget> = {}): PointTarget {
  return {
    kind: 'point',
    measure: 'value',
    path: 'linear',
    tolerance: 50,
    baseline: at('2025', 15327),
    milestones: [],
    final: at('2030', 15800),
    decision: 'KF 2025-11-24 § 210',
    isExample: false,
    ...changes,
  };
}

/** Between 2.0 and 2.5 from 2025 to 2030, a tolerance of 0.2. */
export function bandTarget(changes: Partial<BandTarget> = {}): BandTarget {
  return {
    kind: 'band',
    measure: 'value',
    tolerance: 0.2,
    baselinePeriod: parsePeriod('2025'),
    finalPeriod: parsePeriod('2030'),
    low: 2,
    high: 2.5,
    decision: 'KF 2025-11-24 § 210',
    isExample: false,
    ...changes,
  };
}

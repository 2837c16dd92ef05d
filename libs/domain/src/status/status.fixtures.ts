/** Builders for the specs in this folder: the population of Vimmerby unless told otherwise. */
import { type IndicatorRules } from '../indicator/indicator.js';
import { type Localized } from '../language.js';
import { type Observation } from '../value/observation.js';
import { parsePeriod } from '../time/period-code.js';
import { assess, type Assessed } from './status-assess.js';
import { type BandTarget, type Milestone, type PointTarget } from '../target/target.js';
import { type Measured } from '../value/value.js';

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

export const PERCENT = { sv: '%', en: '%' };
/** When the value of 2026 has been due for a while. */
export const TODAY = '2027-06-01';

/** Vimmerby's population against its target, with whatever is different. */
export function question(changes: Partial<Assessed> = {}): Assessed {
  const observations = [...yearly(2024, 15384, 15327), outcome('2026', 15327)];
  return { rules: someRules(), unit: INHABITANTS, target: pointTarget(), observations, today: TODAY, ...changes };
}

/** The population's status when 2026 has the value. */
export function populationOf2026(value: number, changes: Partial<Observation> = {}) {
  return assess(question({ observations: [outcome('2025', 15327), outcome('2026', value, changes)] }));
}

/** The status of an indicator that has the value in 2026 and no other. */
export function in2026(value: number, { target, rules }: Pick<Assessed, 'target' | 'rules'>) {
  return assess({ rules, unit: PERCENT, target, observations: [outcome('2026', value)], today: TODAY });
}

/** A target that expects the same from 2025 until its final period in 2030. */
export function steady(expected: number, changes: Partial<PointTarget> = {}): PointTarget {
  return pointTarget({ path: 'step', baseline: at('2025', expected), final: at('2030', expected), ...changes });
}

/** Unemployment with an expected 6.0 % in 2026 and a tolerance of 0.5. */
export function unemployment(value: number) {
  const rules = someRules({ direction: 'decrease', decimals: 1, min: 0, max: 100 });
  return in2026(value, { target: steady(6, { final: at('2030', 5), tolerance: 0.5 }), rules });
}

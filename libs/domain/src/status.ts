import { type Direction } from './indicator.js';
import { type Localized } from './language.js';
import { type IsoDate, type Period } from './period.js';
import { type Measure, type Path } from './target.js';
import { type MissingKind, type Provenance, type Quality } from './value.js';

/** Where the latest outcome lies against the target path. */
export const STATUSES = ['on-track', 'at-risk', 'off-track', 'not-assessable'] as const;
export type Status = (typeof STATUSES)[number];

export const NOT_ASSESSABLE_REASONS = [
  'no-target',
  'no-outcome',
  'no-outcome-after-baseline',
  'missing',
  'series-break',
  'deliberately-not-measured',
] as const;
export type NotAssessableReason = (typeof NOT_ASSESSABLE_REASONS)[number];

/** The figure a status rests on, with where it came from. `value` is after the target's measure (R12 when rolling). */
export interface ExplainedOutcome {
  readonly period: Period;
  readonly value: number;
  readonly revision: number;
  readonly quality: Quality;
  readonly provenance: Provenance;
  readonly source: string;
  readonly approvedBy?: string | undefined;
  readonly recordedAt: string;
  readonly margin?: number | undefined;
}

/**
 * Why a status is what it is: made by the same function that made the status, and the only thing pages, reports, API and
 * sentences are made from. All numbers are rounded to the indicator's decimals.
 */
export interface Explanation {
  readonly ruleVersion: string;
  readonly status: Status;
  readonly reason?: NotAssessableReason | undefined;
  readonly missing?: MissingKind | undefined;
  /** The status is not the same over the whole margin of error. */
  readonly uncertain: boolean;
  readonly direction: Direction;
  readonly decimals: number;
  readonly unit: Localized;
  readonly today: IsoDate;
  readonly measure: Measure;
  readonly outcome?: ExplainedOutcome | undefined;
  /** The last real value when the latest is a missing one. */
  readonly lastReal?: ExplainedOutcome | undefined;
  /** The value one year (same season) before the outcome, on the same side of every break. */
  readonly yearBefore?: { readonly period: Period; readonly value: number } | undefined;
  readonly target?:
    | { readonly kind: 'point'; readonly path: Path; readonly baseline: { readonly period: Period; readonly value: number }; readonly final: { readonly period: Period; readonly value: number }; readonly expected?: number | undefined; readonly decision: string; readonly isExample: boolean }
    | { readonly kind: 'band'; readonly low: number; readonly high: number; readonly baselinePeriod: Period; readonly finalPeriod: Period; readonly decision: string; readonly isExample: boolean }
    | undefined;
  readonly tolerance?: number | undefined;
  /** Positive when it falls short, ≤ 0 when it does not. */
  readonly shortfall?: number | undefined;
  /** At or after the target's final period: the words become Uppfyllt and so on. */
  readonly isFinal: boolean;
  /** The numbers put into the formula, ready to print: `15 422 − 15 327 = 95 > 50`. */
  readonly formula?: string | undefined;
  /** What would give another status: from which value it becomes which. */
  readonly flips: readonly { readonly status: Exclude<Status, 'not-assessable'>; readonly from: number; readonly to?: number | undefined }[];
  readonly seriesBreak?: { readonly firstPeriod: Period; readonly reason: Localized } | undefined;
}

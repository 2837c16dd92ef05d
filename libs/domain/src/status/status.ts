import { type Scaled } from '../value/value-scaled.js';

/** Where the latest outcome lies against the target path. */
export const STATUSES = ['on-track', 'at-risk', 'off-track', 'not-assessable'] as const;
export type Status = (typeof STATUSES)[number];

/** Why there is no status. */
export const NOT_ASSESSABLE_REASONS = [
  'no-target',
  'no-outcome',
  'no-outcome-after-baseline',
  'missing',
  'series-break',
  'outdated',
  'deliberately-not-measured',
] as const;
export type NotAssessableReason = (typeof NOT_ASSESSABLE_REASONS)[number];

/** A status that was reached by comparing an outcome with a target. */
export type AssessedStatus = Exclude<Status, 'not-assessable'>;

/** What an outcome is compared with, in whole units of the indicator's last decimal. */
export type Yardstick =
  | {
      readonly kind: 'point';
      readonly direction: 'increase' | 'decrease';
      readonly expected: Scaled;
      readonly tolerance: Scaled;
    }
  | { readonly kind: 'band'; readonly low: Scaled; readonly high: Scaled; readonly tolerance: Scaled };

/**
 * How far an outcome falls short of what was expected, in units of the indicator's last decimal; ≤ 0 when it does not.
 * For a band the distance outside it, 0 inside. Whole numbers, since 0.4 − 0.3 ≤ 0.1 is false for floats.
 */
export function shortfall(outcome: Scaled, yardstick: Yardstick): Scaled {
  if (yardstick.kind === 'band') return Math.max(yardstick.low - outcome, outcome - yardstick.high, 0);
  return yardstick.direction === 'increase' ? yardstick.expected - outcome : outcome - yardstick.expected;
}

/** The status of a shortfall: none is on track, one within the tolerance at risk, a larger one off track. */
export function statusOf(gap: Scaled, tolerance: Scaled): AssessedStatus {
  if (gap <= 0) return 'on-track';
  return gap <= tolerance ? 'at-risk' : 'off-track';
}

/** The status of an outcome held against a yardstick. */
export function statusAt(outcome: Scaled, yardstick: Yardstick): AssessedStatus {
  return statusOf(shortfall(outcome, yardstick), yardstick.tolerance);
}

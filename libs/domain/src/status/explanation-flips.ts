import { type Flip } from './explanation.js';
import { type AssessedStatus, type Yardstick } from './status.js';
import { fromScaled, toScaled, type Scaled } from '../value/value-scaled.js';

/** A stretch of outcomes that share a status, in scaled units, both ends included. */
interface Stretch {
  readonly status: AssessedStatus;
  readonly low: Scaled;
  readonly high: Scaled;
}

/** What an indicator can be at all, and how it is written. */
export interface ValueRange {
  readonly decimals: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/**
 * From which outcomes the status would be another, nearest first; outcomes below the indicator's min or above its max
 * are left out, since they cannot happen.
 */
export function flipsOf(outcome: Scaled, yardstick: Yardstick, { decimals, min, max }: ValueRange): readonly Flip[] {
  const lowest = min === undefined ? -Infinity : toScaled(min, decimals);
  const highest = max === undefined ? Infinity : toScaled(max, decimals);
  return stretchesOf(yardstick)
    .filter(({ low, high }) => low <= highest && high >= lowest && (outcome < low || outcome > high))
    .map(({ status, low, high }) => ({
      status,
      low: clip(low, [lowest, highest]),
      high: clip(high, [lowest, highest]),
    }))
    .map(({ status, low, high }) => ({ status, from: outcome < low ? low : high, to: outcome < low ? high : low }))
    .sort((a, b) => Math.abs(a.from - outcome) - Math.abs(b.from - outcome))
    .map(({ status, from, to }) => ({
      status,
      from: fromScaled(from, decimals),
      ...(Number.isFinite(to) ? { to: fromScaled(to, decimals) } : {}),
    }));
}

/** An open end stays open, so that nobody reads the limit of what is possible as a limit of the rule. */
function clip(end: Scaled, [lowest, highest]: readonly [number, number]): Scaled {
  return Number.isFinite(end) ? Math.min(Math.max(end, lowest), highest) : end;
}

/** All outcomes from the lowest to the highest, cut where the status changes. */
function stretchesOf(yardstick: Yardstick): readonly Stretch[] {
  const { tolerance } = yardstick;
  const low = yardstick.kind === 'band' ? yardstick.low : yardstick.direction === 'increase' ? yardstick.expected : -Infinity;
  const high = yardstick.kind === 'band' ? yardstick.high : yardstick.direction === 'decrease' ? yardstick.expected : Infinity;
  const stretches: readonly Stretch[] = [
    { status: 'off-track', low: -Infinity, high: low - tolerance - 1 },
    { status: 'at-risk', low: low - tolerance, high: low - 1 },
    { status: 'on-track', low, high },
    { status: 'at-risk', low: high + 1, high: high + tolerance },
    { status: 'off-track', low: high + tolerance + 1, high: Infinity },
  ];
  return stretches.filter((stretch) => stretch.low <= stretch.high && stretch.high > -Infinity && stretch.low < Infinity);
}

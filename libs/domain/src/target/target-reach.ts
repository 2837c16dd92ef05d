import { type Direction } from '../indicator/indicator.js';
import { comparePeriods } from '../time/period.js';
import { finalPeriodOf, type BandTarget, type PointTarget, type Target } from './target.js';

/** How hard a target is to reach beside the one before it; `not-comparable`: harder in one way and easier in another, or of another kind. */
export const REACHES = ['easier', 'harder', 'as-hard', 'not-comparable'] as const;
export type Reach = (typeof REACHES)[number];

/** Whether a changed target is easier or harder to reach, by its final value, its last period and its width; the way there does not count. */
export function reachOf(before: Target, after: Target, direction: Direction): Reach {
  if (before.measure !== after.measure) return 'not-comparable';
  const value = valueReach(before, after, direction);
  if (value === undefined) return 'not-comparable';
  return together([value, timeReach(before, after)]);
}

/** Positive: harder; 0: the same; undefined: neither. */
type Harder = number;

function valueReach(before: Target, after: Target, direction: Direction): Harder | undefined {
  if (before.kind === 'point' && after.kind === 'point') return pointReach(before, after, direction);
  return before.kind === 'band' && after.kind === 'band' ? bandReach(before, after) : undefined;
}

function pointReach(before: PointTarget, after: PointTarget, direction: Direction): Harder | undefined {
  if (direction === 'none') return undefined;
  const further = after.final.value - before.final.value;
  return direction === 'increase' ? further : -further;
}

/** One interval within the other is harder to keep to. */
function bandReach(before: BandTarget, after: BandTarget): Harder | undefined {
  const [below, above] = [after.low - before.low, before.high - after.high];
  return below * above < 0 ? undefined : below + above;
}

/** A point is harder to reach sooner, an interval harder to keep to for longer. */
function timeReach(before: Target, after: Target): Harder {
  const later = comparePeriods(finalPeriodOf(after), finalPeriodOf(before));
  return after.kind === 'band' ? later : -later;
}

function together(ways: readonly Harder[]): Reach {
  const [isHarder, isEasier] = [ways.some((way) => way > 0), ways.some((way) => way < 0)];
  if (isHarder && isEasier) return 'not-comparable';
  return isHarder ? 'harder' : isEasier ? 'easier' : 'as-hard';
}

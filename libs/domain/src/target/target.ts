import { periodCode } from '../time/period-code.js';
import { periodPosition, type Period } from '../time/period.js';
import { fromMillionths, toMillionths } from '../value/value-scaled.js';

/** A path to a final value, or an interval to stay within. */
export const TARGET_KINDS = ['point', 'band'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** How the path runs between milestones: straight, or held from each milestone's own period. */
export const PATHS = ['linear', 'step'] as const;
export type Path = (typeof PATHS)[number];

/** What is compared with the path. Seasonal indicators use the sum or mean of twelve months. */
export const MEASURES = ['value', 'rolling-12-months'] as const;
export type Measure = (typeof MEASURES)[number];

/** A value in the indicator's unit and the period by which it is meant. */
export interface Milestone {
  readonly period: Period;
  readonly value: number;
}

interface TargetBase {
  readonly measure: Measure;
  /** How far off still counts as near; in the indicator's unit, ≥ 0. */
  readonly tolerance: number;
  /** The decision it rests on, as the body wrote it. */
  readonly decision: string;
  /** Invented for a demonstration; marked wherever it is shown. */
  readonly isExample: boolean;
}

/** A path from the baseline over milestones to the final value. */
export interface PointTarget extends TargetBase {
  readonly kind: 'point';
  readonly path: Path;
  readonly baseline: Milestone;
  readonly milestones: readonly Milestone[];
  readonly final: Milestone;
}

/** A constant interval to stay within, from the baseline period to the final one. */
export interface BandTarget extends TargetBase {
  readonly kind: 'band';
  readonly baselinePeriod: Period;
  readonly finalPeriod: Period;
  readonly low: number;
  readonly high: number;
}

/** What was decided that an indicator should reach or keep to. */
export type Target = PointTarget | BandTarget;

/** The period a target starts from; only outcomes after it are assessed. */
export function baselinePeriodOf(target: Target): Period {
  return target.kind === 'point' ? target.baseline.period : target.baselinePeriod;
}

/** The period by which the target is to be reached. */
export function finalPeriodOf(target: Target): Period {
  return target.kind === 'point' ? target.final.period : target.finalPeriod;
}

function pointsOf({ baseline, milestones, final }: PointTarget): readonly Milestone[] {
  return [baseline, ...milestones, final];
}

/**
 * What a point target expects for a period, unrounded: on the straight line between the two milestones around it on the
 * month axis, or the value of the milestone reached last (`step`). None before the baseline and for a band; the final
 * value stands after the final period.
 */
export function expectedAt(target: Target, period: Period): number | undefined {
  if (target.kind === 'band') return undefined;
  const at = periodPosition(period);
  const points = pointsOf(target);
  const from = points.findLast((point) => periodPosition(point.period) <= at);
  const to = points.find((point) => periodPosition(point.period) > at);
  if (!from || !to || target.path === 'step') return from?.value;
  return between(from, to, at);
}

function between(from: Milestone, to: Milestone, at: number): number {
  const start = periodPosition(from.period);
  const [low, high] = [toMillionths(from.value), toMillionths(to.value)];
  const months = BigInt(periodPosition(to.period) - start);
  return fromMillionths(low * months + (high - low) * BigInt(at - start), months);
}

/** Whether two targets ask for the same: by which decision, and whether it is invented, is no part of that. */
export function isSameTarget(one: Target | undefined, other: Target | undefined): boolean {
  return one === undefined || other === undefined ? one === other : askedBy(one).join() === askedBy(other).join();
}

function askedBy(target: Target): (string | number)[] {
  const { kind, measure, tolerance } = target;
  const ends = [baselinePeriodOf(target), finalPeriodOf(target)].map(periodCode);
  if (target.kind === 'band') return [kind, measure, tolerance, ...ends, target.low, target.high];
  return [kind, measure, tolerance, target.path, ...pointsOf(target).flatMap(({ period, value }) => [periodCode(period), value])];
}

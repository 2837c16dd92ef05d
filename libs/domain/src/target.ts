import { type Period } from './period.js';

export const TARGET_KINDS = ['point', 'band'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** How the path runs between milestones: straight, or held from each milestone's own period. */
export const PATHS = ['linear', 'step'] as const;
export type Path = (typeof PATHS)[number];

/** What is compared with the path. Seasonal indicators use the sum or mean of twelve months. */
export const MEASURES = ['value', 'rolling-12-months'] as const;
export type Measure = (typeof MEASURES)[number];

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

export type Target = PointTarget | BandTarget;

import { parsePeriod } from '../time/period-code.js';
import { type Measure, type Milestone, type Path, type Target } from './target.js';

/** A value and the code of the period by which it is meant: `2030`, `2030-Q4`. */
export interface DatedValue {
  readonly period: string;
  readonly value: number;
}

interface DecidedBase {
  /** The slug of the indicator that it is a target for. */
  readonly indicator: string;
  readonly measure: Measure;
  readonly tolerance: number;
  /** The decision it rests on, as the body wrote it. */
  readonly decision: string;
  readonly isExample: boolean;
}

/** A path to a final value, as it is written before it is known to be sound. */
export interface PointContent extends DecidedBase {
  readonly kind: 'point';
  readonly path: Path;
  readonly baseline: DatedValue;
  readonly milestones: readonly DatedValue[];
  readonly final: DatedValue;
}

/** An interval to stay within, as it is written before it is known to be sound. */
export interface BandContent extends DecidedBase {
  readonly kind: 'band';
  readonly baselinePeriod: string;
  readonly finalPeriod: string;
  readonly low: number;
  readonly high: number;
}

/** A target as somebody writes it: periods as codes, nothing checked yet. */
export type TargetContent = PointContent | BandContent;

/**
 * How an indicator measures a goal: against a target, with none decided (`none`), or not any more (`withdrawn`). What a revision of a
 * target holds.
 */
export type Measuring = TargetContent | { readonly indicator: string; readonly kind: 'none' | 'withdrawn' };

/** A target that was written, as the rules read it. Throws `period.unknown`. */
export function readTarget({ indicator: _, ...content }: TargetContent): Target {
  if (content.kind === 'point') {
    const [baseline, final] = [readValue(content.baseline), readValue(content.final)];
    return { ...content, baseline, final, milestones: content.milestones.map(readValue) };
  }
  return { ...content, baselinePeriod: parsePeriod(content.baselinePeriod), finalPeriod: parsePeriod(content.finalPeriod) };
}

const readValue = ({ period, value }: DatedValue): Milestone => ({ period: parsePeriod(period), value });

import { type Direction, type Reporting } from '../indicator/indicator.js';
import { type Localized } from '../language.js';
import { type Unit } from '../value/number-text-unit.js';
import { type IsoDate, type Period } from '../time/period.js';
import { type AssessedStatus, type NotAssessableReason, type Status } from './status.js';
import { type Measure, type Milestone, type Path } from '../target/target.js';
import { type MissingKind, type Provenance, type Quality } from '../value/value.js';

/** The figure a status rests on, with where it came from. `value` is after the target's measure (R12 when rolling). */
export interface ExplainedOutcome {
  readonly period: Period;
  readonly value: number;
  readonly revision: number;
  readonly quality: Quality;
  readonly provenance: Provenance;
  readonly source: string;
  readonly approvedBy?: Localized | undefined;
  readonly recordedAt: string;
  readonly margin?: number | undefined;
}

/** The target a status rests on, with what it expected of the outcome's period. */
export type ExplainedTarget =
  | {
      readonly kind: 'point';
      readonly path: Path;
      readonly baseline: Milestone;
      readonly milestones: readonly Milestone[];
      readonly final: Milestone;
      readonly expected?: number | undefined;
      readonly decision: string;
      readonly isExample: boolean;
    }
  | {
      readonly kind: 'band';
      readonly low: number;
      readonly high: number;
      readonly baselinePeriod: Period;
      readonly finalPeriod: Period;
      readonly decision: string;
      readonly isExample: boolean;
    };

/**
 * What would give another status: the outcomes from `from` (the one nearest to the real outcome) to `to`, without end
 * when `to` is absent.
 */
export interface Flip {
  readonly status: AssessedStatus;
  readonly from: number;
  readonly to?: number | undefined;
}

/** Values after an outcome that are overdue: the first one with since when, and the periods of those after it, oldest first, as many as are told. */
export interface OverdueValues {
  readonly period: Period;
  readonly since: IsoDate;
  readonly later?: readonly Period[] | undefined;
}

/**
 * Why a status is what it is: made by the same function that made the status, and the only thing pages, reports, API
 * and sentences are made from. All numbers are rounded to the indicator's decimals.
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
  readonly unit: Unit;
  readonly today: IsoDate;
  readonly measure: Measure;
  /** Year-to-date figures are said with the months they cover. */
  readonly reporting?: Reporting | undefined;
  /** Figures are for localities only: there is no total, and none to come. */
  readonly perLocality?: boolean | undefined;
  readonly outcome?: ExplainedOutcome | undefined;
  /** The period after the outcome, when its value is overdue, the first day it was, and those after it that are too. */
  readonly overdue?: OverdueValues | undefined;
  /** The outcome is so old that its period has to be said beside the status. */
  readonly isOld?: boolean | undefined;
  /** The latest period that counts when its revision is a missing value, or its twelve months are incomplete. */
  readonly missingPeriod?: Period | undefined;
  /** The periods without a value that its twelve months need, oldest first, where they are what is measured. */
  readonly missingParts?: readonly Period[] | undefined;
  /** The last real value when the latest is a missing one. */
  readonly lastReal?: ExplainedOutcome | undefined;
  /**
   * The value one year (same season) before the outcome, of an irregular indicator the one measured before it; only
   * when no break lies between.
   */
  readonly yearBefore?: Milestone | undefined;
  readonly target?: ExplainedTarget | undefined;
  readonly tolerance?: number | undefined;
  /** Positive when it falls short, ≤ 0 when it does not. */
  readonly shortfall?: number | undefined;
  /** At or after the target's final period: the words become Uppfyllt and so on. */
  readonly isFinal: boolean;
  /** The numbers put into the formula, ready to print in Swedish: `15 422 − 15 327 = 95 > 50`. */
  readonly formula?: string | undefined;
  /** What would give another status: from which value it becomes which. */
  readonly flips: readonly Flip[];
  /** The break that keeps the outcome from being compared with the value before; the same for every goal. */
  readonly breakBefore?: Explanation['seriesBreak'];
  /** The break to tell about: the one that keeps the outcome from being compared with the baseline, else with the value before. */
  readonly seriesBreak?: { readonly firstPeriod: Period; readonly reason: Localized } | undefined;
}

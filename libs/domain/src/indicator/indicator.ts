import { type Localized } from '../language.js';
import { type Cadence, type IsoDate, type Period } from '../time/period.js';

/** Which way is better; `none` has no better or worse and so no point target. */
export const DIRECTIONS = ['increase', 'decrease', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How periods add up to a longer one. */
export const AGGREGATIONS = ['sum', 'last', 'mean', 'none'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** Whether a value covers its own period or the year so far (tertial reports usually do). */
export const REPORTINGS = ['period', 'year-to-date'] as const;
export type Reporting = (typeof REPORTINGS)[number];

/** How far the municipality itself can move what is measured (rådighet). */
export const INFLUENCES = ['own', 'shared', 'follows-the-world'] as const;
export type Influence = (typeof INFLUENCES)[number];

/** Whether it measures how a population fares, which many make, or what an organisation performs. */
export const INDICATOR_KINDS = ['population', 'performance'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** The first period that cannot be compared with those before it. */
export interface SeriesBreak {
  readonly firstPeriod: Period;
  readonly reason: Localized;
  readonly decision?: string | undefined;
}

/** What the rules need to know of an indicator; the words around it are the contract's. */
export interface IndicatorRules {
  readonly direction: Direction;
  readonly cadence: Cadence;
  readonly reporting: Reporting;
  readonly aggregation: Aggregation;
  readonly decimals: number;
  /** Days from the end of a period until its value is due. */
  readonly lagDays: number;
  /** Days after it was due until it counts as overdue. */
  readonly graceDays: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** A value equal to the one before is ordinary (a tax rate), not a sign of a copy. */
  readonly mayRepeat: boolean;
  /** Imports from official statistics are exempt from plausibility questions. */
  readonly officialStatistics: boolean;
  readonly breaks: readonly SeriesBreak[];
  /** The years an irregular indicator is measured; empty for every other cadence. */
  readonly irregularYears: readonly number[];
  /** The last period it is measured in, where its source was discontinued: nothing later is ever due. */
  readonly endsAfter?: Period | undefined;
  /** Before which day nothing is late, however long ago its period was: it was not asked for then (`lateAtEarliest`). */
  readonly lateAtEarliest?: IsoDate | undefined;
}

import { type Language, type Localized, type MissingKind, type MonthsCovered, type Quality } from '@slusen/domain';
import { type ChartConfiguration, type ChartDataset, type Plugin } from 'chart.js';

/** One period of a series. `position` is its end in months (year × 12 + last month); a null value is a missing one. */
export interface SeriesPoint {
  /** Canonical code: `2026-Q3`. */
  readonly period: string;
  /** The period in words, to stand within a sentence: "kvartal 3 2026". */
  readonly label: string;
  readonly position: number;
  readonly value: number | null;
  /** How sure it is; what is not final is drawn hollow, and said. */
  readonly quality: Quality;
  /** Its period was not over: it stands apart, hollow and on no line, and is no part of what the chart says. */
  readonly isOngoing?: boolean;
  /** Half width of the 95 % interval, in the unit of the value. */
  readonly margin?: number;
  /** Why the value is missing. */
  readonly missing?: MissingKind;
  /** What a reader of this one value must know ("rättad"), said with it in live text. */
  readonly note?: string;
}

/** A value at a position in months. */
export interface PathPoint {
  readonly position: number;
  readonly value: number;
}

/** A target path, ready to be drawn. `step` holds each milestone's value from its own period until the next. */
export interface TargetLine {
  readonly path: readonly PathPoint[];
  readonly label: string;
  readonly step?: boolean;
  /** Its steps in words, for whoever does not see them. */
  readonly steps?: string | undefined;
  /** It is no target, but a part of what is drawn. */
  readonly isPart?: boolean;
  /** It was ended at a series break, so its last point is not where it leads to. */
  readonly isCut?: boolean;
}

/** A target to stay within, between two positions. */
export interface TargetBand {
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** Where a series is cut: periods that end at this position or later lie after the break. */
export interface SeriesBreak {
  readonly position: number;
  readonly note: string;
}

/**
 * An indicator's series with its targets, as plain JSON: all that a chart, its sentence and its live text are made of.
 * The points are ordered by position. No line runs past a period that is not listed or is listed with null, save
 * in an irregular series: its years that are not listed were never meant to be measured (elections).
 */
export interface SeriesChartInput {
  readonly title: string;
  /** The finding that the chart is headed by, and beneath it what, where, when and in which unit. */
  readonly heading?: string;
  readonly subtitle?: string;
  /** As the indicator has it; the Swedish text tells whether it is a percentage, a rank, a count. */
  readonly unit: Localized;
  readonly decimals: number;
  readonly language: Language;
  /** Bars start from zero and are meant for counts. */
  readonly kind: 'line' | 'bars';
  readonly points: readonly SeriesPoint[];
  /** It is measured some years only. */
  readonly isIrregular?: boolean;
  /** What the figures cover, where that is not their own period alone. */
  readonly covered?: MonthsCovered;
  readonly target?: TargetLine;
  readonly band?: TargetBand;
  /** Earlier targets, drawn faintly, and parts. */
  readonly ghosts?: readonly TargetLine[];
  readonly breaks: readonly SeriesBreak[];
  /** A value being typed, shown as a ring beside the approved ones. */
  readonly draft?: PathPoint;
}

/** A dot or bar: x in months, y in the unit, null where the line must be cut. */
export interface SeriesDatum {
  readonly x: number;
  readonly y: number | null;
}

/** What Chart.js draws: first the values, a dataset per unbroken stretch (see `locatePoint`), then paths and draft. */
export type SeriesConfiguration = ChartConfiguration<'line' | 'bar', SeriesDatum[]>;
/** One line or row of bars of such a chart. */
export type SeriesDataset = ChartDataset<'line' | 'bar', SeriesDatum[]>;
/** A piece of drawing of our own, given along with the configuration. */
export type SeriesPlugin = Plugin<'line' | 'bar'>;

import { type Breakdown } from '../breakdown/breakdown.js';
import { type BalanceTerm } from '../entry/balance.js';
import { type Localized } from '../language.js';
import { type Cadence } from '../time/period.js';
import { type Formula } from './formula.js';
import { type Aggregation, type Direction, type IndicatorKind, type Influence, type Reporting } from './indicator.js';

/** Other words that people look for an indicator by, in each language. */
export interface Synonyms {
  readonly sv: readonly string[];
  readonly en: readonly string[];
}

/** Why an indicator is not measured any more, the last period that it was, and the slug of what replaces it. */
export interface Ending {
  readonly after: string;
  readonly reason: Localized;
  readonly replacedBy?: string | undefined;
}

/** Everything an indicator says about itself: what a revision of its definition holds. */
export interface DefinitionContent {
  readonly name: Localized;
  readonly definition: Localized;
  /** `one`: the unit of exactly one, where it differs. */
  readonly unit: Localized & { readonly one?: Localized | undefined };
  readonly decimals: number;
  readonly direction: Direction;
  readonly cadence: Cadence;
  readonly reporting: Reporting;
  readonly aggregation: Aggregation;
  /** Days from the end of a period until its value is due. */
  readonly lagDays: number;
  /** Days after it was due until it counts as overdue. */
  readonly graceDays: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly mayRepeat: boolean;
  readonly officialStatistics: boolean;
  readonly source: { readonly name: string; readonly url?: string | undefined };
  /** The slug of the actor that answers for the figures. */
  readonly owner?: string | undefined;
  /** The years an irregular indicator is measured. */
  readonly irregularYears: readonly number[];
  /** What a value should add up to; empty when nothing. */
  readonly balance: readonly Omit<BalanceTerm, 'name'>[];
  /** Codes of the localities it has values for. */
  readonly perLocality: readonly string[];
  readonly contextNote?: Localized | undefined;
  readonly isExample: boolean;
  /** How far the municipality can move it; nobody has said where it is absent. */
  readonly influence?: Influence | undefined;
  readonly kind?: IndicatorKind | undefined;
  readonly synonyms?: Synonyms | undefined;
  /** Where its source was discontinued. */
  readonly ending?: Ending | undefined;
  /** What its values are computed from; such an indicator is never typed in. */
  readonly formula?: Formula | undefined;
  /** What its figures are entered and published by, beside the whole. */
  readonly breakdown?: Breakdown | undefined;
}

/** What somebody has to say of one figure, beside the figure: of which period, and of which place by its code. */
export interface PointNoteContent {
  readonly period: string;
  readonly territory: string;
  readonly text: Localized;
}

/** The first period that cannot be compared with those before it, and why. */
export interface BreakContent {
  readonly firstPeriod: string;
  readonly reason: Localized;
  readonly decision?: string | undefined;
}

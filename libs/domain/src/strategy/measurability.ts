import { type BreakContent, type DefinitionContent } from '../indicator/definition-content.js';
import { type Localized } from '../language.js';
import { parsePeriod } from '../time/period-code.js';
import { isAfterBreak } from '../time/period-break.js';
import { periodPosition } from '../time/period.js';

/** What can be missing for a goal to be followed up, in the order it is told. */
export const MEASURABILITY_GAPS = [
  'measure',
  'indicator',
  'target',
  'baseline',
  'unit',
  'direction',
  'source',
  'owner',
  'reporter',
  'reviewer',
  'cadence',
  'influence',
  'series-break',
  'source-ended',
] as const;
export type MeasurabilityGap = (typeof MEASURABILITY_GAPS)[number];

/** Where what is missing is mended: in the goal's part of the draft, in the indicator's definition, or among the people. */
export const MENDING_PLACES = ['draft', 'indicator', 'people'] as const;
export type MendingPlace = (typeof MENDING_PLACES)[number];

/** Something that is missing; `period`: the first after a break, or the last of a source that ended; `replacedBy`: the indicator that goes on. */
export interface MeasurabilityFinding {
  readonly gap: MeasurabilityGap;
  readonly mendedIn: MendingPlace;
  readonly period?: string | undefined;
  readonly replacedBy?: string | undefined;
}

/** A value and when it is meant, as far as they are said. */
export interface ValueSaid {
  readonly period?: string | undefined;
  readonly value?: number | undefined;
}

/** How a goal is to be measured, as far as it is said. */
export interface MeasuringSaid {
  /** The slug of what measures it. */
  readonly indicator: string;
  readonly kind: 'none' | 'point' | 'band';
  readonly baseline?: ValueSaid | undefined;
  readonly final?: ValueSaid | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** What a goal says of how it is followed up, as far as it is said. */
export interface GoalSaid {
  readonly deliberatelyNotMeasured?: Localized | undefined;
  readonly measures: readonly MeasuringSaid[];
}

/** What is known of an indicator: its definition, its breaks, and the accounts that report and review its figures. */
export interface MeasurableIndicator extends Pick<
  DefinitionContent,
  'unit' | 'direction' | 'source' | 'owner' | 'cadence' | 'irregularYears' | 'influence' | 'formula' | 'ending'
> {
  readonly breaks: readonly Pick<BreakContent, 'firstPeriod'>[];
  readonly reporters: readonly string[];
  readonly reviewers: readonly string[];
}

/** What is missing for a goal, as such and for each indicator that measures it. */
export interface GoalMeasurability {
  /** It is left unmeasured, and says why. */
  readonly isDeliberatelyNotMeasured: boolean;
  readonly findings: readonly MeasurabilityFinding[];
  readonly indicators: readonly { readonly indicator: string; readonly findings: readonly MeasurabilityFinding[] }[];
}

/** How much of a strategy can be followed up; an indicator counts once for each goal that it measures. */
export interface MeasurabilityCount {
  readonly indicators: { readonly measurable: number; readonly total: number };
  /** A goal is measurable by one indicator that lacks nothing; those that say why they are not are no part of `total`. */
  readonly goals: { readonly measurable: number; readonly total: number; readonly deliberatelyNot: number };
}

type Known = ReadonlyMap<string, MeasurableIndicator>;

/** Whether a goal can be followed up: what is missing, each with where it is mended. Nothing of it forbids that the goal is adopted. */
export function goalMeasurability({ deliberatelyNotMeasured, measures }: GoalSaid, known: Known): GoalMeasurability {
  const isUnmeasured = measures.length === 0;
  const hasReason = Boolean(deliberatelyNotMeasured?.sv.trim());
  return {
    isDeliberatelyNotMeasured: isUnmeasured && hasReason,
    findings: isUnmeasured && !hasReason ? [{ gap: 'measure', mendedIn: 'draft' }] : [],
    indicators: measures.map((said) => ({ indicator: said.indicator, findings: findingsOf(said, known.get(said.indicator)) })),
  };
}

/** Counts what lacks nothing. */
export function countMeasurable(goals: readonly GoalMeasurability[]): MeasurabilityCount {
  const indicators = goals.flatMap((goal) => goal.indicators);
  const expected = goals.filter(({ isDeliberatelyNotMeasured }) => !isDeliberatelyNotMeasured);
  return {
    indicators: { measurable: indicators.filter(lacksNothing).length, total: indicators.length },
    goals: {
      measurable: expected.filter((goal) => goal.indicators.some(lacksNothing)).length,
      total: expected.length,
      deliberatelyNot: goals.length - expected.length,
    },
  };
}

const lacksNothing = ({ findings }: { readonly findings: readonly MeasurabilityFinding[] }): boolean => findings.length === 0;

function findingsOf(said: MeasuringSaid, indicator: MeasurableIndicator | undefined): readonly MeasurabilityFinding[] {
  if (!indicator) return [{ gap: 'indicator', mendedIn: 'draft' }];
  return [
    ...targetFindings(said),
    ...definitionFindings(said, indicator),
    ...peopleFindings(indicator),
    ...seriesFindings(said, indicator),
  ];
}

function targetFindings({ kind, baseline, final, low, high }: MeasuringSaid): readonly MeasurabilityFinding[] {
  const hasValues = kind === 'band' ? low !== undefined && high !== undefined : final?.value !== undefined;
  const hasTarget = kind !== 'none' && hasValues && final?.period !== undefined;
  const hasBaseline = kind !== 'none' && baseline?.period !== undefined && (kind === 'band' || baseline.value !== undefined);
  return missing('draft', { target: !hasTarget, baseline: !hasBaseline });
}

function definitionFindings({ kind }: MeasuringSaid, indicator: MeasurableIndicator): readonly MeasurabilityFinding[] {
  const { unit, direction, source, owner, cadence, irregularYears, influence, formula } = indicator;
  return missing('indicator', {
    unit: !unit.sv.trim(),
    // An interval is kept to from both sides.
    direction: direction === 'none' && kind !== 'band',
    source: !source.name.trim() && !formula,
    owner: owner === undefined,
    cadence: cadence === 'irregular' && irregularYears.length === 0,
    influence: influence === undefined,
  });
}

/** What is computed is typed by nobody. Nobody reviews their own figures, so one person alone is not enough. */
function peopleFindings({ owner, formula, reporters, reviewers }: MeasurableIndicator): readonly MeasurabilityFinding[] {
  if (owner === undefined || formula) return [];
  const isReviewed = reviewers.some((reviewer) => reporters.length === 0 || reporters.some((reporter) => reporter !== reviewer));
  return missing('people', { reporter: reporters.length === 0, reviewer: !isReviewed });
}

/** What makes the last figures of the target's time others than the first, or keeps them from coming. */
function seriesFindings({ baseline, final }: MeasuringSaid, { breaks, ending }: MeasurableIndicator): readonly MeasurabilityFinding[] {
  const cut = breakSince(baseline?.period, final?.period, breaks);
  const ends = ending && (final?.period === undefined || isLater(final.period, ending.after));
  return [
    ...(cut ? [{ gap: 'series-break', mendedIn: 'draft', period: cut } as const] : []),
    ...(ends ? [{ gap: 'source-ended', mendedIn: 'draft', period: ending.after, replacedBy: ending.replacedBy } as const] : []),
  ];
}

/** The first period after the latest break since the baseline; one after the target's last period does not matter. */
function breakSince(baseline: string | undefined, final: string | undefined, breaks: MeasurableIndicator['breaks']): string | undefined {
  if (baseline === undefined) return undefined;
  const [from, until] = [parsePeriod(baseline), final === undefined ? undefined : parsePeriod(final)];
  const cuts = breaks.map(({ firstPeriod: code }) => ({ code, firstPeriod: parsePeriod(code) }));
  const between = cuts.filter((cut) => !isAfterBreak(from, cut) && (until === undefined || isAfterBreak(until, cut)));
  return between.sort((a, b) => periodPosition(a.firstPeriod) - periodPosition(b.firstPeriod)).at(-1)?.code;
}

const isLater = (period: string, than: string): boolean => periodPosition(parsePeriod(period)) > periodPosition(parsePeriod(than));

function missing(mendedIn: MendingPlace, gaps: Partial<Readonly<Record<MeasurabilityGap, boolean>>>): MeasurabilityFinding[] {
  return MEASURABILITY_GAPS.filter((gap) => gaps[gap]).map((gap) => ({ gap, mendedIn }));
}

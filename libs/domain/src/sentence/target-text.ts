import { type Direction, type Reporting, type SeriesBreak } from '../indicator/indicator.js';
import { type Language } from '../language.js';
import { baselinePeriodOf, finalPeriodOf, type BandTarget, type Milestone, type PointTarget, type Target } from '../target/target.js';
import { breakBetween } from '../time/period-break.js';
import { formatDifference } from '../value/change-text.js';
import { formatWithUnit, unitKind, type Unit } from '../value/number-text-unit.js';
import { type NumberStyle } from '../value/number-text.js';
import { betweenText } from './sentence-difference.js';
import { endName, isRolling, periodPhrase, withPeriod } from './sentence-period.js';
import { seriesBreakText } from './sentence-break.js';

/** What the values of a target are counted in, and which months each covers. */
export interface TargetUnit {
  readonly unit: Unit;
  readonly decimals: number;
  readonly reporting?: Reporting | undefined;
}

/** The same with what a target is held to. */
export interface TargetCounted extends TargetUnit {
  /** Which way is better, and so on which side of its path a value falls short. */
  readonly direction: Direction;
}

type Way = Pick<PointTarget, 'path' | 'milestones' | 'measure'>;
type Band = Pick<BandTarget, 'low' | 'high' | 'baselinePeriod' | 'finalPeriod' | 'measure'>;

interface Phrases {
  readonly from: (final: string, baseline: string) => string;
  readonly band: (range: string, from: string, to: string) => string;
  /** The same where each value is of the twelve months that end with its period. */
  readonly bandOfYears: (range: string, from: string, to: string) => string;
  readonly straight: string;
  readonly straightBy: (milestones: string) => string;
  readonly steps: (milestones: string) => string;
  readonly step: string;
  readonly within: string;
  readonly tolerance: (distance: string, short: string) => string;
  readonly decided: (decision: string) => string;
  readonly undecided: string;
  /** Where a value falls short of a path on which higher or lower is better, of a rank, and of an interval. */
  readonly short: Readonly<Record<Direction | 'rank' | 'band', string>>;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  sv: {
    from: (final, baseline) => `${final}, från ${baseline}`,
    band: (range, from, to) => `${range}, från ${from} till och med ${to}`,
    bandOfYears: (range, from, to) => `${range}, från de tolv månader som slutar med ${from} till de som slutar med ${to}`,
    straight: 'Målbanan är rak.',
    straightBy: (milestones) => `Målbanan är rak mellan delmålen: ${milestones}.`,
    steps: (milestones) => `Målbanan går i steg: ${milestones}.`,
    step: 'Målbanan är ett enda steg: utgångsvärdet gäller tills målet ska vara nått.',
    within: 'Ett intervall att hålla sig inom hela tiden.',
    tolerance: (distance, short) => `Högst ${distance} ${short} räknas som nära.`,
    decided: (decision) => `Beslut: ${decision}.`,
    undecided: 'Exempel, inte beslutat.',
    short: {
      ...{ increase: 'under målbanan', decrease: 'över målbanan', none: 'från målbanan' },
      ...{ rank: 'sämre än målbanan', band: 'utanför intervallet' },
    },
  },
  en: {
    from: (final, baseline) => `${final}, from ${baseline}`,
    band: (range, from, to) => `${range}, from ${from} up to and including ${to}`,
    bandOfYears: (range, from, to) => `${range}, from the twelve months to ${from} up to and including those to ${to}`,
    straight: 'The path is straight.',
    straightBy: (milestones) => `The path is straight between the milestones: ${milestones}.`,
    steps: (milestones) => `The path goes in steps: ${milestones}.`,
    step: 'The path is one step: the baseline holds until the target is due.',
    within: 'An interval to stay within throughout.',
    tolerance: (distance, short) => `At most ${distance} ${short} counts as nearly on track.`,
    decided: (decision) => `Decision: ${decision}.`,
    undecided: 'Example, not decided.',
    short: {
      ...{ increase: 'below the path', decrease: 'above the path', none: 'from the path' },
      ...{ rank: 'worse than the path', band: 'outside the interval' },
    },
  },
};

/** What is to be reached, by when, and from where: "6,0 % 2030, från 8,4 % 2024"; an interval with the time that it holds. */
export function targetText(target: Target, counted: TargetUnit, language: Language): string {
  return target.kind === 'band' ? bandText(target, counted, language) : pointText(target, counted, language);
}

/** How the way there runs, and how far short of it counts as near: "Målbanan är rak. Högst 50 invånare under målbanan räknas som nära." */
export function targetPathText(target: Target, counted: TargetCounted, language: Language): string {
  const { within, tolerance, short } = PHRASES[language];
  const way = target.kind === 'band' ? within : pathText(target, counted, language);
  if (target.tolerance === 0) return way;
  const side = target.kind === 'band' ? 'band' : unitKind(counted.unit) === 'rank' ? 'rank' : counted.direction;
  const distance = formatDifference(target.tolerance, counted.unit, { decimals: counted.decimals, language });
  return `${way} ${tolerance(distance, short[side])}`;
}

/** By which decision a target holds: "Beslut: KF § 12."; of an invented one that it was not decided. */
export function targetDecisionText({ decision, isExample }: Target, language: Language): string {
  const { decided, undecided } = PHRASES[language];
  return isExample ? undecided : decided(decision);
}

function pointText(target: PointTarget, counted: TargetUnit, language: Language): string {
  const written = (milestone: Milestone): string => milestoneText(milestone, target, { counted, language });
  return PHRASES[language].from(written(target.final), written(target.baseline));
}

/** An interval with the time that it holds: "mellan 2,0 och 2,5 %, från 2025 till och med 2030". */
export function bandText(target: Band, { unit, decimals, reporting }: TargetUnit, language: Language): string {
  const covered = { measure: target.measure, reporting };
  const [from = '', to = ''] = [target.baselinePeriod, target.finalPeriod].map((period) => endName(period, language, covered));
  const range = betweenText([target.low, target.high], unit, { decimals, language });
  return PHRASES[language][isRolling(target.finalPeriod, covered) ? 'bandOfYears' : 'band'](range, from, to);
}

/** That the final value cannot be compared with the baseline, since the series is broken between them; undefined where it is not. */
export function targetBreakText(target: Target, breaks: readonly SeriesBreak[], language: Language): string | undefined {
  const cut = breakBetween(baselinePeriodOf(target), finalPeriodOf(target), breaks);
  return cut && seriesBreakText(cut.firstPeriod, language);
}

/** How a path runs between its ends: "Målbanan är rak.", "Målbanan går i steg: 800 meter kvartal 2 2025." */
export function pathText(target: Way, counted: TargetUnit, language: Language): string {
  const milestones = target.milestones.map((milestone) => milestoneText(milestone, target, { counted, language }));
  const { straight, straightBy, step } = PHRASES[language];
  if (target.path === 'step') return milestones.length === 0 ? step : PHRASES[language].steps(milestones.join('; '));
  return milestones.length === 0 ? straight : straightBy(milestones.join('; '));
}

function milestoneText(
  { period, value }: Milestone,
  { measure }: Pick<PointTarget, 'measure'>,
  { counted: { unit, decimals, reporting }, language }: { readonly counted: TargetUnit; readonly language: Language },
): string {
  const style: NumberStyle = { decimals, language };
  return withPeriod(formatWithUnit(value, unit, style), periodPhrase(period, language, { measure, reporting }), language);
}

import { balanceOf, type Balance, type BalanceRule, type ValueLookup } from './balance.js';
import { partKeys, type Breakdown } from '../breakdown/breakdown.js';
import { type EntryPart } from '../breakdown/parts.js';
import { wholeFault, type WholeFault } from '../breakdown/whole-check.js';
import { type IndicatorRules } from '../indicator/indicator.js';
import { breakBetween } from '../time/period-break.js';
import { comparePeriods, periodPosition, previousPeriod, type Period } from '../time/period.js';
import { roundingNoise } from '../value/rounding-noise.js';
import { sameSeason, type TimedValue } from '../time/same-season.js';
import { type Measured } from '../value/value.js';
import { decimalsOf, toMillionths } from '../value/value-scaled.js';

/** What a reporter can be asked about a figure. A question is answered with a comment; it never stops anyone. */
export const QUESTION_KINDS = ['early', 'decimals', 'jump', 'outside-limits', 'unusual-change', 'repeated', 'balance', 'parts'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The questions that a file is asked too, by the word that accepts every figure of its kind there: nobody sits beside a file to answer. */
export const FILE_QUESTIONS = {
  early: 'early',
  jump: 'jump',
  decimals: 'decimals',
  limits: 'outside-limits',
} as const satisfies Record<string, QuestionKind>;
export type FileQuestion = keyof typeof FILE_QUESTIONS;

/** The reporter's comment on one plausibility question. */
export interface Answer {
  readonly kind: QuestionKind;
  readonly comment: string;
}

/** A question with the numbers that made it; its words are made from it (`questionText`). */
export type Question =
  | { readonly kind: 'early'; readonly period: Period }
  | { readonly kind: 'decimals'; readonly value: number; readonly decimals: number }
  | {
      readonly kind: 'jump';
      readonly value: number;
      readonly other: TimedValue;
      /** The other comes after: there is none before. */
      readonly isLater?: true;
    }
  | {
      readonly kind: 'outside-limits';
      readonly value: number;
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
  | {
      readonly kind: 'unusual-change';
      readonly previous: TimedValue;
      /** Years since the previous value; 1 unless values are missing in between. */
      readonly years: number;
      /** From the previous value to this one, per year. */
      readonly change: number;
      /** The median of the absolute earlier changes, per year. */
      readonly usual: number;
    }
  | { readonly kind: 'repeated'; readonly value: number; readonly previous: TimedValue }
  | { readonly kind: 'balance'; readonly value: number; readonly balance: Balance }
  | { readonly kind: 'parts'; readonly value: number; readonly fault: WholeFault };

/** The figure in question. `imported`: it comes with a file, not from someone's hand. */
export type Candidate = Measured & {
  readonly period: Period;
  readonly imported?: boolean;
  /** It is called final though its period is not complete. */
  readonly finalEarly?: boolean;
  /** Its parts, where it is broken down. */
  readonly parts?: readonly EntryPart[] | undefined;
};

/** What the indicator says of its own figures. */
export type PlausibilityRules = Pick<IndicatorRules, 'decimals' | 'min' | 'max' | 'mayRepeat' | 'officialStatistics' | 'breaks'> & {
  /** With where the parts are found; absent when the indicator has no balance. */
  readonly breakdown?: Pick<Breakdown, 'of' | 'kind' | 'groups'> | undefined;
  readonly balance?: { readonly rule: BalanceRule; readonly lookup: ValueLookup } | undefined;
};

const CHANGES_NEEDED = 5;
const UNUSUAL_FACTOR = 3;
/** Two values that differ so many times are rarely of one series: kronor among thousands of them, a percentage among shares. */
export const JUMP_FACTOR = 100;

/**
 * What to ask about a figure, given the other values of its series. However short the series: final before its period is over, more
 * decimals than the indicator has, a hundredfold jump. Besides, but not of imported official statistics: outside the limits; a change of
 * more than three times the median absolute change; equal to the value before; a balance that does not close. Changes are between values
 * of the same season on one side of every break, per year, and only five or more say what is usual. None for a missing value.
 */
export function questions(
  candidate: Candidate,
  history: readonly (Measured & { readonly period: Period })[],
  rules: PlausibilityRules,
): readonly Question[] {
  const { value, period } = candidate;
  if (value === undefined) return [];
  const point = { value, period };
  const always = [
    ...(candidate.finalEarly ? [{ kind: 'early', period } as const] : []),
    ...decimalQuestion(point, rules),
    ...jumpQuestion(point, history, rules),
  ];
  if (candidate.imported && rules.officialStatistics) return always;
  return [
    ...always,
    ...partsQuestion(candidate, rules),
    ...limitQuestion(point, rules),
    ...changeQuestions(point, sameSeason(history, period, rules.breaks), rules),
    ...balanceQuestion(point, rules),
  ];
}

/**
 * What is asked of a figure beside the one it would replace: a value that was approved is not asked about again, only why it is final before
 * its period is over, and about its parts, which may be others.
 */
export function askedAnew<Asked extends Pick<Question, 'kind'>>(
  asked: readonly Asked[],
  figure: { readonly value?: number | undefined },
  replaces: { readonly value?: number | undefined } | undefined,
): readonly Asked[] {
  const isApproved = replaces?.value !== undefined && figure.value === replaces.value;
  return isApproved ? asked.filter(({ kind }) => kind === 'early' || kind === 'parts') : asked;
}

/** The kinds of question that no answer with words in it belongs to. */
export function unansweredKinds(asked: readonly Pick<Question, 'kind'>[], answers: readonly Answer[]): readonly QuestionKind[] {
  const answered = new Set(answers.filter(({ comment }) => comment.trim() !== '').map(({ kind }) => kind));
  return asked.map(({ kind }) => kind).filter((kind) => !answered.has(kind));
}

/** Whether a value lies outside the limits its indicator has. */
export function isOutsideLimits(value: number, { min, max }: Pick<IndicatorRules, 'min' | 'max'>): boolean {
  return (min !== undefined && value < min) || (max !== undefined && value > max);
}

/** Whether two values of a series lie a hundredfold apart. Among small counts with zeros and losses that is nothing to ask about. */
export function isJump(value: number, other: number): boolean {
  return value > 0 && other > 0 && toMillionths(Math.max(value, other)) >= BigInt(JUMP_FACTOR) * toMillionths(Math.min(value, other));
}

function decimalQuestion({ value }: TimedValue, { decimals }: PlausibilityRules): readonly Question[] {
  return decimalsOf(value) > decimals ? [{ kind: 'decimals', value, decimals }] : [];
}

/**
 * Beside the nearest value before it on its side of every break, or else the nearest after, in a series that is positive throughout: a hole
 * that is filled is not held against what came later.
 */
function jumpQuestion(point: TimedValue, history: Parameters<typeof questions>[1], { breaks }: PlausibilityRules): readonly Question[] {
  const others = history
    .flatMap(({ period, value }) => (value === undefined ? [] : [{ period, value }]))
    .toSorted((a, b) => comparePeriods(a.period, b.period));
  if (others.some(({ value }) => value <= 0)) return [];
  const comparable = others.filter(({ period }) => !breakBetween(period, point.period, breaks));
  const before = comparable.findLast(({ period }) => comparePeriods(period, point.period) < 0);
  const other = before ?? comparable.find(({ period }) => comparePeriods(period, point.period) > 0);
  if (!other || !isJump(point.value, other.value)) return [];
  return [{ kind: 'jump', value: point.value, other, ...(!before && ({ isLater: true } as const)) }];
}

function limitQuestion({ value }: TimedValue, { min, max }: PlausibilityRules): readonly Question[] {
  return isOutsideLimits(value, { min, max }) ? [{ kind: 'outside-limits', value, min, max }] : [];
}

function changeQuestions(point: TimedValue, season: readonly TimedValue[], rules: PlausibilityRules): readonly Question[] {
  const others = season.filter(({ period }) => comparePeriods(period, point.period) !== 0);
  const previous = others.findLast(({ period }) => comparePeriods(period, point.period) < 0);
  const usualChanges = others.slice(1).map((to, index) => Math.abs(changePerYear(others[index] ?? to, to)));
  if (!previous || usualChanges.length < CHANGES_NEEDED) return [];
  if (point.value === previous.value) return rules.mayRepeat ? [] : [{ kind: 'repeated', value: point.value, previous }];
  const change = changePerYear(previous, point);
  const usual = median(usualChanges);
  const noise = roundingNoise([point.value, ...others.map(({ value }) => value)]) * UNUSUAL_FACTOR;
  return Math.abs(change) > UNUSUAL_FACTOR * usual + noise
    ? [{ kind: 'unusual-change', previous, years: yearsBetween(previous, point), change, usual }]
    : [];
}

/** Asked where every part has a value: of a whole with a part that nobody knows, nothing can be said. */
function partsQuestion({ value: whole, parts = [] }: Candidate, { breakdown }: PlausibilityRules): readonly Question[] {
  const values = parts.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (whole === undefined || !breakdown || values.length < partKeys(breakdown).length) return [];
  const fault = wholeFault({ whole, parts: values, adds: breakdown.of === 'people' });
  return fault ? [{ kind: 'parts', value: whole, fault }] : [];
}

function balanceQuestion(point: TimedValue, { balance, breaks }: PlausibilityRules): readonly Question[] {
  if (!balance) return [];
  const previousCounts = balance.rule.terms.some(({ at }) => at === 'previous-period');
  if (previousCounts && breakBetween(previousPeriod(point.period), point.period, breaks)) return [];
  const found = balanceOf(point, balance.rule, balance.lookup);
  return found && found.adjustment !== 0 ? [{ kind: 'balance', value: point.value, balance: found }] : [];
}

/** Per year, so that a change over a gap is not taken for a sudden one. */
function changePerYear(from: TimedValue, to: TimedValue): number {
  return (to.value - from.value) / yearsBetween(from, to);
}

function yearsBetween(from: TimedValue, to: TimedValue): number {
  return (periodPosition(to.period) - periodPosition(from.period)) / 12;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

import { formatDifference } from '../value/change-text.js';
import { type ExplainedOutcome, type ExplainedTarget, type Explanation } from '../status/explanation.js';
import { type Language } from '../language.js';
import { formatNumber, type NumberStyle } from '../value/number-text.js';
import { formatWithUnit, unitKind } from '../value/number-text-unit.js';
import { missingSentence, periodNames } from './lacking-text.js';
import { seriesBreakText } from './sentence-break.js';
import { differenceText, rangeText } from './sentence-difference.js';
import { periodName, periodPhrase } from './sentence-period.js';
import { breakBetween } from '../time/period-break.js';
import { dateLabel } from '../time/period-label.js';
import { type NotAssessableReason } from '../status/status.js';
import { reasonText, statusWord } from '../status/status-words.js';

/** What an outcome is held against, in words: the path on the way, the target itself at the end, or an interval. */
type Reference = 'path' | 'target' | 'interval';
/** Which side of it the outcome lies on: of an interval, of a number, and of a place in a ranking. */
type Side = 'above' | 'below' | 'higher' | 'lower' | 'better' | 'worse';

interface Phrases {
  readonly references: Readonly<Record<Reference, string>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly lies: (distance: string, side: string, reference: string) => string;
  readonly equals: (reference: string) => string;
  readonly within: (reference: string, range: string) => string;
  readonly which: (value: string) => string;
  readonly tolerated: (tolerance: string) => string;
  readonly goal: (value: string, by: string, example: boolean) => string;
  readonly example: string;
  readonly uncertain: (reference: string, margin: string) => string;
  /** For a heading: on a path, inside an interval. */
  readonly on: Readonly<Record<ExplainedTarget['kind'], (reference: string) => string>>;
  readonly withinMargin: string;
  readonly overdue: (period: string, since: string) => string;
  /** Of several, since when the first one is. */
  readonly severalOverdue: (periods: string, since: string) => string;
  readonly basedOn: (period: string) => string;
  readonly latest: (period: string) => string;
  /** Of a target that nothing can be held against: why not. */
  readonly countsFrom: Readonly<Record<'noneYet' | 'late' | 'broken', (period: string) => string>>;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  sv: {
    references: { path: 'målbanan', target: 'målet', interval: 'målintervallet' },
    sides: { above: 'över', below: 'under', higher: 'högre än', lower: 'lägre än', better: 'bättre än', worse: 'sämre än' },
    lies: (distance, side, reference) => `utfallet är ${distance} ${side} ${reference}`,
    equals: (reference) => `utfallet ligger precis på ${reference}`,
    within: (reference, range) => `utfallet ligger inom ${reference} ${range}`,
    which: (value) => ` (${value})`,
    tolerated: (tolerance) => `, men inom toleransen på ${tolerance}`,
    goal: (value, by, example) => `Målet för ${by}${example ? ' (ett exempel)' : ''} är ${value}.`,
    example: 'Målet är ett exempel.',
    uncertain: (reference, margin) => `Utfallet kan inte skiljas från ${reference}, eftersom felmarginalen är ±${margin}.`,
    on: { point: (reference) => `Precis på ${reference}`, band: (reference) => `Inom ${reference}` },
    withinMargin: ', men inom felmarginalen',
    overdue: (period, since) => `Värdet för ${period} är försenat sedan den ${since}.`,
    severalOverdue: (periods, since) => `Värdena för ${periods} är försenade, det första sedan den ${since}.`,
    basedOn: (period) => `enligt värdet för ${period}`,
    latest: (period) => `(det senaste värdet gäller ${period})`,
    countsFrom: {
      noneYet: (period) => `Målet räknas från ${period}, men något nyare värde finns inte än.`,
      late: (period) => `Målet räknas från ${period}, men inget nyare värde har kommit.`,
      broken: (period) => `Målet räknas från ${period}.`,
    },
  },
  en: {
    references: { path: 'the target path', target: 'the target', interval: 'the target interval' },
    sides: { above: 'above', below: 'below', higher: 'above', lower: 'below', better: 'better than', worse: 'worse than' },
    lies: (distance, side, reference) => `the outcome is ${distance} ${side} ${reference}`,
    equals: (reference) => `the outcome is exactly on ${reference}`,
    within: (reference, range) => `the outcome is within ${reference} of ${range}`,
    which: (value) => ` (${value})`,
    tolerated: (tolerance) => `, but within the tolerance of ${tolerance}`,
    goal: (value, by, example) => `The target for ${by}${example ? ' (an example)' : ''} is ${value}.`,
    example: 'The target is an example.',
    uncertain: (reference, margin) => `The outcome cannot be distinguished from ${reference}, since the margin of error is ±${margin}.`,
    on: { point: (reference) => `Exactly on ${reference}`, band: (reference) => `Within ${reference}` },
    withinMargin: ', but within the margin of error',
    overdue: (period, since) => `The value for ${period} has been overdue since ${since}.`,
    severalOverdue: (periods, since) => `The values for ${periods} are overdue, the first since ${since}.`,
    basedOn: (period) => `according to the value for ${period}`,
    latest: (period) => `(the latest value is for ${period})`,
    countsFrom: {
      noneYet: (period) => `The target counts from ${period}, but there is no later value yet.`,
      late: (period) => `The target counts from ${period}, but no later value has come.`,
      broken: (period) => `The target counts from ${period}.`,
    },
  },
};

/** The status in words with the target, what was expected and how far off it is; or why there is none. */
export function statusText(explanation: Explanation, language: Language): string {
  const { status, isFinal, reason, outcome, target } = explanation;
  const word = statusWord(status, isFinal, language);
  const overdue = overdueText(explanation, language);
  if (reason) return [`${word}.`, whyText(explanation, reason, language), overdue].filter(Boolean).join(' ');
  if (!outcome || !target) return `${word}.`;
  const parts: Parts = { explanation, outcome, target, language, style: { decimals: explanation.decimals, language } };
  return [`${word}: ${placeText(parts)}.`, goalText(parts), uncertainText(parts), overdue].filter(Boolean).join(' ');
}

/** Why there is no status; of a missing value whose it would be, of a target that is younger than every value from when it counts. */
function whyText(explanation: Explanation, reason: NotAssessableReason, language: Language): string {
  const { missingPeriod, target, seriesBreak, overdue } = explanation;
  if (reason === 'missing' && missingPeriod) return missingSentence({ ...explanation, missingPeriod }, language);
  if (reason !== 'no-outcome-after-baseline' || !target) return reasonText(reason, language);
  const { countsFrom } = PHRASES[language];
  const [baseline, final] =
    target.kind === 'point' ? [target.baseline.period, target.final.period] : [target.baselinePeriod, target.finalPeriod];
  const from = periodName(baseline, language, explanation);
  const cut = seriesBreak && breakBetween(baseline, final, [seriesBreak]);
  if (cut) return `${countsFrom.broken(from)} ${seriesBreakText(cut.firstPeriod, language)}`;
  return countsFrom[overdue ? 'late' : 'noneYet'](from);
}

/** The same in a few words, to head a chart: "231 invånare under målbanan 2025"; or why it cannot be said. */
export function targetFinding(explanation: Explanation, language: Language): string {
  const { reason, outcome, target } = explanation;
  if (reason || !outcome || !target) return whyText(explanation, reason ?? 'no-outcome', language).replace(/\.$/, '');
  const parts: Parts = { explanation, outcome, target, language, style: { decimals: explanation.decimals, language } };
  const when = periodPhrase(outcome.period, language, explanation);
  const doubt = explanation.uncertain && !isReached(outcome, target) ? PHRASES[language].withinMargin : '';
  return `${distanceHeading(parts)} ${when}${doubt}`;
}

function distanceHeading(parts: Parts): string {
  const { outcome, target, language } = parts;
  if (isReached(outcome, target)) return PHRASES[language].on[target.kind](referenceText(parts));
  const { distance, isBelow } = distanceFrom(parts);
  return `${distance} ${sideText(isBelow, parts)} ${referenceText(parts)}`;
}

interface Parts {
  readonly explanation: Explanation;
  readonly outcome: ExplainedOutcome;
  readonly target: ExplainedTarget;
  readonly language: Language;
  readonly style: NumberStyle;
}

function referenceText({ explanation, target, language }: Parts): string {
  const reference = target.kind === 'band' ? 'interval' : explanation.isFinal ? 'target' : 'path';
  return PHRASES[language].references[reference];
}

/** Where the outcome lies: "utfallet är 95 invånare lägre än målbanan (15 422)". */
function placeText(parts: Parts): string {
  const { explanation, outcome, target, language } = parts;
  const phrases = PHRASES[language];
  const reference = referenceText(parts);
  if (isReached(outcome, target)) {
    if (target.kind === 'band') return phrases.within(reference, expectedText(parts));
    return phrases.equals(reference) + phrases.which(expectedText(parts));
  }
  const { distance, isBelow } = distanceFrom(parts);
  const side = target.kind === 'band' || isRanked(explanation) ? sideText(isBelow, parts) : phrases.sides[isBelow ? 'lower' : 'higher'];
  return phrases.lies(distance, side, reference) + phrases.which(expectedText(parts)) + toleranceText(parts);
}

function distanceFrom({ explanation, outcome, target, style }: Parts): { readonly distance: string; readonly isBelow: boolean } {
  const [low, high] = limitsOf(target);
  const isBelow = outcome.value < low;
  return { distance: formatDifference(isBelow ? low - outcome.value : outcome.value - high, explanation.unit, style), isBelow };
}

/** On the path or within the interval: there is no distance for a margin of error to be held against. */
function isReached({ value }: ExplainedOutcome, target: ExplainedTarget): boolean {
  const [low, high] = limitsOf(target);
  return value >= low && value <= high;
}

function limitsOf(target: ExplainedTarget): readonly [low: number, high: number] {
  return target.kind === 'band' ? [target.low, target.high] : [target.expected ?? NaN, target.expected ?? NaN];
}

function sideText(isBelow: boolean, { explanation, target, language }: Parts): string {
  const { sides } = PHRASES[language];
  if (target.kind === 'point' && isRanked(explanation)) return sides[isBelow ? 'better' : 'worse'];
  return sides[isBelow ? 'below' : 'above'];
}

function isRanked({ unit }: Explanation): boolean {
  return unitKind(unit) === 'rank';
}

/** What is expected; what it is a number of has been said with the outcome. */
function expectedText({ explanation: { unit }, target, style }: Parts): string {
  if (target.kind === 'band') return rangeText([target.low, target.high], unit, style);
  const expected = target.expected ?? NaN;
  return unitKind(unit) === 'count' ? formatNumber(expected, style) : formatWithUnit(expected, unit, style);
}

function toleranceText({ explanation, language, style }: Parts): string {
  const { status, tolerance = 0, unit } = explanation;
  return status === 'at-risk' ? PHRASES[language].tolerated(differenceText(tolerance, unit, style)) : '';
}

/** The final value, unless it has been said already; an invented one is called an example in any case. */
function goalText({ explanation, target, language, style }: Parts): string {
  const phrases = PHRASES[language];
  if (target.kind === 'band' || explanation.isFinal) return target.isExample ? phrases.example : '';
  const { value, period } = target.final;
  return phrases.goal(formatWithUnit(value, explanation.unit, style), periodName(period, language, explanation), target.isExample);
}

function uncertainText(parts: Parts): string {
  const { explanation, outcome, language, style } = parts;
  if (!explanation.uncertain) return '';
  const margin = differenceText(outcome.margin ?? 0, explanation.unit, style);
  return PHRASES[language].uncertain(referenceText(parts), margin);
}

/** Beside the mark of a status: why there is none, and how old the value is that it rests on; undefined where there is nothing to say. */
export function besideMarkText(explanation: Explanation, language: Language): string | undefined {
  const { reason } = explanation;
  const basedOn = basedOnText(explanation, language);
  if (!reason) return basedOn;
  const why = whyText(explanation, reason, language);
  return basedOn ? `${why.replace(/\.$/, '')} ${basedOn}` : why;
}

/** Which values after the outcome are late; nothing where none is. */
function overdueText(explanation: Explanation, language: Language): string {
  const { overdue } = explanation;
  if (!overdue) return '';
  const { overdue: one, severalOverdue } = PHRASES[language];
  const { period, later = [], since } = overdue;
  const names = periodNames([period, ...later], explanation, language);
  return (later.length > 0 ? severalOverdue : one)(names, dateLabel(since, language));
}

/**
 * Beside the mark of a status that rests on an old value: "enligt värdet för 2022"; of none, how old it is: "(det senaste värdet gäller 2022)".
 * Undefined where the value is as new as can be, and where the latest is a missing one: then the status rests on that, and on no value before it.
 */
export function basedOnText(explanation: Explanation, language: Language): string | undefined {
  const { outcome, isOld, status } = explanation;
  if (!isOld || !outcome) return undefined;
  const { basedOn, latest } = PHRASES[language];
  return (status === 'not-assessable' ? latest : basedOn)(periodName(outcome.period, language, explanation));
}

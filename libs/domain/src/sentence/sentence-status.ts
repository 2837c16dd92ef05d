import { formatDifference } from '../value/change-text.js';
import { type ExplainedOutcome, type ExplainedTarget, type Explanation } from '../status/explanation.js';
import { type Language } from '../language.js';
import { type NumberStyle } from '../value/number-text.js';
import { formatWithUnit, unitKind } from '../value/number-text-unit.js';
import { differenceText, rangeText } from './sentence-difference.js';
import { isRolling, periodPhrase, withPeriod } from './sentence-period.js';
import { reasonText, statusWord } from '../status/status-words.js';

/** What an outcome is held against, in words: the path on the way, the target itself at the end, or an interval. */
type Reference = 'path' | 'target' | 'interval';
/** Which side of it the outcome lies on; a place in a ranking is better or worse instead. */
type Side = 'above' | 'below' | 'better' | 'worse';

interface Phrases {
  readonly references: Readonly<Record<Reference, string>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly lies: (distance: string, side: string, reference: string) => string;
  readonly equals: (reference: string) => string;
  readonly within: (reference: string, range: string) => string;
  readonly which: (isFinal: boolean, value: string) => string;
  readonly tolerated: (tolerance: string) => string;
  readonly goal: (value: string, example: boolean) => string;
  readonly example: string;
  readonly uncertain: (reference: string, margin: string) => string;
  /** For a heading: on a path, inside an interval. */
  readonly on: Readonly<Record<ExplainedTarget['kind'], (reference: string) => string>>;
  readonly withinMargin: string;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  sv: {
    references: { path: 'målbanan', target: 'målet', interval: 'målintervallet' },
    sides: { above: 'över', below: 'under', better: 'bättre än', worse: 'sämre än' },
    lies: (distance, side, reference) => `utfallet ligger ${distance} ${side} ${reference}`,
    equals: (reference) => `utfallet ligger precis på ${reference}`,
    within: (reference, range) => `utfallet ligger inom ${reference} ${range}`,
    which: (isFinal, value) => `, som ${isFinal ? 'var' : 'är'} ${value}`,
    tolerated: (tolerance) => `, men inom toleransen på ${tolerance}`,
    goal: (value, example) => `Målet ${example ? '(ett exempel) ' : ''}är ${value}.`,
    example: 'Målet är ett exempel.',
    uncertain: (reference, margin) => `Utfallet kan inte skiljas från ${reference}, eftersom felmarginalen är ±${margin}.`,
    on: { point: (reference) => `Precis på ${reference}`, band: (reference) => `Inom ${reference}` },
    withinMargin: ', men inom felmarginalen',
  },
  en: {
    references: { path: 'the target path', target: 'the target', interval: 'the target interval' },
    sides: { above: 'above', below: 'below', better: 'better than', worse: 'worse than' },
    lies: (distance, side, reference) => `the outcome is ${distance} ${side} ${reference}`,
    equals: (reference) => `the outcome is exactly on ${reference}`,
    within: (reference, range) => `the outcome is within ${reference} of ${range}`,
    which: (isFinal, value) => `, which ${isFinal ? 'was' : 'is'} ${value}`,
    tolerated: (tolerance) => `, but within the tolerance of ${tolerance}`,
    goal: (value, example) => `The target ${example ? '(an example) ' : ''}is ${value}.`,
    example: 'The target is an example.',
    uncertain: (reference, margin) => `The outcome cannot be told apart from ${reference}, since the margin of error is ±${margin}.`,
    on: { point: (reference) => `Exactly on ${reference}`, band: (reference) => `Within ${reference}` },
    withinMargin: ', but within the margin of error',
  },
};

/** The status in words with the target, what was expected and how far off it is; or why there is none. */
export function statusText(explanation: Explanation, language: Language): string {
  const { status, isFinal, reason, missing, outcome, target } = explanation;
  const word = statusWord(status, isFinal, language);
  if (reason) return `${word}. ${reasonText(reason, missing, language)}`;
  if (!outcome || !target) return `${word}.`;
  const parts: Parts = { explanation, outcome, target, language, style: { decimals: explanation.decimals, language } };
  return [`${word}: ${placeText(parts)}.`, goalText(parts), uncertainText(parts)].filter(Boolean).join(' ');
}

/** The same in a few words, to head a chart: "231 invånare under målbanan 2025"; or why it cannot be said. */
export function targetFinding(explanation: Explanation, language: Language): string {
  const { reason, missing, outcome, target } = explanation;
  if (reason || !outcome || !target) return reasonText(reason ?? 'no-outcome', missing, language).replace(/\.$/, '');
  const parts: Parts = { explanation, outcome, target, language, style: { decimals: explanation.decimals, language } };
  const when = periodPhrase(outcome.period, language, explanation);
  const doubt = explanation.uncertain && !isReached(outcome, target) ? PHRASES[language].withinMargin : '';
  return `${distanceHeading(parts)} ${when}${doubt}`;
}

function distanceHeading(parts: Parts): string {
  const { explanation, outcome, target, language, style } = parts;
  const phrases = PHRASES[language];
  const [low, high] = limitsOf(target);
  if (isReached(outcome, target)) return phrases.on[target.kind](referenceText(parts));
  const isBelow = outcome.value < low;
  const distance = formatDifference(isBelow ? low - outcome.value : outcome.value - high, explanation.unit, style);
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

/** Where the outcome lies: "utfallet ligger 95 under målbanan, som är 15 422 invånare 2026". */
function placeText(parts: Parts): string {
  const { explanation, outcome, target, language, style } = parts;
  const phrases = PHRASES[language];
  const reference = referenceText(parts);
  const [low, high] = limitsOf(target);
  const expected = phrases.which(explanation.isFinal && target.kind === 'point', expectedText(parts));
  if (isReached(outcome, target)) {
    if (target.kind === 'band') return phrases.within(reference, expectedText(parts));
    return phrases.equals(reference) + expected;
  }
  const isBelow = outcome.value < low;
  const distance = differenceText(isBelow ? low - outcome.value : outcome.value - high, explanation.unit, style);
  return phrases.lies(distance, sideText(isBelow, parts), reference) + expected + toleranceText(parts);
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
  const isRanked = unitKind(explanation.unit) === 'rank' && target.kind === 'point';
  return isRanked ? sides[isBelow ? 'better' : 'worse'] : sides[isBelow ? 'below' : 'above'];
}

function expectedText({ explanation, outcome, target, language, style }: Parts): string {
  const { unit, isFinal } = explanation;
  if (target.kind === 'band') return rangeText([target.low, target.high], unit, style);
  const expected = formatWithUnit(target.expected ?? NaN, unit, style);
  // Twelve months are too long a phrase to say twice; the finding has named them.
  if (isRolling(outcome.period, explanation) && !isFinal) return expected;
  return withPeriod(expected, periodPhrase(isFinal ? target.final.period : outcome.period, language, explanation), language);
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
  const when = periodPhrase(period, language, explanation);
  return phrases.goal(withPeriod(formatWithUnit(value, explanation.unit, style), when, language), target.isExample);
}

function uncertainText(parts: Parts): string {
  const { explanation, outcome, language, style } = parts;
  if (!explanation.uncertain) return '';
  const margin = differenceText(outcome.margin ?? 0, explanation.unit, style);
  return PHRASES[language].uncertain(referenceText(parts), margin);
}

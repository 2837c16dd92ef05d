import { type Balance } from './balance.js';
import { type Reporting } from '../indicator/indicator.js';
import { formatChange, formatDifference } from '../value/change-text.js';
import { textIn, upperFirst, type Language } from '../language.js';
import { formatNumber, formatSigned, MINUS, type NumberStyle } from '../value/number-text.js';
import { type Unit } from '../value/number-text-unit.js';
import { isOfWholeThings } from '../value/number-typed-text.js';
import { periodName } from '../sentence/sentence-period.js';
import { type Period } from '../time/period.js';
import { type Question } from './plausibility.js';
import { decimalsOf, toScaled } from '../value/value-scaled.js';

/** What the words need to know of the indicator. */
export interface QuestionStyle {
  readonly unit: Unit;
  readonly decimals: number;
  /** Whether its figures accumulate over the year, and so cover more than their period. */
  readonly reporting?: Reporting | undefined;
  readonly language: Language;
}

/** A plausibility question in plain words, with its numbers, as the reporter and the reviewer read it. */
export function questionText(question: Question, style: QuestionStyle): string {
  switch (question.kind) {
    case 'early':
      return earlyText(question.period, style);
    case 'decimals':
      return decimalsText(question, style);
    case 'jump':
      return jumpText(question, style);
    case 'outside-limits':
      return limitText(question, style);
    case 'unusual-change':
      return changeText(question, style);
    case 'repeated':
      return repeatedText(question, style);
    case 'balance':
      return balanceText(question.balance, question.value, style);
    case 'parts':
      return partsText(question, style);
  }
}

/** The months that a figure of the period covers. */
function coveredBy(period: Period, { reporting = 'period', language }: QuestionStyle): string {
  return periodName(period, language, { measure: 'value', reporting });
}

function earlyText(period: Period, style: QuestionStyle): string {
  const label = upperFirst(coveredBy(period, style));
  return style.language === 'sv'
    ? `${label} är inte slut än. Varför är värdet slutligt redan nu?`
    : `${label} is not over yet. Why is the value final already?`;
}

function decimalsText({ value, decimals }: Extract<Question, { kind: 'decimals' }>, style: QuestionStyle): string {
  const [full, shown] = [exactly(value, style), formatNumber(value, { decimals, language: style.language })];
  return style.language === 'sv'
    ? `${full} har fler decimaler än indikatorn brukar ha och visas som ${shown}. Stämmer det?`
    : `${full} has more decimals than the indicator has, and is shown as ${shown}. Is it right?`;
}

function jumpText({ value, other, isLater }: Extract<Question, { kind: 'jump' }>, style: QuestionStyle): string {
  const times = formatNumber(Math.max(value, other.value) / Math.min(value, other.value), { decimals: 0, language: style.language });
  const [written, beside, from] = [exactly(value, style), exactly(other.value, style), coveredBy(other.period, style)];
  if (style.language === 'sv') {
    const the = `${isLater ? 'det senare värdet' : 'värdet'} för ${from}, ${beside}`;
    return value > other.value
      ? `${written} är omkring ${times} gånger så mycket som ${the}. Stämmer det?`
      : `${upperFirst(the)}, är omkring ${times} gånger så mycket som ${written}. Stämmer det?`;
  }
  const the = `the ${isLater ? 'later ' : ''}value for ${from}, ${beside}`;
  return value > other.value
    ? `${written} is about ${times} times ${the}. Is it right?`
    : `${upperFirst(the)}, is about ${times} times ${written}. Is it right?`;
}

function limitText({ value, min, max }: Extract<Question, { kind: 'outside-limits' }>, style: QuestionStyle): string {
  const written = exactly(value, style);
  const isSwedish = style.language === 'sv';
  if (min !== undefined && value < min) {
    const limit = exactly(min, style);
    return isSwedish
      ? `${written} är lägre än det lägsta rimliga värdet, ${limit}. Stämmer det?`
      : `${written} is below the lowest plausible value, ${limit}. Is it right?`;
  }
  const limit = exactly(max ?? value, style);
  return isSwedish
    ? `${written} är högre än det högsta rimliga värdet, ${limit}. Stämmer det?`
    : `${written} is above the highest plausible value, ${limit}. Is it right?`;
}

function changeText({ previous, years, change, usual }: Extract<Question, { kind: 'unusual-change' }>, style: QuestionStyle): string {
  const { unit, decimals, language } = style;
  // One decimal more than the values have, since a median can lie between two of them; but there is no half inhabitant.
  const most = isOfWholeThings(unit, decimals) ? decimals : decimals + 1;
  const number = { decimals: Math.min(Math.max(decimalsOf(usual), decimals), most), language };
  const size = formatChange(change, unit, { decimals: years === 1 ? decimals : most, language });
  const ordinary = formatDifference(usual, unit, number);
  const isStill = toScaled(usual, number.decimals) === 0;
  const from = coveredBy(previous.period, style);
  if (language === 'sv') {
    const perYear = years === 1 ? '' : ' om året';
    if (isStill) return `Värdet brukar inte ändras, men sedan ${from} är ändringen ${size}${perYear}. Vad beror den på?`;
    return `Ändringen sedan ${from} är ovanligt stor: ${size}${perYear}, mot vanligen omkring ${ordinary} om året. Vad beror den på?`;
  }
  const perYear = years === 1 ? '' : ' a year';
  if (isStill) return `The value does not usually change, but since ${from} the change is ${size}${perYear}. What is the cause?`;
  return `The change since ${from} is unusually large: ${size}${perYear}, against ordinarily about ${ordinary} a year. What is the cause?`;
}

function repeatedText({ value, previous }: Extract<Question, { kind: 'repeated' }>, style: QuestionStyle): string {
  const written = exactly(value, style);
  const from = coveredBy(previous.period, style);
  return style.language === 'sv'
    ? `${written} är exakt samma värde som för ${from}. Är det räknat på nytt?`
    : `${written} is exactly the same value as for ${from}. Has it been counted anew?`;
}

function balanceText({ parts, computed, adjustment }: Balance, value: number, style: QuestionStyle): string {
  const sum = parts
    .map((part, index) => `${signBefore(part.sign, index)}${exactly(part.value, style)} (${textIn(part.name, style.language).text})`)
    .join(' ');
  const total = exactly(computed, style);
  const written = exactly(value, style);
  const adjusted = formatSigned(adjustment, exactStyle(adjustment, style));
  return style.language === 'sv'
    ? `Summan går inte ihop: ${sum} = ${total}, men värdet är ${written} (justering ${adjusted}). Vad beror skillnaden på?`
    : `The sum does not add up: ${sum} = ${total}, but the value is ${written} (adjustment ${adjusted}). What explains the difference?`;
}

function partsText({ value, fault }: Extract<Question, { kind: 'parts' }>, style: QuestionStyle): string {
  const [isSwedish, written] = [style.language === 'sv', exactly(value, style)];
  if (fault.kind === 'not-the-sum') {
    const sum = exactly(fault.sum, style);
    return isSwedish
      ? `Delarna blir tillsammans ${sum}, men totalen är ${written}. Vad beror skillnaden på?`
      : `The parts add up to ${sum}, but the total is ${written}. What explains the difference?`;
  }
  const [least, most] = [exactly(fault.least, style), exactly(fault.most, style)];
  return isSwedish
    ? `Totalen, ${written}, ligger inte mellan delarna (${least} till ${most}). Vad beror det på?`
    : `The total, ${written}, does not lie between the parts (${least} to ${most}). What is the cause?`;
}

function signBefore(sign: 1 | -1, index: number): string {
  if (index === 0) return sign < 0 ? MINUS : '';
  return `${sign < 0 ? MINUS : '+'} `;
}

/** With all the decimals it has: two numbers that differ must not be printed alike. */
function exactly(value: number, style: QuestionStyle): string {
  return formatNumber(value, exactStyle(value, style));
}

function exactStyle(value: number, { decimals, language }: QuestionStyle): NumberStyle {
  return { decimals: Math.max(decimals, decimalsOf(value)), language };
}

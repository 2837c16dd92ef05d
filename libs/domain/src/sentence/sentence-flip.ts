import { type Explanation, type Flip } from '../status/explanation.js';
import { type Language } from '../language.js';
import { type NumberStyle } from '../value/number-text.js';
import { formatWithUnit, unitKind } from '../value/number-text-unit.js';
import { rangeText } from './sentence-difference.js';
import { statusWord } from '../status/status-words.js';
import { type AssessedStatus } from '../status/status.js';

const IF_FINAL: Readonly<Record<Language, Readonly<Record<AssessedStatus, string>>>> = {
  sv: {
    'on-track': 'hade målet varit uppfyllt',
    'at-risk': 'hade målet varit delvis uppfyllt',
    'off-track': 'hade målet inte varit uppfyllt',
  },
  en: {
    'on-track': 'the target would have been met',
    'at-risk': 'the target would have been partly met',
    'off-track': 'the target would not have been met',
  },
};

/**
 * What would give another status: "Från 15 422 invånare blir läget I fas." The way to on track when it is not there, else
 * the nearest worse status, of an interval on either side of it; nothing when no outcome would change it.
 */
export function flipText(explanation: Explanation, language: Language): string | undefined {
  const { flips, status, outcome } = explanation;
  if (!outcome) return undefined;
  const told = (
    status === 'on-track' ? nearestOnEachSide(flips, outcome.value) : [flips.find((flip) => flip.status === 'on-track')]
  ).flatMap((flip) => (flip ? [sentenceOfFlip(flip, outcome.value, { explanation, language })] : []));
  return told.length === 0 ? undefined : told.join(' ');
}

/** Flips come nearest first. */
function nearestOnEachSide(flips: readonly Flip[], outcome: number): readonly (Flip | undefined)[] {
  return [flips.find(({ from }) => from < outcome), flips.find(({ from }) => from > outcome)];
}

function sentenceOfFlip(flip: Flip, outcome: number, telling: Telling): string {
  const { explanation, language } = telling;
  const words = statusWord(flip.status, false, language);
  const becomes = language === 'sv' ? `blir läget ${words}` : `the status becomes ${words}`;
  return `${whereText(flip, outcome, telling)} ${explanation.isFinal ? IF_FINAL[language][flip.status] : becomes}.`;
}

interface Telling {
  readonly explanation: Explanation;
  readonly language: Language;
}

/** Which outcomes a flip holds: "Från 15 422 invånare", "Från 6,0 % och nedåt", "Mellan 15 372 och 15 421 invånare". */
function whereText({ from, to }: Flip, outcome: number, { explanation, language }: Telling): string {
  const { unit, decimals } = explanation;
  const style: NumberStyle = { decimals, language };
  const edge = formatWithUnit(from, unit, style);
  const isSwedish = language === 'sv';
  if (to === from) return `${isSwedish ? 'Vid' : 'At'} ${edge}`;
  if (to !== undefined) return `${isSwedish ? 'Från' : 'From'} ${rangeText([Math.min(from, to), Math.max(from, to)], unit, style)}`;
  const isUp = from > outcome;
  if (unitKind(unit) === 'rank') return rankText(edge, isUp, isSwedish);
  if (isUp) return `${isSwedish ? 'Från' : 'From'} ${edge}`;
  return isSwedish ? `Från ${edge} och nedåt` : `At ${edge} or less`;
}

function rankText(edge: string, isWorse: boolean, isSwedish: boolean): string {
  if (isSwedish) return `Från ${edge} och ${isWorse ? 'sämre' : 'bättre'}`;
  return `At ${edge} or ${isWorse ? 'worse' : 'better'}`;
}

import { textIn, type Language } from '../language.js';
import { formatNumber, MINUS, type NumberStyle } from './number-text.js';
import { isWrittenAsOne, unitFor, unitKind, type Unit } from './number-text-unit.js';
import { decimalsOf, roundTo, shownChange, toScaled } from './value-scaled.js';
import { MAX_DECIMALS } from './value.js';

/**
 * The size of a difference between two values, without sign: "57 invånare", "1,6 procentenheter" (between two percentages),
 * "31 placeringar", "2 indexenheter".
 */
export function formatDifference(difference: number, unit: Unit, style: NumberStyle): string {
  const word = differenceWord(difference, unit, style);
  return `${formatNumber(Math.abs(difference), style)}${word === '' ? '' : ` ${word}`}`;
}

/** What a greater and a smaller number in a ranking are, in which the first place is the best: a sign would say the contrary. */
export const RANK_SIDES = { sv: ['sämre', 'bättre'], en: ['worse', 'better'] } as const satisfies Readonly<
  Record<Language, readonly [greater: string, smaller: string]>
>;

/**
 * A change with its sign and unit: "−57 invånare", "+1,6 procentenheter"; nothing changed has no sign. Of places in a ranking it says for
 * better or worse: "16 placeringar sämre".
 */
export function formatChange(change: number, unit: Unit, style: NumberStyle): string {
  const scaled = toScaled(change, style.decimals);
  const size = formatDifference(change, unit, style);
  if (scaled === 0) return size;
  if (unitKind(unit) === 'rank') return `${size} ${RANK_SIDES[style.language][scaled > 0 ? 0 : 1]}`;
  return `${scaled > 0 ? '+' : MINUS}${size}`;
}

/**
 * From one value to another, to stand alone beside the second: "+1 grupp", "oförändrat"; the difference of what is shown of them.
 * One too small for the indicator's decimals is written with the decimals it needs, since something did change.
 */
export function formatChangeAlone([from, to]: readonly [from: number, to: number], unit: Unit, style: NumberStyle): string {
  const shown = shownChange([from, to], style.decimals);
  if (shown !== 0) return formatChange(shown, unit, style);
  // The difference of two floats has decimals that neither of them had.
  const exact = roundTo(to - from, MAX_DECIMALS);
  if (exact === 0) return style.language === 'sv' ? 'oförändrat' : 'unchanged';
  return formatChange(exact, unit, { ...style, decimals: decimalsOf(exact) });
}

function differenceWord(difference: number, unit: Unit, style: NumberStyle): string {
  const isSwedish = style.language === 'sv';
  const isOne = isWrittenAsOne(difference, style);
  switch (unitKind(unit)) {
    case 'percent':
      if (isSwedish) return isOne ? 'procentenhet' : 'procentenheter';
      return isOne ? 'percentage point' : 'percentage points';
    case 'rank':
      if (isSwedish) return isOne ? 'placering' : 'placeringar';
      return isOne ? 'place' : 'places';
    case 'index':
      if (isSwedish) return isOne ? 'indexenhet' : 'indexenheter';
      return isOne ? 'index point' : 'index points';
    case 'multiple':
      return '';
    default:
      return textIn(unitFor(difference, unit, style), style.language)
        .text.replace(/^(antal|number of|number|count)(?= |$)/i, '')
        .trim();
  }
}

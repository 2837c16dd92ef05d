import { textIn, type Localized } from './language.js';
import { formatNumber, MINUS, type NumberStyle } from './number-text.js';
import { unitKind } from './number-text-unit.js';
import { toScaled } from './value-scaled.js';

/**
 * The size of a difference between two values, without sign: "57 invånare", "1,6 procentenheter" (between two percentages),
 * "31 placeringar", "2 indexenheter".
 */
export function formatDifference(difference: number, unit: Localized, style: NumberStyle): string {
  const scaled = Math.abs(toScaled(difference, style.decimals));
  const isOne = scaled === 10 ** style.decimals;
  const word = differenceWord(unit, style, isOne);
  return `${formatNumber(Math.abs(difference), style)}${word === '' ? '' : ` ${word}`}`;
}

/** A change with its sign and unit: "−57 invånare", "+1,6 procentenheter"; nothing changed has no sign. */
export function formatChange(change: number, unit: Localized, style: NumberStyle): string {
  const scaled = toScaled(change, style.decimals);
  const sign = scaled > 0 ? '+' : '';
  return `${scaled < 0 ? MINUS : sign}${formatDifference(change, unit, style)}`;
}

function differenceWord(unit: Localized, { language }: NumberStyle, isOne: boolean): string {
  const isSwedish = language === 'sv';
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
    default:
      return textIn(unit, language)
        .text.replace(/^(antal|number of|number|count)(?= |$)/i, '')
        .trim();
  }
}

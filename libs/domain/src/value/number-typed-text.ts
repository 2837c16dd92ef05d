/** What is said of a number while it is entered and reviewed. Apart from what public pages say, which would carry it along. */
import { textIn, type Language, type Localized } from '../language.js';
import { type NumberStyle } from './number-text.js';
import { formatWithUnit, unitKind, type Unit } from './number-text-unit.js';
import { decimalsOf } from './value-scaled.js';

const PERCENT: Readonly<Record<Language, string>> = { sv: 'procent', en: '%' };

/** Whether the values are counts of whole things (people, groups, places), of which there are no parts. */
export function isOfWholeThings(unit: Localized, decimals: number): boolean {
  const kind = unitKind(unit);
  return decimals === 0 && (kind === 'count' || kind === 'rank');
}

/** A unit by itself, as it stands beside the field of a number: "invånare", "kr", "procent". */
export function unitWord(unit: Localized, language: Language): string {
  const { text } = textIn(unit, language);
  return text.trim() === '%' ? PERCENT[language] : text.trim();
}

/**
 * A value with all the decimals it has, and what is shown of it when that is fewer: "44,5678 %, visas som 45 %". Without
 * the second half nobody would know that the pages round it.
 */
export function formatInFull(value: number, unit: Unit, { decimals, language }: NumberStyle): string {
  const shown = formatWithUnit(value, unit, { decimals, language });
  if (decimalsOf(value) <= decimals) return shown;
  const full = formatWithUnit(value, unit, { decimals: decimalsOf(value), language });
  return `${full}, ${language === 'sv' ? 'visas som' : 'shown as'} ${shown}`;
}

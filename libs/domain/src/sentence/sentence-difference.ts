import { textIn, type Language } from '../language.js';
import { formatDifference, RANK_SIDES } from '../value/change-text.js';
import { formatNumber, type NumberStyle } from '../value/number-text.js';
import { formatWithUnit, isWrittenAsOne, unitKind, type Unit, type UnitKind } from '../value/number-text-unit.js';
import { shownChange, toScaled } from '../value/value-scaled.js';

/** A language's words for more and less of something. */
type Pair = readonly [more: string, less: string];

const COMPARATIVES: Readonly<Record<Language, Readonly<Record<UnitKind, Pair>>>> = {
  sv: {
    percent: ['högre', 'lägre'],
    rank: RANK_SIDES.sv,
    index: ['högre', 'lägre'],
    multiple: ['högre', 'lägre'],
    level: ['högre', 'lägre'],
    amount: ['mer', 'mindre'],
    count: ['fler', 'färre'],
  },
  en: {
    percent: ['higher', 'lower'],
    rank: RANK_SIDES.en,
    index: ['higher', 'lower'],
    multiple: ['higher', 'lower'],
    level: ['higher', 'lower'],
    amount: ['more', 'less'],
    count: ['more', 'fewer'],
  },
};

const DIFFERENCE_UNITS: Readonly<Record<Language, Readonly<Partial<Record<UnitKind, readonly [one: string, many: string]>>>>> = {
  sv: {
    percent: ['procentenhet', 'procentenheter'],
    rank: ['placering', 'placeringar'],
    index: ['indexenhet', 'indexenheter'],
  },
  en: {
    percent: ['percentage point', 'percentage points'],
    rank: ['place', 'places'],
    index: ['index point', 'index points'],
  },
};

/**
 * The size of a difference with the unit that differences have: "1,60 procentenheter", "9 placeringar", "300 kronor".
 * What is counted is not named, since it is named by the value beside it: "95"; a single one is, or nobody knew one what: "1 grupp".
 */
export function differenceText(difference: number, unit: Unit, style: NumberStyle): string {
  const size = Math.abs(difference);
  const number = formatNumber(size, style);
  const kind = unitKind(unit);
  const words = DIFFERENCE_UNITS[style.language][kind];
  if (words) return `${number} ${style.decimals === 0 && toScaled(size, 0) === 1 ? words[0] : words[1]}`;
  if (kind === 'multiple') return number;
  if (kind === 'count') return isWrittenAsOne(difference, style) ? formatDifference(difference, unit, style) : number;
  return isRate(unit) ? rateDifference(number, unit, style.language) : formatWithUnit(size, unit, style);
}

function isRate(unit: Unit): boolean {
  return /(^|\s)per\s|[/‰]|^promille/i.test(unit.sv.trim());
}

/** A difference of 12 kronor per inhabitant is 12 kronor in plain speech; other rates differ by a bare number. */
function rateDifference(number: string, unit: Unit, language: Language): string {
  const money =
    textIn(unit, language)
      .text.trim()
      .split(/ per |\//)[0] ?? '';
  return /^(kr|tkr|mkr|mnkr|kronor|öre|sek|thousand sek|million sek)$/i.test(money) ? `${number} ${money}` : number;
}

/**
 * From one value to another in words: "57 färre", "1,60 procentenheter högre", "31 placeringar bättre"; undefined when both are
 * shown alike.
 */
export function changeText(values: readonly [from: number, to: number], unit: Unit, style: NumberStyle): string | undefined {
  const change = shownChange(values, style.decimals);
  if (change === 0) return undefined;
  const kind = unitKind(unit);
  const [more, less] = COMPARATIVES[style.language][kind === 'count' && style.decimals > 0 ? 'level' : kind];
  return `${differenceText(change, unit, style)} ${change > 0 ? more : less}`;
}

/** An interval: "2,0 till 2,5 %", "placering 100 till 150". */
export function rangeText(range: readonly [number, number], unit: Unit, style: NumberStyle): string {
  return joined(range, unit, { style, word: style.language === 'sv' ? 'till' : 'to' });
}

/** Somewhere in an interval: "mellan 14 652 och 15 469 invånare", "mellan placering 100 och 150". */
export function betweenText(range: readonly [number, number], unit: Unit, style: NumberStyle): string {
  const [between, and] = style.language === 'sv' ? ['mellan', 'och'] : ['between', 'and'];
  return `${between} ${joined(range, unit, { style, word: and })}`;
}

/** Both ends with the unit said once, where it stands beside a value of that kind. */
function joined(
  [low, high]: readonly [number, number],
  unit: Unit,
  { style, word }: { readonly style: NumberStyle; readonly word: string },
): string {
  const kind = unitKind(unit);
  // English writes its sign of per cent at each number: "between 40% and 60%".
  if (kind === 'percent' && style.language === 'en')
    return `${formatWithUnit(low, unit, style)} ${word} ${formatWithUnit(high, unit, style)}`;
  if (kind === 'rank' || kind === 'index') return `${formatWithUnit(low, unit, style)} ${word} ${formatNumber(high, style)}`;
  return `${formatNumber(low, style)} ${word} ${formatWithUnit(high, unit, style)}`;
}

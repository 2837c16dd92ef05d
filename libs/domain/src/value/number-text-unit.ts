import { textIn, type Localized } from '../language.js';
import { formatNumber, isPercent, NBSP, type NumberStyle } from './number-text.js';
import { toScaled } from './value-scaled.js';

/** What values are counted in, and where it differs what exactly one is called: "grupper", "grupp". */
export interface Unit extends Localized {
  readonly one?: Localized | undefined;
}

/** What sort of thing a unit counts, which decides how a value and a difference are put into words. */
export type UnitKind = 'percent' | 'rank' | 'index' | 'multiple' | 'level' | 'amount' | 'count';

const KINDS: readonly (readonly [UnitKind, RegExp])[] = [
  ['rank', /^(placering|rankingplats|plats|rang|ranking)(?![a-zåäö])/],
  ['index', /^([a-z]{3}[ -])?index(värde|enhet|enheter)?(?![a-zåäö])/],
  // So many times something else, not how often: two of them differ by a bare number.
  ['multiple', /^gånger (?!per(\s|$))/],
  // Money and rates are high or low, never many or few.
  ['level', /(^|[^a-zåäö])(kr|tkr|mkr|mnkr|mdkr|kronor|sek|öre|per|promille)([^a-zåäö]|$)|[/‰]|^(poäng|betyg|grader|år)$/],
  ['amount', /^(minuter|timmar|dagar|veckor|månader|meter|km|kilometer|mil|liter|kg|kilo|kilogram|ton|[kmg]wh)$/],
  ['amount', /^(ha|hektar|m2|m²|km²|kvadratmeter|m³|kubikmeter)$/],
];

/** The kind of a unit, told from its Swedish text; what is not known to be anything else is counted ("invånare"). */
export function unitKind(unit: Localized): UnitKind {
  if (isPercent(unit)) return 'percent';
  const text = unit.sv.trim().toLowerCase();
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'count';
}

/** Whether a number is written as a plain "1": a decimal makes it plural, as in "1,0 grupper". */
export function isWrittenAsOne(value: number, { decimals }: NumberStyle): boolean {
  return decimals === 0 && Math.abs(toScaled(value, 0)) === 1;
}

/** The unit in the number of the value: "grupp" for one, where the unit says what one is called. */
export function unitFor(value: number, unit: Unit, style: NumberStyle): Localized {
  return unit.one && isWrittenAsOne(value, style) ? unit.one : unit;
}

/**
 * A value with its unit: "15 327 invånare", "2,5 %", "placering 179", "index 81", "5,2 per 1 000 invånare"; in English
 * "2.5%". A unit that is only "antal" says nothing and is left out.
 */
export function formatWithUnit(value: number, unit: Unit, style: NumberStyle): string {
  const number = formatNumber(value, style);
  const text = textIn(unitFor(value, unit, style), style.language).text.trim();
  const kind = unitKind(unit);
  if (kind === 'rank') return `${style.language === 'sv' ? 'placering' : 'rank'}${NBSP}${number}`;
  if (kind === 'index') return `index${NBSP}${number}`;
  const said = text.replace(/^(antal|number of|number|count)(?= |$)/i, '').trim();
  if (said === '') return number;
  if (style.language === 'en' && said.startsWith('%')) return `${number}${said}`;
  return `${number}${said.length <= 4 || said.startsWith('%') ? NBSP : ' '}${said}`;
}

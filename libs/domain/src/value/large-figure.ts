import { textIn, type Language } from '../language.js';
import { formatNumber, isPercent } from './number-text.js';
import { formatWithUnit, unitKind, type Unit } from './number-text-unit.js';

/** The one figure that a page is about, as it is set large: the number, and what stands smaller beside it. */
export interface LargeFigure {
  readonly number: string;
  readonly unit?: string | undefined;
}

/** A value set large. A percent sign, a rank or an index belongs to the number; another unit stands beside it. */
export function largeFigure(value: number, unit: Unit, style: { readonly decimals: number; readonly language: Language }): LargeFigure {
  const kind = unitKind(unit);
  if (isPercent(unit) || kind === 'rank' || kind === 'index') return { number: formatWithUnit(value, unit, style) };
  return { number: formatNumber(value, style), unit: textIn(unit, style.language).text };
}

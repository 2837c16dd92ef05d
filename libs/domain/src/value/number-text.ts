import { type Language, type Localized } from '../language.js';
import { scaledText, toScaled } from './value-scaled.js';

/** How numbers are written: decimals of the indicator, language of the reader. */
export interface NumberStyle {
  readonly decimals: number;
  readonly language: Language;
}

/** The non-breaking space between thousands, and before a sign of unit. */
export const NBSP = '\u00a0';
/** The real minus, as wide as a plus. */
export const MINUS = '\u2212';

const MARKS: Readonly<Record<Language, { readonly thousands: string; readonly decimal: string }>> = {
  sv: { thousands: NBSP, decimal: ',' },
  en: { thousands: ',', decimal: '.' },
};

/**
 * A number as Swedes write it ("15 327", "1,05", "−51,6") or as the English do ("15,327", "1.05"), rounded half away
 * from zero. Made by hand and not by Intl, so that server and browser never disagree.
 */
export function formatNumber(value: number, { decimals, language }: NumberStyle): string {
  const scaled = toScaled(value, decimals);
  const [whole = '0', fraction] = scaledText(scaled, decimals).split('.');
  const { thousands, decimal } = MARKS[language];
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole;
  return `${scaled < 0 ? MINUS : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`;
}

/** A change: "+1,60", "−57", and "0" without a sign. */
export function formatSigned(value: number, style: NumberStyle): string {
  return `${toScaled(value, style.decimals) > 0 ? '+' : ''}${formatNumber(value, style)}`;
}

/** Whether values in this unit are percentages, whose differences are percentage points. */
export function isPercent(unit: Localized): boolean {
  return /^(%|procent(?![a-zåäö]))/i.test(unit.sv.trim());
}

/** How the fields of a wording are written in Swedish. */
import { type Localized } from '../language.js';
import { parsePeriod } from '../time/period-code.js';
import { shortPeriodLabel } from '../time/period-label.js';
import { formatNumber } from '../value/number-text.js';
import { decimalsOf } from '../value/value-scaled.js';
import { type Wording } from './difference.js';

/** Two fields of a wording: a text in Swedish, and in English. */
export function inBothLanguages<Content>(field: string, of: (content: Content) => Localized | undefined): Wording<Content> {
  return [
    [field, (content) => of(content)?.sv],
    [`${field} på engelska`, (content) => of(content)?.en],
  ];
}

/** "ja", "nej". */
export const yesOrNo = (is: boolean): string => (is ? 'ja' : 'nej');

/** A number with all its decimals: "15 800", "0,25". */
export const written = (value: number): string => formatNumber(value, { decimals: decimalsOf(value), language: 'sv' });

/** A value and when it is meant: "15 800 (2030)". */
export const dated = ({ period, value }: { readonly period: string; readonly value: number }): string =>
  `${written(value)} (${shortPeriodLabel(parsePeriod(period), 'sv')})`;

/** A list as people read it; undefined when it is empty. */
export const listed = (items: readonly string[]): string | undefined => (items.length === 0 ? undefined : items.join(', '));

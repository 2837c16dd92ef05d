import { DomainError } from '../domain-error.js';
import { decimalsOf } from './value-scaled.js';

/** Why there is no value. Zero is a value; these five survive every export and import. */
export const MISSING_KINDS = ['not-yet-published', 'non-response', 'not-applicable', 'confidential', 'not-measured'] as const;
export type MissingKind = (typeof MISSING_KINDS)[number];

/** How sure a value is: it may be revised, it stands, or it was worked out from something else. */
export const QUALITIES = ['preliminary', 'final', 'estimated'] as const;
export type Quality = (typeof QUALITIES)[number];

/** From the surest to the least sure: what is made of several figures is as sure as the worst of them. */
export const QUALITY_ORDER: readonly Quality[] = ['final', 'preliminary', 'estimated'];

/** The last of what was found, by an order that goes from the best to the worst; there is at least one. */
export function worstOf<T>(found: readonly T[], order: readonly T[]): T {
  return found.reduce((a, b) => (order.indexOf(a) >= order.indexOf(b) ? a : b));
}

/** How a value that somebody enters came about: `derived` says how in a note, `reported` is second-hand and not reconciled with its source. */
export const ENTERED_PROVENANCES = ['exact', 'derived', 'rounded', 'reported'] as const;
export type EnteredProvenance = (typeof ENTERED_PROVENANCES)[number];

/** The same with `example`: invented for a demonstration, and marked wherever it is shown. */
export const PROVENANCES = [...ENTERED_PROVENANCES, 'example'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** A measured number or the reason why there is none. Never a number that means "missing". */
export type Measured =
  { readonly value: number; readonly missing?: undefined } | { readonly value?: undefined; readonly missing: MissingKind };

/** Values are smaller than this, without their sign. */
export const VALUE_LIMIT = 1e15;
/** How many decimals a value may have. */
export const MAX_DECIMALS = 6;

/**
 * The value as it may be stored, with -0 as 0. Throws `value.not-a-number`, `value.too-large` (|v| ≥ 10¹⁵) or
 * `value.too-precise` (more than six decimals).
 */
export function checkValue(value: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new DomainError('value.not-a-number', { text: String(value) });
  if (Math.abs(value) >= VALUE_LIMIT) throw new DomainError('value.too-large', { value, limit: VALUE_LIMIT });
  if (decimalsOf(value) > MAX_DECIMALS) throw new DomainError('value.too-precise', { value, decimals: MAX_DECIMALS });
  return value === 0 ? 0 : value;
}

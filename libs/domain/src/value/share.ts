import { DomainError } from '../domain-error.js';
import { isPercent } from './number-text.js';
import { type Unit } from './number-text-unit.js';
import { decimalsOf, roundTo } from './value-scaled.js';

/** What a share is made of: 31 of 64. */
export interface ShareParts {
  readonly numerator: number;
  readonly denominator: number;
}

/** A figure with what it is a share of, where that is known. */
export interface SharedFigure extends Partial<{ readonly [Part in keyof ShareParts]: number | undefined }> {
  readonly value?: number | undefined;
}

/** What decides how a share is written. */
export interface ShareRules {
  readonly unit: Unit;
  readonly decimals: number;
  /** The largest value that is to be expected: 100 of what is a share of a whole. */
  readonly max?: number | undefined;
}

/** What a share is expressed per: a hundred, which is what per cent says. */
const PER = 100;

/** Whether values of a unit are shares, which may say what they are shares of. */
export const isShare = (unit: Unit): boolean => isPercent(unit);

/** The value that two numbers make, as the indicator writes it: 31 of 64 with one decimal is 48.4. */
export function shareOf({ numerator, denominator }: ShareParts, decimals: number): number {
  return roundTo((numerator * PER) / denominator, decimals);
}

/**
 * Refuses numbers that are no share, or another one than the value says; a figure without them is as it should be. Throws `share.not-a-share`, `share.incomplete`,
 * `share.no-whole`, `share.above-whole` and `share.other-value`.
 */
export function checkShare({ value, numerator, denominator }: SharedFigure, { unit, decimals, max }: ShareRules): void {
  if (numerator === undefined && denominator === undefined) return;
  if (!isShare(unit)) throw new DomainError('share.not-a-share');
  if (numerator === undefined || denominator === undefined || value === undefined) throw new DomainError('share.incomplete');
  if (denominator <= 0) throw new DomainError('share.no-whole');
  if (numerator < 0 || (max !== undefined && max <= PER && numerator > denominator)) throw new DomainError('share.above-whole');
  // A value may be written with more decimals than are shown, never with fewer.
  const share = shareOf({ numerator, denominator }, Math.max(decimals, decimalsOf(value)));
  if (share !== value) throw new DomainError('share.other-value', { share });
}

import { type Localized } from '../language.js';
import { previousPeriod, type Period } from '../time/period.js';
import { fromMillionths, toMillionths } from '../value/value-scaled.js';

/** One part of a balance: an indicator of the same territory, in the period itself or the one before. */
export interface BalanceTerm {
  readonly indicator: string;
  readonly name: Localized;
  readonly sign: 1 | -1;
  readonly at: 'same-period' | 'previous-period';
}

/** What an indicator's value should add up to; data on the indicator (folkmängd = föregående + födda − döda + …). */
export interface BalanceRule {
  readonly terms: readonly BalanceTerm[];
}

/** Finds the value of an indicator for a period, in the territory and breakdown at hand. */
export type ValueLookup = (indicator: string, period: Period) => number | undefined;

/** One number put into a balance, added or taken away. */
export interface BalancePart {
  readonly name: Localized;
  readonly sign: 1 | -1;
  readonly value: number;
}

/** A balance with its numbers put in: `adjustment` is the value less what the parts add up to; 0 when it closes. */
export interface Balance {
  readonly parts: readonly BalancePart[];
  readonly computed: number;
  readonly adjustment: number;
}

/** Puts numbers into a balance rule; nothing can be said when a single part is missing. */
export function balanceOf(
  { value, period }: { readonly value: number; readonly period: Period },
  rule: BalanceRule,
  lookup: ValueLookup,
): Balance | undefined {
  const parts: BalancePart[] = [];
  for (const { indicator, name, sign, at } of rule.terms) {
    const part = lookup(indicator, at === 'same-period' ? period : previousPeriod(period));
    if (part === undefined) return undefined;
    parts.push({ name, sign, value: part });
  }
  if (parts.length === 0) return undefined;
  const sum = parts.reduce((total, part) => total + BigInt(part.sign) * toMillionths(part.value), 0n);
  return { parts, computed: fromMillionths(sum), adjustment: fromMillionths(toMillionths(value) - sum) };
}

import { MAX_DECIMALS } from '../value/value.js';
import { roundTo } from '../value/value-scaled.js';

/** What is wrong with the whole of a set beside its parts. */
export type WholeFault =
  { readonly kind: 'not-the-sum'; readonly sum: number } | { readonly kind: 'outside'; readonly least: number; readonly most: number };

/** A whole with all its parts, as they were entered. */
export interface PartedValue {
  readonly whole: number;
  /** One at least; none lacks a value. */
  readonly parts: readonly number[];
  /** Whether the parts add up (people, cases) or the whole lies between them (shares, means). */
  readonly adds: boolean;
}

/**
 * Checks the whole that somebody entered against its parts: it is never summed from them, since parts may be rounded and some may belong to
 * none. Undefined when nothing is wrong.
 */
export function wholeFault({ whole, parts, adds }: PartedValue): WholeFault | undefined {
  if (adds) {
    const sum = roundTo(
      parts.reduce((all, part) => all + part, 0),
      MAX_DECIMALS,
    );
    return sum === whole ? undefined : { kind: 'not-the-sum', sum };
  }
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  return whole < least || whole > most ? { kind: 'outside', least, most } : undefined;
}

import { type PaceModel } from './pace.js';
import { studentQuantile, studentUpperTail } from './student-t.js';

/** Where a value is heading, and the interval it ends up in four times out of five. */
export interface Projection {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The least and the most an indicator can be. */
export interface Limits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** What is hoped for: at least (increase) or at most (decrease) a value, or one within a band. */
export type Hope =
  | { readonly kind: 'point'; readonly direction: 'increase' | 'decrease'; readonly value: number }
  | { readonly kind: 'band'; readonly low: number; readonly high: number };

/** How large a chance is, in words rather than digits. */
export const CHANCE_WORDS = ['very-small', 'small', 'uncertain', 'large', 'very-large'] as const;
export type ChanceWord = (typeof CHANCE_WORDS)[number];

// The pace itself changes from year to year; measured on the population of 290 municipalities 1990–2019.
const CHANGE_OF_PACE = 0.2;

/** How widely outcomes so many years ahead spread around the projection, in the indicator's unit; for h > 0. */
export function spreadAt({ variation, span }: PaceModel, h: number): number {
  return variation * Math.sqrt(h + h ** 2 / span + CHANGE_OF_PACE * h ** 3);
}

/** Half the width of the 80 % interval so many years ahead. */
export function halfWidthAt(model: PaceModel, h: number): number {
  return studentQuantile(0.9, model.degreesOfFreedom) * spreadAt(model, h);
}

/** The projection so many years ahead (h > 0) with its 80 % interval, all clipped to what the indicator can be. */
export function project(model: PaceModel, h: number, { min = -Infinity, max = Infinity }: Limits = {}): Projection {
  const value = model.latest + model.perYear * h;
  const half = halfWidthAt(model, h);
  const clipped = (bound: number): number => Math.min(Math.max(bound, min), max);
  return { value: clipped(value), low: clipped(value - half), high: clipped(value + half) };
}

/**
 * The probability, 0–1, of what is hoped for so many years ahead (h > 0), by the projection's own spread. An outcome is
 * compared after rounding to the indicator's decimals, as in a status, so half a last decimal short still counts.
 */
export function chanceOf(hope: Hope, h: number, { model, decimals }: { readonly model: PaceModel; readonly decimals: number }): number {
  const half = 0.5 * 10 ** -decimals;
  const above = (value: number): number => {
    const distance = value - model.latest - model.perYear * h;
    return studentUpperTail(distance / spreadAt(model, h), model.degreesOfFreedom);
  };
  if (hope.kind === 'band') return Math.max(0, above(hope.low - half) - above(hope.high + half));
  return hope.direction === 'increase' ? above(hope.value - half) : 1 - above(hope.value + half);
}

/** A probability in words: below 10 % very small, below 33 % small, to 66 % uncertain, to 90 % large, else very large. */
export function chanceWord(probability: number): ChanceWord {
  if (probability < 0.1) return 'very-small';
  if (probability < 0.33) return 'small';
  if (probability <= 0.66) return 'uncertain';
  return probability <= 0.9 ? 'large' : 'very-large';
}

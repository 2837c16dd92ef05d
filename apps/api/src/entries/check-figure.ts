import { checkParts, checkShare, DomainError, requireParts, type EntryFigure } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';

/** Refuses a figure that cannot be kept, finished or not: numbers that are no share of it, parts that it has not. */
export function checkFigure(figure: EntryFigure, { unit, rules, breakdown }: Indicator): void {
  checkShare(figure, { unit, decimals: rules.decimals, max: rules.max });
  checkParts(figure, breakdown);
}

/** Refuses a figure on its way to the public that lacks a part, or is one. */
export function requireWhole(
  { figure, breakdown: part }: { readonly figure: EntryFigure; readonly breakdown: string },
  indicator: Indicator,
): void {
  refusePart(part, indicator);
  requireParts(figure, indicator.breakdown);
}

/** A part has no figure of its own: it is entered with its whole. */
export function refusePart(part: string, { breakdown, slug }: Pick<Indicator, 'breakdown' | 'slug'>): void {
  if (breakdown && part !== '') throw new DomainError('entry.part-of-set', { indicator: slug, part });
}

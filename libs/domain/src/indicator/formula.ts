/** How a derived indicator is computed from others: added up, the first less the rest, per cent, per thousand inhabitants. */
export const FORMULA_KINDS = ['sum', 'difference', 'share', 'per-thousand'] as const;
export type FormulaKind = (typeof FORMULA_KINDS)[number];

/** A computation as data. A share is of the second part, `per-thousand` divides by the second part, the inhabitants; both have two. */
export interface Formula {
  readonly kind: FormulaKind;
  /** Slugs of the indicators it is computed from, in the order they are counted with. */
  readonly parts: readonly string[];
}

/** Whether the first part is divided by the second. */
export function isRatio(kind: FormulaKind): boolean {
  return kind === 'share' || kind === 'per-thousand';
}

import type { BalanceRule, IndicatorRules, Localized, Unit } from '@slusen/domain';

/** An indicator in its definition in force: the rules' part and the words around it. */
export interface Indicator {
  readonly id: number;
  readonly slug: string;
  readonly name: Localized;
  readonly definition: Localized;
  readonly unit: Unit;
  readonly rules: IndicatorRules;
  readonly source: { readonly name: string; readonly url?: string };
  /** The department that answers for the figures. */
  readonly owner: { readonly id: number; readonly slug: string; readonly name: Localized } | undefined;
  /** Codes of the localities it has values for. */
  readonly perLocality: readonly string[];
  readonly isExample: boolean;
  readonly contextNote: Localized | undefined;
  /** What the figure must add up to, when it must. */
  readonly balance: BalanceRule | undefined;
}

import type {
  BalanceRule,
  Breakdown,
  FormulaKind,
  IndicatorKind,
  IndicatorRules,
  Influence,
  Localized,
  Period,
  Unit,
} from '@slusen/domain';

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
  readonly influence?: Influence | undefined;
  readonly kind?: IndicatorKind | undefined;
  /** Where its source was discontinued. */
  readonly ending?: IndicatorEnding | undefined;
  /** What its figures are computed from, where nobody gives them. */
  readonly formula?: IndicatorFormula | undefined;
  /** What its figures are entered and published by, beside the whole. */
  readonly breakdown?: Breakdown | undefined;
}

/** The last period, why no later one is measured, and what is measured instead. */
export interface IndicatorEnding {
  readonly after: Period;
  readonly reason: Localized;
  readonly replacedBy: NamedIndicator | undefined;
}

/** An indicator by its name. */
export interface NamedIndicator {
  readonly slug: string;
  readonly name: Localized;
}

/** A formula with its parts, in their order. */
export interface IndicatorFormula {
  readonly kind: FormulaKind;
  readonly parts: readonly Pick<Indicator, 'id' | 'slug' | 'name' | 'rules'>[];
}

import type { StartPageView } from '@slusen/contracts';
import type { Localized } from '@slusen/domain';

/** The decision a strategy rests on, as it is shown. */
export type StrategyDecision = StartPageView['strategy'];

/** The strategy version in force, with its areas and their goals in the order it gives them. */
export interface StrategyInForce {
  readonly decision: StrategyDecision;
  readonly isExample: boolean;
  readonly areas: readonly Area[];
}

export interface Area {
  readonly slug: string;
  readonly name: Localized;
  readonly shortName: Localized;
  readonly description: Localized;
  readonly goals: readonly Goal[];
}

export interface Goal {
  readonly id: number;
  readonly slug: string;
  readonly name: Localized;
  readonly description: Localized;
  /** By its short name, which the start page has made known. */
  readonly area: { readonly slug: string; readonly name: Localized };
  /** Why it is left unmeasured on purpose; undefined when it is measured. */
  readonly deliberatelyNotMeasured: Localized | undefined;
  readonly isExample: boolean;
}

/** Every goal of a strategy, area by area. */
export function goalsOf({ areas }: StrategyInForce): readonly Goal[] {
  return areas.flatMap(({ goals }) => goals);
}

import type { OverviewView } from '@slusen/contracts';
import type { Arrival, Localized, Reporting } from '@slusen/domain';

/** A value that should have come: which, how many days ago, who answers for it, and how it is to come. */
export interface LateValue {
  readonly slug: string;
  readonly name: Localized;
  readonly period: string;
  readonly reporting: Reporting;
  readonly days: number;
  readonly owner?: Localized | undefined;
  readonly arrival: Arrival;
  readonly source: string;
}

type Late = NonNullable<OverviewView['areas'][number]['goals'][number]['indicators'][number]['late']>;

/** Every late value once, though its indicator may measure several goals; the latest of all first. */
export function lateValues(areas: OverviewView['areas']): readonly LateValue[] {
  const indicators = areas.flatMap(({ goals }) => goals.flatMap((goal) => goal.indicators));
  const once = new Map(indicators.map((indicator) => [indicator.slug, indicator]));
  const found = [...once.values()].flatMap(({ slug, name, late }) => (late ? valuesOf({ slug, name }, late) : []));
  return found.sort((a, b) => b.days - a.days || a.name.sv.localeCompare(b.name.sv, 'sv'));
}

function valuesOf(indicator: Pick<LateValue, 'slug' | 'name'>, { values, told: _told, ...about }: Late): LateValue[] {
  return values.map((value) => ({ ...indicator, ...value, ...about }));
}

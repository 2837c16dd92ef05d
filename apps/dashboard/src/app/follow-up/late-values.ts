import type { OverviewView } from '@slusen/contracts';
import type { Localized, Reporting } from '@slusen/domain';

/** A value that should have come: which, how many days ago, and who answers for it. */
export interface LateValue {
  readonly slug: string;
  readonly name: Localized;
  readonly period: string;
  readonly reporting: Reporting;
  readonly days: number;
  readonly owner?: Localized | undefined;
}

/** Every late value once, though its indicator may measure several goals; the latest of all first. */
export function lateValues(areas: OverviewView['areas']): readonly LateValue[] {
  const indicators = areas.flatMap(({ goals }) => goals.flatMap((goal) => goal.indicators));
  const found = new Map(indicators.flatMap(({ slug, name, late }) => (late ? [[slug, { slug, name, ...late }] as const] : [])));
  return [...found.values()].sort((a, b) => b.days - a.days || a.name.sv.localeCompare(b.name.sv, 'sv'));
}

import type { IndicatorDefinitionView } from '@slusen/contracts';
import { periodCode } from '@slusen/domain';
import type { Indicator } from './indicator.js';

/** The public definition of an indicator. */
export function definitionView({
  slug,
  name,
  definition,
  unit,
  rules,
  source,
  owner,
  isExample,
  contextNote,
  influence,
  kind,
  ending,
  formula,
  breakdown,
}: Indicator): IndicatorDefinitionView {
  return {
    slug,
    name,
    definition,
    unit,
    decimals: rules.decimals,
    direction: rules.direction,
    cadence: rules.cadence,
    reporting: rules.reporting,
    aggregation: rules.aggregation,
    ...{ min: rules.min, max: rules.max },
    lagDays: rules.lagDays,
    graceDays: rules.graceDays,
    source,
    ...(owner ? { owner: { slug: owner.slug, name: owner.name } } : {}),
    breaks: rules.breaks.map((at) => ({ ...at, firstPeriod: periodCode(at.firstPeriod) })),
    isExample,
    ...(contextNote ? { contextNote } : {}),
    ...{ influence, kind },
    ending: ending && { after: periodCode(ending.after), reason: ending.reason, replacedBy: ending.replacedBy?.slug },
    formula: formula && { kind: formula.kind, parts: formula.parts.map((part) => part.slug) },
    breakdown: breakdown && { ...breakdown, groups: [...breakdown.groups] },
  };
}

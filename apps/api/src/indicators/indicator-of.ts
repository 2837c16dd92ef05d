import { inheritedRules, lateAtEarliest, parsePeriod, type Formula, type IsoDate, type Unit } from '@slusen/domain';
import type { NamedActor } from '../organisation/actor.query.js';
import { related } from '../platform/columns.js';
import { localizedOf } from '../platform/localized-of.js';
import { endingOf } from './definition-columns.js';
import type { IndicatorDefinitionRow } from './indicator-definition.row.js';
import type { Indicator } from './indicator.js';
import type { SeriesBreakRow } from './series-break.row.js';

/** A definition with what it is read beside. */
interface DefinitionLines {
  readonly row: IndicatorDefinitionRow;
  /** Since when it is measured; undefined in the very transaction that records it. */
  readonly since: IsoDate | undefined;
  readonly owner: NamedActor | undefined;
  readonly breaks: readonly SeriesBreakRow[];
}

/** An indicator by itself, with the slugs of what it is computed from and replaced by. */
export interface DefinedIndicator {
  readonly indicator: Indicator;
  readonly formula: Formula | undefined;
  readonly replacedBy: string | undefined;
}

/** What the rows say. */
export function definedBy({ row, since, owner, breaks }: DefinitionLines): DefinedIndicator {
  const ending = endingOf(row);
  const indicator: Indicator = {
    id: row.indicatorId,
    slug: related(row.indicator).slug,
    name: localizedOf(row.nameSv, row.nameEn),
    definition: localizedOf(row.definitionSv, row.definitionEn),
    unit: unitOf(row),
    rules: { ...rulesOf(row, breaks), ...(since === undefined ? {} : { lateAtEarliest: lateAtEarliest(since) }) },
    source: row.sourceUrl ? { name: row.sourceName, url: row.sourceUrl } : { name: row.sourceName },
    owner: owner && { id: owner.id, slug: owner.slug, name: owner.name },
    perLocality: row.perLocality,
    isExample: row.isExample,
    contextNote: row.contextNoteSv ? localizedOf(row.contextNoteSv, row.contextNoteEn) : undefined,
    balance: row.balance ?? undefined,
    ...{ influence: row.influence ?? undefined, kind: row.kind ?? undefined },
    ending: ending && { after: parsePeriod(ending.after), reason: ending.reason, replacedBy: undefined },
    ...{ formula: undefined, breakdown: row.breakdown ?? undefined },
  };
  return { indicator, formula: row.formula ?? undefined, replacedBy: row.replacedBy ?? undefined };
}

/**
 * An indicator with the parts it is computed from, whose breaks and end it takes over, and the name of what replaces it. `passed`: what is
 * computed from it; no formula that the rules took leads back there, and of one that does nothing is computed.
 */
export function wholeIndicator(
  { indicator, formula, replacedBy }: DefinedIndicator,
  others: ReadonlyMap<string, DefinedIndicator>,
  passed: readonly string[] = [],
): Indicator {
  const known = (formula?.parts ?? []).flatMap((slug) => (passed.includes(slug) ? [] : (others.get(slug) ?? [])));
  const parts =
    known.length === formula?.parts.length ? known.map((part) => wholeIndicator(part, others, [...passed, indicator.slug])) : [];
  const next = replacedBy === undefined ? undefined : others.get(replacedBy)?.indicator;
  return {
    ...indicator,
    rules: inheritedRules(indicator.rules, parts),
    formula: formula && { kind: formula.kind, parts },
    ending: indicator.ending && { ...indicator.ending, replacedBy: next && { slug: next.slug, name: next.name } },
  };
}

function unitOf({ unitSv, unitEn, unitOneSv, unitOneEn }: IndicatorDefinitionRow): Unit {
  const unit = localizedOf(unitSv, unitEn);
  return unitOneSv ? { ...unit, one: localizedOf(unitOneSv, unitOneEn) } : unit;
}

function rulesOf(row: IndicatorDefinitionRow, breaks: readonly SeriesBreakRow[]): Indicator['rules'] {
  const { direction, cadence, reporting, aggregation, decimals, lagDays, graceDays, mayRepeat, officialStatistics, irregularYears } = row;
  return {
    ...{ direction, cadence, reporting, aggregation, decimals, lagDays, graceDays, mayRepeat, officialStatistics, irregularYears },
    ...(row.min === null ? {} : { min: row.min }),
    ...(row.max === null ? {} : { max: row.max }),
    ...(row.endsAfter === null ? {} : { endsAfter: parsePeriod(row.endsAfter) }),
    breaks: breaks.map(({ firstPeriod, reasonSv, reasonEn, decision }) => ({
      firstPeriod: parsePeriod(firstPeriod),
      reason: localizedOf(reasonSv, reasonEn),
      ...(decision ? { decision } : {}),
    })),
  };
}

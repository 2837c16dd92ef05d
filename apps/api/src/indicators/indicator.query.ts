import { Injectable } from '@nestjs/common';
import { DomainError, parsePeriod, type Localized, type Unit } from '@slusen/domain';
import { asKnown, wasRecorded, type AsOf } from '../platform/as-of.js';
import type { ColumnsOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { Statements } from '../platform/statements.js';
import type { IndicatorDefinitionRow } from './indicator-definition.row.js';
import type { Indicator } from './indicator.js';

type Line = ColumnsOf<IndicatorDefinitionRow> & {
  slug: string;
  owner: { id: number; slug: string; sv: string; en: string | null } | null;
  breaks: { period: string; sv: string; en: string | null; decision: string | null }[];
};

/** $1 is the moment. */
const DEFINITIONS = `
  select i.slug, d.*,
         case when a.id is null then null else json_build_object('id', a.id, 'slug', a.slug, 'sv', a.name_sv, 'en', a.name_en) end as owner,
         coalesce((select json_agg(json_build_object('period', b.first_period, 'sv', b.reason_sv, 'en', b.reason_en, 'decision', b.decision) order by b.first_period)
                     from (select distinct on (b.first_period) * from series_break b where b.indicator_id = i.id and ${wasRecorded('b', '$1')}
                            order by b.first_period, b.revision desc) b where not b.is_withdrawn), '[]') as breaks
    from indicator i
    join lateral (select * from indicator_definition d where d.indicator_id = i.id and ${wasRecorded('d', '$1')} order by d.revision desc limit 1) d on true
    left join ${asKnown('actor', '$1')} a on a.id = d.owner_id`;

const BY_SLUG = { name: 'indicator.by-slug', text: `${DEFINITIONS} where i.slug = $2` };
const BY_IDS = { name: 'indicator.by-ids', text: `${DEFINITIONS} where i.id = any($2)` };
const ALL = { name: 'indicator.all', text: `${DEFINITIONS} order by d.name_sv collate "sv-x-icu", i.id` };

/** Reads indicators in their definition in force. */
@Injectable()
export class IndicatorQuery {
  constructor(private readonly statements: Statements) {}

  /** Throws `indicator.not-found`. */
  async bySlug(slug: string, { known }: AsOf): Promise<Indicator> {
    const [line] = await this.statements.rows<Line>(BY_SLUG, [known, slug]);
    if (!line) throw new DomainError('indicator.not-found', { indicator: slug });
    return indicatorOf(line);
  }

  async byIds(ids: readonly number[], { known }: AsOf): Promise<Map<number, Indicator>> {
    const lines = await this.statements.rows<Line>(BY_IDS, [known, ids]);
    return new Map(lines.map((line) => [line.indicator_id, indicatorOf(line)]));
  }

  /** Every indicator, by Swedish name. */
  async all({ known }: AsOf): Promise<Indicator[]> {
    return (await this.statements.rows<Line>(ALL, [known])).map(indicatorOf);
  }
}

function indicatorOf(line: Line): Indicator {
  return {
    id: line.indicator_id,
    slug: line.slug,
    name: localizedOf(line.name_sv, line.name_en),
    definition: localizedOf(line.definition_sv, line.definition_en),
    unit: unitOf(line),
    rules: rulesOf(line),
    source: line.source_url ? { name: line.source_name, url: line.source_url } : { name: line.source_name },
    owner: line.owner ? { id: line.owner.id, slug: line.owner.slug, name: localizedOf(line.owner.sv, line.owner.en) } : undefined,
    perLocality: line.per_locality,
    isExample: line.is_example,
    contextNote: noteOf(line),
    balance: line.balance ?? undefined,
  };
}

const noteOf = (line: Line): Localized | undefined =>
  line.context_note_sv ? localizedOf(line.context_note_sv, line.context_note_en) : undefined;

function unitOf(line: Line): Unit {
  const unit = localizedOf(line.unit_sv, line.unit_en);
  return line.unit_one_sv ? { ...unit, one: localizedOf(line.unit_one_sv, line.unit_one_en) } : unit;
}

function rulesOf(line: Line): Indicator['rules'] {
  return {
    direction: line.direction,
    cadence: line.cadence,
    reporting: line.reporting,
    aggregation: line.aggregation,
    decimals: line.decimals,
    lagDays: line.lag_days,
    graceDays: line.grace_days,
    ...(line.min === null ? {} : { min: line.min }),
    ...(line.max === null ? {} : { max: line.max }),
    mayRepeat: line.may_repeat,
    officialStatistics: line.official_statistics,
    irregularYears: line.irregular_years,
    breaks: line.breaks.map(({ period, sv, en, decision }) => ({
      firstPeriod: parsePeriod(period),
      reason: localizedOf(sv, en),
      ...(decision ? { decision } : {}),
    })),
  };
}

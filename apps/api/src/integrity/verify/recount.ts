import {
  assess,
  countedSeries,
  parsePeriod,
  type Explanation,
  type IndicatorRules,
  type IsoDate,
  type Localized,
  type Milestone,
  type Observation,
  type Target,
  type Unit,
} from '@slusen/domain';
import type pg from 'pg';
import { actorName } from '../../platform/shown-text.js';

type Raw = Readonly<Record<string, unknown>>;

/** What the tables themselves say of one indicator of a goal, read past every query that pages are served through. */
interface RawMeasure {
  readonly indicator: string;
  readonly unmeasured: boolean;
  readonly definition: Raw;
  readonly target: Raw;
  readonly breaks: readonly Raw[];
  readonly revisions: readonly Raw[];
}

/** SQL: a row with what stands in the place of its hidden fields. */
const shown = (table: string, row: string): string => `
  to_jsonb(${row}) || jsonb_build_object('hidden', (
    select jsonb_object_agg(m.field, m.note) from masked m where m.table_name = '${table}' and m.row_key = ${row}.id::text))`;

const MEASURES = `
  with latest_target as (
    select * from target t where goal_id = $1 and not exists (
      select 1 from target l where l.goal_id = t.goal_id and l.indicator_id = t.indicator_id and l.revision > t.revision))
  select i.slug as indicator, w.unmeasured_reason_sv is not null as unmeasured, ${shown('target', 't')} as target,
         (select ${shown('indicator_definition', 'd')} from indicator_definition d where d.indicator_id = i.id
             and d.revision = (select max(revision) from indicator_definition where indicator_id = i.id)) as definition,
         (select coalesce(jsonb_agg(${shown('series_break', 'b')} order by b.first_period), '[]') from series_break b where b.indicator_id = i.id and not b.is_withdrawn
             and b.revision = (select max(revision) from series_break where indicator_id = i.id and first_period = b.first_period)) as breaks,
         (select coalesce(jsonb_agg(${shown('observation', 'o')} || jsonb_build_object('recorded_at', r.at, 'department', (
                  select ${actorName('d', 'name_sv')} from actor_revision d where d.actor_id = o.department_id order by d.revision desc limit 1)) order by r.seq), '[]')
            from observation o join series_head h on h.id = o.series_id join territory y on y.id = h.territory_id
            join record r on r.id = o.record_id
           where h.indicator_id = i.id and h.breakdown = '' and y.code = $2 and o.publish_at <= now()) as revisions
    from latest_target t join indicator i on i.id = t.indicator_id
    join goal_revision w on w.goal_id = t.goal_id and w.revision = (select max(revision) from goal_revision where goal_id = t.goal_id)
   where t.kind <> 'withdrawn'`;

/** The explanation of each indicator of a goal by its slug, computed anew from the tables alone. */
export async function recountGoal(
  client: pg.ClientBase,
  goal: { id: number; territory: string; today: IsoDate },
): Promise<Map<string, Explanation>> {
  const { rows } = await client.query<RawMeasure>(MEASURES, [goal.id, goal.territory]);
  return new Map(rows.map((measure) => [measure.indicator, recount(measure, goal.today)]));
}

function recount({ unmeasured, ...measure }: RawMeasure, today: IsoDate): Explanation {
  const [definition, target] = [unlessHidden(measure.definition), unlessHidden(measure.target)];
  const [breaks, revisions] = [measure.breaks.map(unlessHidden), measure.revisions.map(unlessHidden)];
  const rules = rulesOf(definition, breaks);
  return assess({
    rules,
    unit: unitOf(definition),
    target: targetOf(target),
    deliberatelyNotMeasured: unmeasured,
    observations: countedSeries(currentOf(revisions), rules).counting,
    perLocality: definition['per_locality'] as string[],
    today,
  });
}

/** A row as it may be shown: a hidden value is confidential, and what says so stands as its note. */
function unlessHidden({ hidden, ...row }: Raw): Raw {
  const { value, ...notes } = (hidden ?? {}) as Raw;
  const gone = value === undefined ? {} : { value: null, missing: 'confidential', margin: null, respondents: null, provenance_note: value };
  return { ...row, ...notes, ...gone };
}

/** Of each period the revision with the highest number; rows come in the order they were recorded. */
function currentOf(revisions: readonly Raw[]): Observation[] {
  const current = new Map<unknown, Raw>();
  for (const row of revisions) {
    const known = current.get(row['period']);
    if (!known || Number(row['revision']) > Number(known['revision'])) current.set(row['period'], row);
  }
  return [...current.values()].map(observationOf);
}

function observationOf(row: Raw): Observation {
  return present<Observation>({
    ...(row['value'] === null ? { missing: row['missing'] } : { value: row['value'] }),
    period: parsePeriod(String(row['period'])),
    revision: row['revision'],
    quality: row['quality'],
    provenance: row['provenance'],
    provenanceNote: row['provenance_note'],
    margin: row['margin'],
    respondents: row['respondents'],
    source: row['source'],
    approvedBy: row['department'],
    finalEarly: row['is_final_early'],
    recordedAt: new Date(String(row['recorded_at'])).toISOString(),
  });
}

function rulesOf(row: Raw, breaks: readonly Raw[]): IndicatorRules {
  return present<IndicatorRules>({
    ...{ direction: row['direction'], cadence: row['cadence'], reporting: row['reporting'], aggregation: row['aggregation'] },
    ...{ decimals: row['decimals'], lagDays: row['lag_days'], graceDays: row['grace_days'], min: row['min'], max: row['max'] },
    ...{ mayRepeat: row['may_repeat'], officialStatistics: row['official_statistics'], irregularYears: row['irregular_years'] },
    breaks: breaks.map((one) =>
      present({ firstPeriod: parsePeriod(String(one['first_period'])), reason: words(one, 'reason'), decision: one['decision'] }),
    ),
  });
}

function targetOf(row: Raw): Target | undefined {
  if (row['kind'] === 'none') return undefined;
  const base = { measure: row['measure'], tolerance: row['tolerance'], decision: row['decision'], isExample: row['is_example'] };
  const from = parsePeriod(String(row['baseline_period']));
  const to = parsePeriod(String(row['final_period']));
  if (row['kind'] === 'band')
    return present<Target>({ ...base, kind: 'band', baselinePeriod: from, finalPeriod: to, low: row['low'], high: row['high'] });
  const milestones = (row['milestones'] as Raw[]).map(({ period, value }): Milestone => ({
    period: parsePeriod(String(period)),
    value: Number(value),
  }));
  const ends = { baseline: { period: from, value: row['baseline_value'] }, final: { period: to, value: row['final_value'] } };
  return present<Target>({ ...base, ...ends, kind: 'point', path: row['path'], milestones });
}

function unitOf(row: Raw): Unit {
  const unit = words(row, 'unit');
  return row['unit_one_sv'] ? { ...unit, one: words(row, 'unit_one') } : unit;
}

function words(row: Raw, name: string): Localized {
  return present<Localized>({ sv: row[`${name}_sv`], en: row[`${name}_en`] });
}

/** A row's columns as the rules take them: what is null there is absent here. */
function present<T>(columns: Raw): T {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null && value !== undefined)) as T;
}

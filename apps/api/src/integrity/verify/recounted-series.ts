import {
  derivedSeries,
  inheritedRules,
  lateAtEarliest,
  parsePeriod,
  type Formula,
  type IndicatorRules,
  type Localized,
  type Observation,
} from '@slusen/domain';
import type pg from 'pg';
import { actorNames } from '../../platform/shown-text.js';

/** A row as the database has it, by its columns. */
export type Raw = Readonly<Record<string, unknown>>;

/** What the tables themselves say of an indicator's series, read past every query that pages are served through. */
export interface RawSeries {
  readonly indicator: string;
  /** Since when it is measured. */
  readonly since: string;
  readonly definition: Raw;
  readonly breaks: readonly Raw[];
  readonly revisions: readonly Raw[];
}

/** A series as it has to be: what it is measured by, and its figures, recorded or computed. */
export interface RecountedSeries {
  readonly name: Localized;
  readonly rules: IndicatorRules;
  readonly observations: readonly Observation[];
}

/** SQL: a row with what stands in the place of its hidden fields. */
export const shown = (table: string, row: string): string => `
  to_jsonb(${row}) || jsonb_build_object('hidden', (
    select jsonb_object_agg(m.field, m.note) from masked m where m.table_name = '${table}' and m.row_key = ${row}.id::text))`;

/** SQL: what is said of the indicator `i`, and its revisions in the territory of the code. */
export const rawSeries = (territory: `$${number}`): string => `
  i.slug as indicator,
  (select coalesce(i.in_force_from, (s.at at time zone 'Europe/Stockholm')::date)::text from record s where s.id = i.record_id) as since,
  (select ${shown('indicator_definition', 'd')} from indicator_definition d where d.indicator_id = i.id
      and d.revision = (select max(revision) from indicator_definition where indicator_id = i.id)) as definition,
  (select coalesce(jsonb_agg(${shown('series_break', 'b')} order by b.first_period), '[]') from series_break b where b.indicator_id = i.id and not b.is_withdrawn
      and b.revision = (select max(revision) from series_break where indicator_id = i.id and first_period = b.first_period)) as breaks,
  (select coalesce(jsonb_agg(${shown('observation', 'o')} || jsonb_build_object('recorded_at', r.at, 'department', (
           select ${actorNames('d')} from actor_revision d where d.actor_id = o.department_id order by d.revision desc limit 1)) order by r.seq), '[]')
     from observation o join series_head h on h.id = o.series_id join territory y on y.id = h.territory_id
     join record r on r.id = o.record_id
    where h.indicator_id = i.id and h.breakdown = '' and y.code = ${territory} and o.publish_at <= now()) as revisions`;

const PARTS = `select ${rawSeries('$2')} from indicator i where i.slug = any($1)`;

/** Every series that the given ones are computed from, by its indicator, and those that they are computed from in their turn. */
export async function partsOf(
  client: pg.ClientBase,
  wanted: readonly RawSeries[],
  territory: string,
): Promise<ReadonlyMap<string, RawSeries>> {
  const known = new Map<string, RawSeries>();
  let next = namedIn(wanted);
  while (next.length > 0) {
    const { rows } = await client.query<RawSeries>(PARTS, [next, territory]);
    for (const row of rows) known.set(row.indicator, row);
    next = namedIn(rows).filter((slug) => !known.has(slug));
  }
  return known;
}

const formulaOf = ({ definition }: RawSeries): Formula | null => definition['formula'] as Formula | null;
const namedIn = (series: readonly RawSeries[]): string[] => [...new Set(series.flatMap((one) => formulaOf(one)?.parts ?? []))];

/** Every derived indicator, with how many figures are recorded as its own, which no use case lets in. */
export const DERIVED = `
  select i.id, (select count(*)::int from observation o join series_head h on h.id = o.series_id where h.indicator_id = i.id) as own, ${rawSeries('$1')}
    from indicator i join indicator_definition f on f.indicator_id = i.id and f.formula is not null
     and f.revision = (select max(revision) from indicator_definition where indicator_id = i.id)`;

/** The series as its own revisions say, or as it follows from its parts. */
export function recountSeries(series: RawSeries, parts: ReadonlyMap<string, RawSeries>): RecountedSeries {
  const definition = unlessHidden(series.definition);
  const [breaks, revisions] = [series.breaks.map(unlessHidden), series.revisions.map(unlessHidden)];
  const [name, own, formula] = [words(definition, 'name'), rulesOf(definition, { breaks, since: series.since }), formulaOf(series)];
  if (!formula) return { name, rules: own, observations: currentOf(revisions) };
  // Nothing that is computed from it is a part of it; a formula that says so all the same comes to nothing.
  const others = new Map([...parts].filter(([slug]) => slug !== series.indicator));
  const found = formula.parts.flatMap((slug) => others.get(slug) ?? []).map((part) => recountSeries(part, others));
  const derivation = { kind: formula.kind, source: String(definition['source_name']), isExample: definition['is_example'] === true };
  const computed = found.length === formula.parts.length ? derivedSeries(derivation, found) : [];
  return { name, rules: inheritedRules(own, found), observations: revisions.length > 0 ? currentOf(revisions) : computed };
}

/** A row as it may be shown: a hidden value is confidential, and what says so stands as its note. */
export function unlessHidden({ hidden, ...row }: Raw): Raw {
  const { value, ...notes } = (hidden ?? {}) as Raw;
  const none = { value: null, missing: 'confidential', margin: null, respondents: null, numerator: null, denominator: null };
  const gone = value === undefined ? {} : { ...none, provenance_note: value };
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
    numerator: row['numerator'],
    denominator: row['denominator'],
    source: row['source'],
    approvedBy: row['department'],
    finalEarly: row['is_final_early'],
    recordedAt: new Date(String(row['recorded_at'])).toISOString(),
  });
}

function rulesOf(row: Raw, { breaks, since }: Pick<RawSeries, 'breaks' | 'since'>): IndicatorRules {
  return present<IndicatorRules>({
    ...{ direction: row['direction'], cadence: row['cadence'], reporting: row['reporting'], aggregation: row['aggregation'] },
    ...{ decimals: row['decimals'], lagDays: row['lag_days'], graceDays: row['grace_days'], min: row['min'], max: row['max'] },
    ...{ mayRepeat: row['may_repeat'], officialStatistics: row['official_statistics'], irregularYears: row['irregular_years'] },
    ...(row['ends_after'] ? { endsAfter: parsePeriod(String(row['ends_after'])) } : {}),
    lateAtEarliest: lateAtEarliest(since),
    breaks: breaks.map((one) =>
      present({ firstPeriod: parsePeriod(String(one['first_period'])), reason: words(one, 'reason'), decision: one['decision'] }),
    ),
  });
}

/** A text in the languages that a row has it in. */
export function words(row: Raw, name: string): Localized {
  return present<Localized>({ sv: row[`${name}_sv`], en: row[`${name}_en`] });
}

/** A row's columns as the rules take them: what is null there is absent here. */
export function present<T>(columns: Raw): T {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null && value !== undefined)) as T;
}

import type { EntityManager } from 'typeorm';
import type { RowFault } from './import-fault.js';
import type { Limits } from './row-indicator.js';

/** Staged rows beside the latest revision of the same figure. */
const LATEST = `
  left join lateral (
    select o.revision, o.value, o.missing, o.quality, o.provenance, o.provenance_note, o.margin, o.respondents, o.publish_at
      from observation o where o.series_id = s.series_id and o.period_end = s.period_end
     order by o.revision desc limit 1
  ) l on true`;

/** Another figure, or the same one said to be of another kind; the source's name alone is no change. */
const IS_OTHER = `(l.value, l.missing, l.quality, l.provenance, l.provenance_note, l.margin, l.respondents)
  is distinct from (s.value, s.missing, s.quality, s.provenance, s.provenance_note, s.margin, s.respondents)`;

/**
 * A figure that still waits is to be public earlier. For one that is public already no earlier time means anything, and a
 * row without a time says nothing of it.
 */
const IS_EARLIER = `coalesce(l.publish_at > now() and s.publish_at < l.publish_at, false)`;
const DIFFERS = `(${IS_OTHER} or ${IS_EARLIER})`;

/**
 * The public sees the latest revision whose time has come. A revision with a later time therefore hides nothing: the one
 * before it stays public, or becomes so at its own time. Only another figure for a public one may wait: the public sees the
 * old one meanwhile. Everything else would promise a silence that the page does not keep.
 */
const IS_PUT_OFF = `s.publish_at > greatest(l.publish_at, now()) and (l.publish_at > now() or not ${IS_OTHER})`;

/** What a change that leaves the outcome as it is is about, by the file's columns. */
const CHANGES = `array_remove(array[
  ${['quality', 'provenance', 'provenance_note', 'margin', 'respondents'].map((column) => `case when l.${column} is distinct from s.${column} then '${column}' end`).join(',\n  ')},
  case when ${IS_EARLIER} then 'publish_at' end], null)`;

/** Rows that name a figure another row of the file already named. */
export async function repeatedRows(manager: EntityManager): Promise<RowFault[]> {
  const lines = await manager.query<{ row: number; first: number }[]>(`
    select row, first from (select row, min(row) over (partition by series_id, period) as first from staged) t
     where row <> first order by row limit 100`);
  return lines.map(({ row, first }) => ({ row, code: 'row.twice', facts: { first } }));
}

/** How many rows are new, changed and unchanged. */
export async function compare(manager: EntityManager): Promise<{ added: number; changed: number; unchanged: number }> {
  const [counts] = await manager.query<[{ added: number; changed: number; unchanged: number }]>(`
    select count(*) filter (where l.revision is null) as added,
           count(*) filter (where l.revision is not null and ${DIFFERS}) as changed,
           count(*) filter (where l.revision is not null and not (${DIFFERS})) as unchanged
      from staged s ${LATEST}`);
  return counts;
}

/** The rows that would put off what is, or will be, public. */
export async function postponedRows(manager: EntityManager): Promise<RowFault[]> {
  const lines = await manager.query<{ row: number; at: string }[]>(`
    select s.row, to_char(l.publish_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from staged s ${LATEST} where s.publish_at is not null and l.revision is not null and ${IS_PUT_OFF} order by s.row limit 100`);
  return lines.map(({ row, at }) => ({ row, code: 'publish-at.put-off', facts: { 'public from': at } }));
}

/** The changed rows, from → to or what else changes, for the refusal of an import without a reason. */
export async function changesWithoutReason(manager: EntityManager): Promise<RowFault[]> {
  const lines = await manager.query<{ row: number; was: string; becomes: string; changes: string[] }[]>(`
    select s.row, coalesce(trim_scale(l.value)::text, l.missing) as was, coalesce(trim_scale(s.value)::text, s.missing) as becomes, ${CHANGES} as changes
      from staged s ${LATEST} where l.revision is not null and ${DIFFERS} order by s.row limit 100`);
  return lines.map(({ row, was, becomes, changes }) =>
    was === becomes
      ? { row, code: 'change.beside-needs-reason', facts: { changes } }
      : { row, code: 'change.needs-reason', facts: { from: was, to: becomes } },
  );
}

/** The new and changed rows outside their indicator's limits, for the refusal of an import without a reason; what was answered before is not asked again. */
export async function rowsOutsideLimits(manager: EntityManager, outside: ReadonlyMap<string, Limits>): Promise<RowFault[]> {
  const limits = [...outside].map(([indicator, { min, max }]) => ({ indicator, min, max }));
  const lines = await manager.query<{ row: number; value: number; min: number | null; max: number | null }[]>(
    `select s.row, s.value::float8 as value, limits.min::float8 as min, limits.max::float8 as max
       from staged s join jsonb_to_recordset($1::jsonb) as limits (indicator text, min numeric, max numeric) using (indicator) ${LATEST}
      where (s.value < limits.min or s.value > limits.max) and (l.revision is null or ${DIFFERS}) order by s.row limit 100`,
    [JSON.stringify(limits)],
  );
  return lines.map(({ row, value, min, max }) => ({
    row,
    code: 'value.outside-limits',
    facts: { value, ...(min !== null && { min }), ...(max !== null && { max }) },
  }));
}

/**
 * Appends the new and changed figures as next revisions; returns the slugs of the indicators they belong to. A correction
 * that names no time waits as long as what it corrects.
 */
export async function insertRevisions(manager: EntityManager, runId: number, reason: string | undefined): Promise<string[]> {
  await manager.query(
    `insert into observation (series_id, period, period_end, revision, value, missing, quality, provenance, provenance_note, margin,
                              respondents, source, reason, import_run_id, publish_at)
     select s.series_id, s.period, s.period_end, coalesce(l.revision, 0) + 1, s.value, s.missing, s.quality, s.provenance, s.provenance_note, s.margin,
            s.respondents, s.source, case when l.revision is null then null else $2::text end, $1, coalesce(s.publish_at, greatest(l.publish_at, now()))
       from staged s ${LATEST}
      where l.revision is null or ${DIFFERS}
      order by s.row`,
    [runId, reason ?? null],
  );
  const lines = await manager.query<{ slug: string }[]>(
    `
    select i.slug from indicator i where i.id in (
      select h.indicator_id from series_head h join observation o on o.series_id = h.id where o.import_run_id = $1)`,
    [runId],
  );
  return lines.map(({ slug }) => slug);
}

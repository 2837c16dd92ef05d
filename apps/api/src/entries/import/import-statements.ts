import type { EntityManager } from 'typeorm';
import type { RowFault } from './import-fault.js';

/** Staged rows beside the latest revision of the same figure. */
const LATEST = `
  left join lateral (
    select o.revision, o.value, o.missing, o.quality, o.provenance, o.provenance_note, o.margin, o.respondents, o.source
      from observation o where o.series_id = s.series_id and o.period_end = s.period_end
     order by o.revision desc limit 1
  ) l on true`;

/** Another figure, or the same one said to be of another kind; the source's name alone is no change. */
const DIFFERS = `(l.value, l.missing, l.quality, l.provenance, l.margin, l.respondents)
  is distinct from (s.value, s.missing, s.quality, s.provenance, s.margin, s.respondents)`;

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

/** The changed rows, from → to, for the refusal of an import without a reason. */
export async function changesWithoutReason(manager: EntityManager): Promise<RowFault[]> {
  const lines = await manager.query<{ row: number; was: string; becomes: string }[]>(`
    select s.row, coalesce(trim_scale(l.value)::text, l.missing) as was, coalesce(trim_scale(s.value)::text, s.missing) as becomes
      from staged s ${LATEST} where l.revision is not null and ${DIFFERS} order by s.row limit 100`);
  return lines.map(({ row, was, becomes }) => ({ row, code: 'change.needs-reason', facts: { from: was, to: becomes } }));
}

/** Appends the new and changed figures as next revisions; returns the slugs of the indicators they belong to. */
export async function insertRevisions(manager: EntityManager, runId: number, reason: string | undefined): Promise<string[]> {
  await manager.query(
    `insert into observation (series_id, period, period_end, revision, value, missing, quality, provenance, provenance_note, margin,
                              respondents, source, reason, import_run_id, publish_at)
     select s.series_id, s.period, s.period_end, coalesce(l.revision, 0) + 1, s.value, s.missing, s.quality, s.provenance, s.provenance_note, s.margin,
            s.respondents, s.source, case when l.revision is null then null else $2::text end, $1, coalesce(s.publish_at, now())
       from staged s ${LATEST}
      where l.revision is null or ${DIFFERS}
      order by s.row`,
    [runId, reason ?? null],
  );
  const lines = await manager.query<{ slug: string }[]>(`
    select i.slug from indicator i where i.id in (
      select h.indicator_id from series_head h join observation o on o.series_id = h.id where o.import_run_id = $1)`, [runId]);
  return lines.map(({ slug }) => slug);
}

import type pg from 'pg';
import type { CheckedFile } from './check-figures.js';
import { doubtfulMarks } from './doubtful-marks.js';
import { unaccepted } from './file-questions.js';
import type { RowFault } from './import-fault.js';
import type { Refusals } from './refusals.js';
import type { ImportOrder } from './import-order.js';

/** How many rows are new, changed and unchanged. */
export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** The figures of the file beside the latest revision of the same figure, if there is one. */
export const BESIDE_LATEST = `
  figure f
  left join series_head h on (h.indicator_id, h.territory_id, h.breakdown) = (f.indicator_id, f.territory_id, f.breakdown)
  left join lateral (
    select o.revision, o.value, o.missing, o.quality, o.provenance, o.provenance_note, o.margin, o.respondents, o.numerator, o.denominator, o.publish_at
      from observation o where o.series_id = h.id and o.period_end = f.period_end
     order by o.revision desc limit 1
  ) l on true`;

const BESIDE = ['quality', 'provenance', 'provenance_note', 'margin', 'respondents', 'numerator', 'denominator'] as const;

/**
 * What a column says beside the outcome. Where the row has no value there is nothing to be sure of, and our own files leave it empty; that the
 * row was invented is said all the same.
 */
function said(figure: 'l' | 'f', column: (typeof BESIDE)[number]): string {
  const cell = `${figure}.${column}`;
  if (column === 'quality') return `case when f.value is not null then ${cell} end`;
  return column === 'provenance' ? `case when f.value is not null or ${cell} = 'example' then ${cell} end` : cell;
}
const whole = (figure: 'l' | 'f'): string =>
  [`${figure}.value`, `${figure}.missing`, ...BESIDE.map((column) => said(figure, column))].join(', ');

/** Another figure, or the same one said to be of another kind; the source's name alone is no change. */
const IS_OTHER = `(${whole('l')}) is distinct from (${whole('f')})`;

/**
 * A figure that still waits is to be public earlier. For one that is public already no earlier time means anything, and a
 * row without a time says nothing of it.
 */
const IS_EARLIER = `coalesce(l.publish_at > now() and f.publish_at < l.publish_at, false)`;
const DIFFERS = `(${IS_OTHER} or ${IS_EARLIER})`;

/**
 * The public sees the latest revision whose time has come. A revision with a later time therefore hides nothing: the one
 * before it stays public, or becomes so at its own time. Only another figure for a public one may wait: the public sees the
 * old one meanwhile. Everything else would promise a silence that the page does not keep.
 */
const IS_PUT_OFF = `f.publish_at > greatest(l.publish_at, now()) and (l.publish_at > now() or not ${IS_OTHER})`;

/** The very same value made final (the rules' `revisionKind`): nobody is asked why. */
const IS_CONFIRMATION = `(l.quality <> 'final' and f.quality = 'final' and f.value is not null and not ${IS_EARLIER}
  and (l.value, l.provenance, l.provenance_note, l.margin, l.respondents, l.numerator, l.denominator)
      is not distinct from (f.value, f.provenance, f.provenance_note, f.margin, f.respondents, f.numerator, f.denominator))`;

/** What a change that leaves the outcome as it is is about, by the file's columns. */
const CHANGES = `array_remove(array[
  ${BESIDE.map((column) => `case when ${said('l', column)} is distinct from ${said('f', column)} then '${column}' end`).join(',\n  ')},
  case when ${IS_EARLIER} then 'publish_at' end], null)`;

/**
 * Puts the rows that differ from what is there into the table `difference`: the revision each is to become, and from when it is public (a
 * correction that names no time waits as long as what it corrects). Nothing is locked: a revision that somebody else
 * records meanwhile is found taken when it is written. Tells of what nothing can answer, for changes
 * without a reason, and for what was not accepted by the name of its kind.
 */
export async function compareFigures(
  client: pg.ClientBase,
  file: CheckedFile,
  { order: { reason, accept }, refusals }: { readonly order: Pick<ImportOrder, 'reason' | 'accept'>; readonly refusals: Refusals },
): Promise<Counts> {
  const { most } = refusals;
  if (file.hasTimes) await refusals.take(await postponedRows(client, most));
  await refusals.settle();
  await client.query(`
    create temporary table difference (row integer, series_id integer, revision integer, publish_at timestamptz, is_confirmation boolean) on commit drop`);
  await client.query(`
    insert into difference
    select f.row, h.id, coalesce(l.revision, 0) + 1, greatest(coalesce(f.publish_at, l.publish_at), now()), coalesce(${IS_CONFIRMATION}, false)
      from ${BESIDE_LATEST} where l.revision is null or ${DIFFERS}`);
  const counts = await count(client, file.rows);
  if (counts.added + counts.changed === 0) return counts;
  await refusals.take(await doubtfulMarks(client, most));
  await refusals.settle();
  if (!reason && counts.changed > 0) await refusals.take(await changedRows(client, most));
  await refusals.take(await unaccepted(client, { said: file, accepted: accept, most }));
  await refusals.settle();
  return counts;
}

async function count(client: pg.ClientBase, rows: number): Promise<Counts> {
  await client.query('analyze difference');
  const { rows: counted } = await client.query<Pick<Counts, 'added' | 'changed'>>(`
    select count(*) filter (where revision = 1) as added, count(*) filter (where revision > 1) as changed from difference`);
  const { added = 0, changed = 0 } = counted[0] ?? {};
  return { added, changed, unchanged: rows - added - changed };
}

/** The rows that would put off what is, or will be, public. */
async function postponedRows(client: pg.ClientBase, most: number): Promise<RowFault[]> {
  const { rows } = await client.query<{ row: number; at: string }>(`
    select f.row, to_char(l.publish_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from ${BESIDE_LATEST} where f.publish_at is not null and l.revision is not null and ${IS_PUT_OFF} order by f.row limit ${most}`);
  return rows.map(({ row, at }) => ({ row, column: 'publish_at', code: 'publish-at.put-off', facts: { 'public from': at } }));
}

/** The changed rows, from → to or what else changes, for the refusal of an import without a reason. */
async function changedRows(client: pg.ClientBase, most: number): Promise<RowFault[]> {
  const { rows } = await client.query<{ row: number; was: string; becomes: string; changes: string[] }>(`
    select f.row, coalesce(trim_scale(l.value)::text, l.missing) as was, coalesce(trim_scale(f.value)::text, f.missing) as becomes, ${CHANGES} as changes
      from ${BESIDE_LATEST}
     where f.row in (select row from difference where revision > 1 and not is_confirmation order by row limit ${most}) order by f.row`);
  return rows.map(({ row, was, becomes, changes }) =>
    was === becomes
      ? { row, code: 'change.beside-needs-reason', facts: { changes } }
      : { row, column: 'value', code: 'change.needs-reason', facts: { from: was, to: becomes } },
  );
}

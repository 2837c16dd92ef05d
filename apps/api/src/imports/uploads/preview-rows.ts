import type { UploadRowKind } from '@slusen/domain';
import type pg from 'pg';
import { BESIDE_LATEST } from '../compare-figures.js';
import type { RowFault } from '../import-fault.js';
import { QUESTIONS, refusalOf } from './refusal-words.js';

/** Figures of wide tables are numbered below nought; their row is what is left of it. */
const LINE = 'case when f.row < 0 then (-f.row) % 1048576 else f.row end';
const told = (figure: 'l' | 'f'): string => `coalesce(trim_scale(${figure}.value)::text, ${figure}.missing)`;

/** Writes what each row of the compared file does, in place of what was written before. */
export async function writePreview(client: pg.ClientBase, upload: string): Promise<void> {
  await client.query('delete from import_upload_row where upload_id = $1', [upload]);
  await client.query(
    `insert into import_upload_row (upload_id, number, kind, line, indicator, territory, breakdown, period, was, becomes)
     select $1, row_number() over (order by ${LINE}, f.row desc),
            case when d.row is null then 'unchanged' when d.revision = 1 then 'added' else 'changed' end, ${LINE},
            w.indicator, coalesce(nullif(w.municipality, ''), w.municipality_code), nullif(f.breakdown, ''), f.period, ${told('l')}, ${told('f')}
       from ${BESIDE_LATEST} join written w on w.row = f.row left join difference d on d.row = f.row`,
    [upload],
  );
}

/** How many rows of each kind a preview has. */
export type PreviewCounts = Readonly<Record<UploadRowKind, number>>;

/** Writes why rows of the compared file are refused, after what the others do. */
export async function writeRefusals(client: pg.ClientBase, upload: string): Promise<void> {
  await client.query(`
    declare refusals no scroll cursor for
    select r.line as row, r.place as column, r.code, r.facts, nullif(w.indicator, '') as indicator, nullif(w.period, '') as period,
           coalesce(nullif(w.municipality, ''), nullif(w.municipality_code, '')) as territory, nullif(w.value, '') as becomes
      from refusal r left join written w on w.row = r.row order by r.line, r.number`);
  for (let from = await lastNumber(client, upload); ; from += MANY) {
    const { rows } = await client.query<RowFault & WrittenThere>(`fetch ${MANY} from refusals`);
    await insertRefused(client, { upload, from, rows });
    if (rows.length < MANY) break;
  }
  await client.query('close refusals');
}

/** Writes why a file is refused as a whole, in place of what was written before. */
export async function writeRefused(client: pg.ClientBase, upload: string, faults: readonly RowFault[]): Promise<void> {
  await client.query('delete from import_upload_row where upload_id = $1', [upload]);
  await insertRefused(client, { upload, from: 0, rows: faults });
}

/** What a refused row says, as it is written. */
interface WrittenThere {
  readonly indicator: string | null;
  readonly territory: string | null;
  readonly period: string | null;
  readonly becomes: string | null;
}
const MANY = 500;

async function lastNumber(client: pg.ClientBase, upload: string): Promise<number> {
  const { rows } = await client.query<{ last: number }>(
    'select coalesce(max(number), 0)::int as last from import_upload_row where upload_id = $1',
    [upload],
  );
  return rows[0]?.last ?? 0;
}

async function insertRefused(
  client: pg.ClientBase,
  { upload, from, rows }: { readonly upload: string; readonly from: number; readonly rows: readonly (RowFault & Partial<WrittenThere>)[] },
): Promise<void> {
  const written = rows.map(({ indicator, territory, period, becomes, ...fault }, at) => {
    const { row: line, column: place, reason } = refusalOf(fault);
    return { number: from + at + 1, line, place, reason, indicator, territory, period, becomes };
  });
  await client.query(
    `insert into import_upload_row (upload_id, number, kind, line, place, reason, indicator, territory, period, becomes)
     select $1, number, 'refused', line, place, reason, indicator, territory, period, becomes
       from jsonb_to_recordset($2::jsonb) as t (number integer, line integer, place text, reason jsonb, indicator text, territory text, period text, becomes text)`,
    [upload, JSON.stringify(written)],
  );
}

/** What can be answered of what is refused: a mark once, and each other question once. */
export async function questionsIn(client: pg.ClientBase): Promise<RowFault[]> {
  const { rows } = await client.query<RowFault>(
    `select line as row, place as column, code, facts from (
       select distinct on (code, facts->>'mark') * from refusal where code = any($1) order by code, facts->>'mark', number) q
      order by number limit 100`,
    [[...QUESTIONS]],
  );
  return rows;
}

/** How many rows of each kind were written. */
export async function countsOf(client: pg.ClientBase, upload: string): Promise<PreviewCounts> {
  const { rows } = await client.query<{ kind: UploadRowKind; count: number }>(
    'select kind, count(*)::int as count from import_upload_row where upload_id = $1 group by kind',
    [upload],
  );
  return { refused: 0, changed: 0, added: 0, unchanged: 0, ...Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) };
}

/** A digest of what the compared file would record, and after what: the same one again means the same change. */
export async function digestOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(`
    select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', f.row, f.indicator_id, f.territory_id, f.breakdown, f.period, d.revision), e'\\n'
             order by f.row), ''), 'UTF8')), 'hex') as digest
      from figure f join difference d on d.row = f.row`);
  return rows[0]?.digest ?? '';
}

/** The indicators of the compared file. */
export async function indicatorsIn(client: pg.ClientBase): Promise<readonly number[]> {
  const { rows } = await client.query<{ id: number }>('select distinct indicator_id as id from figure');
  return rows.map(({ id }) => id);
}

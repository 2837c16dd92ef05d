import type pg from 'pg';
import { BESIDE_LATEST } from '../compare-figures.js';
import type { RowFault } from '../import-fault.js';
import { refusalOf } from './refusal-words.js';

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

/** Writes why rows are refused, in place of what was written before. */
export async function writeRefused(client: pg.ClientBase, upload: string, faults: readonly RowFault[]): Promise<void> {
  await client.query('delete from import_upload_row where upload_id = $1', [upload]);
  const rows = faults.map(refusalOf).map(({ row, column, reason }, at) => ({ number: at + 1, line: row, place: column, reason }));
  await client.query(
    `insert into import_upload_row (upload_id, number, kind, line, place, reason)
     select $1, number, 'refused', line, place, reason
       from jsonb_to_recordset($2::jsonb) as t (number integer, line integer, place text, reason jsonb)`,
    [upload, JSON.stringify(rows)],
  );
}

/** A digest of what the compared file would record, and after what: the same one again means the same change. */
export async function digestOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(`
    select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', f.row, f.indicator_id, f.territory_id, f.breakdown, f.period, d.revision), e'\\n'
             order by f.row), ''), 'UTF8')), 'hex') as digest
      from figure f join difference d on d.row = f.row`);
  return rows[0]?.digest ?? '';
}

/** The indicators of the compared file, each with the first row that it stands in. */
export async function indicatorsIn(client: pg.ClientBase): Promise<readonly { readonly id: number; readonly row: number }[]> {
  const { rows } = await client.query<{ id: number; row: number }>(
    `select indicator_id as id, min(${LINE}) as row from figure f group by 1 order by 2`,
  );
  return rows;
}

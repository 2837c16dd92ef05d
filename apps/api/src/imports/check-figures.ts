import { MAX_DECIMALS } from '@slusen/domain';
import type pg from 'pg';
import { COLUMNS } from './file-columns.js';
import { FigureReadings, PLAIN_NUMBER, SAYS_SHARE, type Said } from './figure-readings.js';
import { faultsOfRow, type Register } from './figure-row.js';
import { MOST_FAULTS, refuse, type RowFault } from './import-fault.js';
import { findNewcomers, type Newcomers } from './newcomers.js';
import { readSayings, saidOf } from './reading.js';
import type { StagedFile } from './stage-figures.js';

/** A file in which every row can be taken; its figures stand in the table `figure`. */
export interface CheckedFile extends Said {
  readonly rows: number;
  /** Of them those with a number that was rounded. */
  readonly rounded: number;
  readonly sha256: Buffer;
  /** Indicators and areas that are not there yet; their ids are below zero until they are made. */
  readonly newcomers: Newcomers;
}

/**
 * Reads what is `written` against the register and puts the figures into `figure`. Throws ImportFault with every row that cannot be taken (a
 * hundred at most).
 */
export async function checkFigures(client: pg.ClientBase, staged: StagedFile, register: Register): Promise<CheckedFile> {
  const readings = new FigureReadings(register);
  for (const reading of readings.all) await readSayings(client, reading);
  const taken = await fillFigures(client, readings);
  const isWhole = taken === staged.rows - staged.faults.length;
  const refused = isWhole ? [] : await refusedRows(client, register);
  const { newcomers, faults } = await findNewcomers(client);
  refuse([...staged.faults, ...refused, ...faults]);
  refuse(await repeatedRows(client));
  const rounded = register.round ? await countRounded(client) : 0;
  return { rows: staged.rows, rounded, sha256: staged.sha256, newcomers, ...readings.said };
}

/** Joins every row with what its cells were read as; rows of which some cell was not read stay out. Returns how many were taken. */
async function fillFigures(client: pg.ClientBase, { measure, area, kind, share }: FigureReadings): Promise<number> {
  await client.query(`
    create temporary table figure (
      row integer, measure integer, area integer, indicator_id integer, territory_id integer, breakdown text, period text, period_end integer,
      value numeric(21,6), missing text, quality text, provenance text, provenance_note text, margin numeric(21,6), respondents integer,
      source text, publish_at timestamptz,
      is_final_early boolean, numerator numeric(21,6), denominator numeric(21,6)
    ) on commit drop`);
  const { rowCount } = await client.query(`
    insert into figure
    select w.row, m.id, a.id, m.indicator_id, a.territory_id, w.breakdown, m.period, m.period_end,
           case when v.said is not null then v.value when w.value <> '' then replace(w.value, ',', '.')::numeric end,
           k.missing, k.quality, k.provenance, nullif(w.provenance_note, ''), g.value, n.value, w.source, k.publish_at,
           k.quality = 'final' and k.missing is null and not m.has_ended, s.numerator, s.denominator
      from written w
      join reading_measure m on m.said = ${saidOf(measure)}
      join reading_area a on a.said = ${saidOf(area)}
      join reading_kind k on k.said = ${saidOf(kind)}
      left join reading_value v on v.said = w.value
      left join reading_margin g on g.said = w.margin
      left join reading_respondents n on n.said = w.respondents
      left join reading_share s on ${SAYS_SHARE} and s.said = ${saidOf(share)}
     where (v.said is not null or w.value = '' or w.value ~ '${PLAIN_NUMBER}')
       and (w.margin = '' or g.said is not null) and (w.respondents = '' or n.said is not null) and (not ${SAYS_SHARE} or s.said is not null)`);
  await client.query('analyze figure');
  return rowCount ?? 0;
}

/** Why rows stayed out: the first of them are read one by one. */
async function refusedRows(client: pg.ClientBase, register: Register): Promise<RowFault[]> {
  const { rows } = await client.query<{ row: number; cells: string[] }>(`
    select w.row, array[${COLUMNS.map((column) => `w.${column}`).join(', ')}] as cells
      from written w where not exists (select from figure f where f.row = w.row) order by w.row limit ${MOST_FAULTS}`);
  const faults = rows.flatMap((record) => {
    const found = faultsOfRow(record, register);
    if (found.length === 0) throw new Error(`Row ${record.row} was not taken, and nothing is wrong with it`);
    return found;
  });
  return faults.some(({ code }) => code === 'value.too-precise') ? withCount(faults, await countTooPrecise(client)) : faults;
}

/** How much rounding would change is for whoever decides upon it. */
function withCount(faults: readonly RowFault[], rows: number): RowFault[] {
  return faults.map((fault) =>
    fault.code === 'value.too-precise' ? { ...fault, facts: { ...fault.facts, 'rows like it': rows } } : fault,
  );
}

/** Rows with a number of more decimals than can be stored; noughts at the end are none. */
async function countTooPrecise(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(`select count(*)::int as rows from written where value ~ $1 or margin ~ $1`, [
    `[.,][0-9]{${MAX_DECIMALS}}[0-9]*[1-9]0*$`,
  ]);
  return rows[0]?.rows ?? 0;
}

async function countRounded(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(`
    select count(*)::int as rows from written w
     where exists (select from reading_value v where v.said = w.value and v.is_rounded)
        or exists (select from reading_margin m where m.said = w.margin and m.is_rounded)`);
  return rows[0]?.rows ?? 0;
}

/** Rows that name a figure another row of the file already named. */
async function repeatedRows(client: pg.ClientBase): Promise<RowFault[]> {
  const key = 'indicator_id, territory_id, breakdown, period';
  const { rows: repeated } = await client.query(`select 1 from figure group by ${key} having count(*) > 1 limit 1`);
  if (repeated.length === 0) return [];
  const { rows } = await client.query<{ row: number; first: number }>(`
    select row, first from (select row, min(row) over (partition by ${key}) as first from figure) t
     where row <> first order by row limit ${MOST_FAULTS}`);
  return rows.map(({ row, first }) => ({ row, code: 'row.twice', facts: { first } }));
}

import { MAX_DECIMALS } from '@slusen/domain';
import type pg from 'pg';
import { COLUMNS, type FileRecord } from './file-columns.js';
import { FigureReadings, PLAIN_NUMBER, SAYS_SHARE, type Said } from './figure-readings.js';
import { faultsOfRow, type Register } from './figure-row.js';
import type { RowFault } from './import-fault.js';
import type { Refusals } from './refusals.js';
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

/** Of rows that are read one by one: what lies between two of them is free for others. */
const MANY = 200;

/** Reads what is `written` against the register and puts the figures into `figure`; rows that cannot be taken are told. */
export async function checkFigures(
  client: pg.ClientBase,
  { staged, register, refusals }: { readonly staged: StagedFile; readonly register: Register; readonly refusals: Refusals },
): Promise<CheckedFile> {
  const readings = new FigureReadings(register);
  for (const reading of readings.all) await readSayings(client, reading);
  const taken = await fillFigures(client, readings);
  await refusals.take(staged.faults);
  if (taken < staged.written) await takeRefusedRows(client, register, refusals);
  const { newcomers, faults } = await findNewcomers(client);
  await refusals.take(faults);
  await refusals.settle();
  await refusals.take(await repeatedRows(client, refusals.most));
  await refusals.settle();
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

/** Tells why rows stayed out: they are read one by one, as many as somebody wants to be told of. */
async function takeRefusedRows(client: pg.ClientBase, register: Register, refusals: Refusals): Promise<void> {
  await client.query(`
    declare refused no scroll cursor for
    select w.row, array[${COLUMNS.map((column) => `w.${column}`).join(', ')}] as cells
      from written w where not exists (select from figure f where f.row = w.row) order by w.row`);
  let tooPrecise: number | undefined;
  for (;;) {
    const { rows } = await client.query<{ row: number; cells: string[] }>(`fetch ${MANY} from refused`);
    const faults = rows.slice(0, refusals.most).flatMap((record) => faultsOfRefused(record, register));
    const isCounted = faults.some(({ code }) => code === 'value.too-precise');
    if (isCounted) tooPrecise ??= await countTooPrecise(client);
    await refusals.take(tooPrecise === undefined ? faults : withCount(faults, tooPrecise));
    if (rows.length < MANY || refusals.isFull) break;
  }
  await client.query('close refused');
}

function faultsOfRefused(record: FileRecord, register: Register): readonly RowFault[] {
  const found = faultsOfRow(record, register);
  if (found.length === 0) throw new Error(`Row ${record.row} was not taken, and nothing is wrong with it`);
  return found;
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
async function repeatedRows(client: pg.ClientBase, most: number): Promise<RowFault[]> {
  const key = 'indicator_id, territory_id, breakdown, period';
  const { rows: repeated } = await client.query(`select 1 from figure group by ${key} having count(*) > 1 limit 1`);
  if (repeated.length === 0) return [];
  const { rows } = await client.query<{ row: number; first: number }>(`
    select row, first from (select row, min(row) over (partition by ${key}) as first from figure) t
     where row <> first order by row limit ${most}`);
  return rows.map(({ row, first }) => ({ row, code: 'row.twice', facts: { first } }));
}

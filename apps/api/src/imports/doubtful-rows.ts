import type pg from 'pg';
import type { Said } from './figure-readings.js';
import { MOST_FAULTS, type RowFault } from './import-fault.js';

/** A mark before exactly three digits, where thousands have theirs; no thousands begin with a nought. */
const MARKED_AS_THOUSANDS = '^[-\u2212\u2013]?[1-9][0-9]{0,2}[.,][0-9]{3}$';
/** An indicator of so many decimals has numbers that look like that. */
const THREE_DECIMALS = 3;

/** Rows that can be read in two ways, and whose figures would be wrong in silence in one of them. */
export async function doubtfulRows(client: pg.ClientBase, { hasUnended }: Pick<Said, 'hasUnended'>): Promise<RowFault[]> {
  return [...(await ambiguousMarks(client)), ...(hasUnended ? await unsaidQualities(client) : [])];
}

/**
 * The first marked row of each indicator all of whose marked numbers look like thousands: nothing tells whether 1.234 is a thousand or one
 * and a bit.
 */
async function ambiguousMarks(client: pg.ClientBase): Promise<RowFault[]> {
  const { rows } = await client.query<{ row: number; text: string }>(`
    select min(f.row) as row, (array_agg(w.value order by f.row))[1] as text
      from written w join figure f on f.row = w.row join reading_measure m on m.id = f.measure
     where (w.value like '%.%' or w.value like '%,%') and coalesce(m.decimals, 0) < ${THREE_DECIMALS}
     group by f.indicator_id having bool_and(w.value ~ '${MARKED_AS_THOUSANDS}') order by 1 limit ${MOST_FAULTS}`);
  return rows.map(({ row, text }) => ({ row, column: 'value', code: 'value.ambiguous-mark', facts: { text } }));
}

/** Rows that leave out how sure a figure is while its period goes on: what is left out is final, which such a figure rarely is. */
async function unsaidQualities(client: pg.ClientBase): Promise<RowFault[]> {
  const { rows } = await client.query<{ row: number; period: string }>(`
    select f.row, f.period from figure f join reading_measure m on m.id = f.measure join written w on w.row = f.row
     where not m.has_ended and w.quality = '' and f.missing is null order by f.row limit ${MOST_FAULTS}`);
  return rows.map(({ row, period }) => ({ row, column: 'quality', code: 'quality.unsaid', facts: { period } }));
}

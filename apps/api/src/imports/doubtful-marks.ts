import type pg from 'pg';
import type { RowFault } from './import-fault.js';

/** A mark before exactly three digits, where thousands have theirs; no thousands begin with a nought. */
const MARKED_AS_THOUSANDS = '^[-\u2212\u2013]?[1-9][0-9]{0,2}[.,][0-9]{3}$';
/** An indicator of so many decimals has numbers that look like that. */
const THREE_DECIMALS = 3;

/**
 * New and changed figures whose mark may stand between thousands: nothing in the file tells whether 1.234 is a thousand or one and a bit,
 * since wherever that mark stands three digits follow.
 */
export async function doubtfulMarks(client: pg.ClientBase, most: number): Promise<RowFault[]> {
  const { rows: marks } = await client.query<{ mark: string }>(`
    select substring(value from '[.,]') as mark from written where value ~ '[.,]'
     group by 1 having bool_and(value ~ '${MARKED_AS_THOUSANDS}')`);
  if (marks.length === 0) return [];
  const { rows } = await client.query<{ row: number; text: string }>(
    `select w.row, w.value as text
       from written w join difference using (row) join figure f using (row) join reading_measure m on m.id = f.measure
      where substring(w.value from '[.,]') = any($1) and coalesce(m.decimals, 0) < ${THREE_DECIMALS} order by w.row limit ${most}`,
    [marks.map(({ mark }) => mark)],
  );
  return rows.map(({ row, text }) => ({ row, column: 'value', code: 'value.ambiguous-mark', facts: { text } }));
}

import type pg from 'pg';
import { faultsOf } from './import-fault.js';

/** Stands between the cells of what is said; no text that is stored can hold it. */
const SEPARATOR = '\u001f';

/**
 * What the rows of a file say of one subject, each saying once: few, however many the rows are. The domain's rules judge each, and the
 * rows are joined with what it was read as. A saying that is refused is not in the table, so its rows find nothing to be joined with.
 */
export interface Reading {
  /** The temporary table of sayings (`id`, `said`) and what they were read as. */
  readonly table: string;
  /** SQL over a row `w` of the file: the cells that are judged together. */
  readonly cells: readonly string[];
  /** SQL over `w`: rows that say something here. */
  readonly where: string;
  /** The columns of what is read, with their types. */
  readonly columns: Readonly<Record<string, string>>;
  /** Reads one saying; throws ImportFault for one that is refused. */
  readonly read: (cells: readonly string[]) => object;
}

const MANY = 2000;

/** SQL: what a row `w` says, as it stands in `said`. */
export const saidOf = ({ cells }: Reading): string => (cells.length === 1 ? String(cells[0]) : `concat_ws(e'\\x1f', ${cells.join(', ')})`);

/** Reads every saying of the file, some thousand at a time. */
export async function readSayings(client: pg.ClientBase, reading: Reading): Promise<void> {
  const { table, columns } = reading;
  const names = ['said', ...Object.keys(columns)].join(', ');
  const typed = ['said text', ...Object.entries(columns).map(([name, type]) => `${name} ${type}`)].join(', ');
  await client.query(`create temporary table ${table} (id integer generated always as identity, ${typed}) on commit drop`);
  await client.query(
    `declare sayings no scroll cursor for select distinct ${saidOf(reading)} as said from written w where ${reading.where}`,
  );
  for (;;) {
    const { rows } = await client.query<{ said: string }>(`fetch ${MANY} from sayings`);
    if (rows.length === 0) break;
    const read = rows.flatMap(({ said }) => readOne(reading, said));
    await client.query(`insert into ${table} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as t (${typed})`, [
      JSON.stringify(read),
    ]);
  }
  await client.query('close sayings');
  await client.query(`analyze ${table}`);
}

function readOne({ read }: Reading, said: string): object[] {
  let verdict: object = {};
  const faults = faultsOf(() => (verdict = read(said.split(SEPARATOR))));
  return faults.length > 0 ? [] : [{ said, ...verdict }];
}

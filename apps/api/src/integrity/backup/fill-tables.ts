import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Tally } from './backup.js';
import { BackupError, type TableEntry } from './manifest.js';

/** Tables of a backup or an export, beside those that its migrations made. */
export interface TablesToFill {
  readonly what: 'backup' | 'export';
  readonly tables: readonly TableEntry[];
  readonly there: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

/** Fills every table that the migrations made, once what is brought along is known to fit it. Throws BackupError. */
export async function fillEach({ what, tables, there }: TablesToFill, fill: (table: TableEntry) => Promise<void>): Promise<void> {
  const made = new Map(there.map(({ name, columns }) => [name, columns]));
  for (const table of tables) {
    const columns = made.get(table.name);
    if (!columns || table.columns.some((column) => !columns.includes(column)))
      throw new BackupError(`The ${what} is damaged: its table ${table.name} is not one of those its migrations make.`);
    await fill(table);
  }
  if (made.size !== tables.length) throw new BackupError(`The ${what} is damaged: it does not hold every table.`);
}

/** Rows on their way to where they are read, with what people call the place they come from and the digest that they had. */
export interface Poured {
  readonly what: TablesToFill['what'];
  readonly called: string;
  readonly rows: Readable;
  readonly sha256: string;
}

/** Lets the rows through, and sees that they are those that were written. Throws BackupError. */
export async function pour({ what, called, rows, sha256 }: Poured, sink: Writable): Promise<void> {
  const tally = new Tally();
  try {
    await pipeline(rows, tally, sink);
  } catch (error) {
    throw new BackupError(`The ${what} is damaged: ${called} cannot be read (${(error as Error).message}).`, { cause: error });
  }
  if (tally.result().sha256 !== sha256) throw new BackupError(`The ${what} is damaged: ${called} is not what it was when it was written.`);
}

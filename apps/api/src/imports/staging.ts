import { stringify } from 'csv-stringify';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FigureRow } from './figure-row.js';

const COLUMNS = [
  'row',
  'indicator',
  'territory',
  'breakdown',
  'period',
  'periodEnd',
  'value',
  'missing',
  'quality',
  'provenance',
  'provenanceNote',
  'margin',
  'respondents',
  'source',
  'publishAt',
] as const satisfies readonly (keyof FigureRow)[];

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const PART_BYTES = 64 * 1024;

/** A row alone would be a packet alone, which takes longer than reading and checking it. */
async function* inLargeParts(texts: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for await (const text of texts) {
    const part = Buffer.from(text);
    parts.push(part);
    bytes += part.length;
    if (bytes < PART_BYTES) continue;
    yield Buffer.concat(parts);
    [parts, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(parts);
}

/** Streams rows into a table of this transaction only; the comparison with what is there is then one statement. */
export async function stage(client: pg.ClientBase, rows: AsyncIterable<FigureRow>): Promise<void> {
  await client.query(`
    create temporary table staged (
      row integer, indicator text, territory text, breakdown text, period text, period_end integer, value numeric(21,6), missing text,
      quality text, provenance text, provenance_note text, margin numeric(21,6), respondents integer, source text, publish_at timestamptz,
      series_id integer
    ) on commit drop`);
  const target = client.query(
    copyFrom(`copy staged (${COLUMNS.map(snake).join(', ')}) from stdin (format csv, force_not_null (breakdown))`),
  );
  await pipeline(Readable.from(rows), stringify({ columns: [...COLUMNS] }), inLargeParts, target);
  await client.query('analyze staged');
}

import type pg from 'pg';
import { LATEST_HEAD, readHeads, type Head, type HeadLine } from '../heads/head-lines.js';
import type { Check, Faults } from './check.js';

/** What the chain is held against, from outside the database. */
export interface KnownHeads {
  /** The file in which heads are noted. */
  readonly file: string;
  /** A head that somebody kept: its hash, with its place or without. */
  readonly expected: { readonly hash: string; readonly seq: number | undefined } | undefined;
}

/** Heads that were noted outside the database are in the chain: nothing was cut off its end, and it was not written anew. */
export function headsCheck({ file, expected }: KnownHeads): Check {
  return {
    name: 'heads noted elsewhere are in the chain',
    async run(client, faults) {
      const lines = await readHeads(file);
      if (expected) await checkExpected(client, expected, faults);
      if (lines) await checkLines(client, lines, faults);
      await tellHead(client, lines, faults);
      return (lines?.length ?? 0) + (expected ? 1 : 0);
    },
  };
}

async function checkExpected(client: pg.ClientBase, { hash, seq }: NonNullable<KnownHeads['expected']>, faults: Faults): Promise<void> {
  const { rows } = await client.query<{ seq: number }>(
    `select r.seq from audit_event a join record r on r.id = a.record_id where a.hash = decode($1, 'hex')`,
    [hash],
  );
  const where = `${seq ?? 'hash'} ${hash}`;
  if (!rows[0]) faults.add(where, 'the chain does not hold it: it was cut off or written anew');
  else if (seq !== undefined && rows[0].seq !== seq) faults.add(where, `it stands at ${rows[0].seq} in the chain`);
}

async function checkLines(client: pg.ClientBase, lines: readonly (HeadLine | undefined)[], faults: Faults): Promise<void> {
  const { rows } = await client.query<{ seq: string; hash: string }>(
    `select r.seq::text, encode(a.hash, 'hex') as hash from audit_event a join record r on r.id = a.record_id where r.seq = any($1::bigint[])`,
    [lines.flatMap((line) => line?.seq ?? [])],
  );
  const chain = new Map(rows.map(({ seq, hash }) => [Number(seq), hash]));
  // A restored backup ends earlier than what was there before it; what it holds must still be the same.
  let restoredTo = Infinity;
  for (const [at, line] of [...lines.entries()].reverse()) {
    const where = `heads.log line ${at + 1}`;
    if (!line) faults.add(where, 'it cannot be read');
    else if (line.seq <= restoredTo && chain.get(line.seq) !== line.hash) faults.add(where, `${faultOf(line, chain)} (noted ${line.at})`);
    if (line?.isRestored) restoredTo = Math.min(restoredTo, line.seq);
  }
}

function faultOf({ seq }: Head, chain: ReadonlyMap<number, string>): string {
  return chain.has(seq)
    ? `event ${seq} is another than was noted: the trail was written anew, or is that of another database`
    : `event ${seq} is not there: the end of the trail was cut off, or this is another database`;
}

/** What an operator can keep, and how far the file reaches: one that was shortened is no fault, but seen. */
async function tellHead(client: pg.ClientBase, lines: readonly (HeadLine | undefined)[] | undefined, faults: Faults): Promise<void> {
  const head = (await client.query<Head>(LATEST_HEAD)).rows[0];
  const reach = lines?.length ? `heads.log has ${lines.length}, the last of event ${lines.at(-1)?.seq ?? '?'}` : 'there is no heads.log';
  faults.note(head ? `the chain ends with ${head.seq}:${head.hash}; ${reach}` : `the chain is empty; ${reach}`);
}

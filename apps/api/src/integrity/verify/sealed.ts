import { createHash } from 'node:crypto';
import pg from 'pg';
import * as z from 'zod';

/** The form in which rows are digested now. A migration that rewrites recorded rows adopts them anew, in the next one. */
export const FORM = 1;

const digest = z.object({ count: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
/** How many rows of a table there were, and their digest. */
export type Digest = z.output<typeof digest>;

/** The digest of no rows: SHA-256 of nothing. */
export const OF_NOTHING = createHash('sha256').digest('hex');

const digests = z.record(z.string(), digest);
const sealed = z.object({ at: z.string(), form: z.int(), record: z.int(), rows: digests, seq: z.int() });
/** What an audit event seals: its record, place and moment, and the rows of each table that were recorded with it. */
export type Sealed = z.output<typeof sealed>;

const adoption = z.object({ action: z.literal('history.adopt'), facts: z.object({ tables: digests }) });

/** What an event seals; undefined when it is no such text. */
export const readSealed = (text: string | null): Sealed | undefined => read(sealed, text);

/** The digests of all that was there when rows began to be sealed, if the event tells of that. */
export const readAdoption = (payload: string): Readonly<Record<string, Digest>> | undefined => read(adoption, payload)?.facts.tables;

function read<T>(shape: z.ZodType<T>, text: string | null): T | undefined {
  try {
    return shape.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}

/** SQL: a moment as the database writes it into what is sealed. */
export const instantText = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * SQL: number and digest of the rows of a table, for each record of theirs (or for all of them), as the database takes them when it seals:
 * rows as text, a thousand at a time in the order of their numbers, or all in the order of their texts where they have none. The
 * session must be plain (see `plainSession`).
 */
export function digestsSql({ table, isNumbered, isByRecord, where = 'true' }: DigestsWanted): string {
  const [part, order] = isNumbered ? ['t.id / 1000', 't.id'] : ['0', 'row_text collate "C"'];
  return `
    select record::text, sum(count)::int as count, encode(sha256(string_agg(digest, '' order by part)), 'hex') as sha256
      from (select ${isByRecord ? 't.record_id' : '0'} as record, ${part} as part, count(*),
                   sha256(convert_to(string_agg(row_text, e'\\n' order by ${order}), 'UTF8')) as digest
              from ${pg.escapeIdentifier(table)} t, lateral (select rtrim(t::text, ',)') as row_text) w where ${where} group by 1, 2) p
     group by 1`;
}

/** Which rows are digested: of each record by itself, or all together. */
export interface DigestsWanted {
  readonly table: string;
  /** Whether it has a column `id` that the database numbers. */
  readonly isNumbered: boolean;
  readonly isByRecord: boolean;
  readonly where?: string;
}

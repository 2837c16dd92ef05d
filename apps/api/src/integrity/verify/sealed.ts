import * as z from 'zod';

/** The form in which rows are digested now. A migration that rewrites recorded rows adopts them anew, in the next one. */
export const FORM = 1;

const digest = z.object({ count: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
/** How many rows of a table there were, and their digest. */
export type Digest = z.output<typeof digest>;

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

/** SQL: the hash of the row called `alias`, as the database takes it when it seals; the session must be plain (see `plainSession`). */
export const rowHash = (alias: string): string => `sha256(convert_to(rtrim(${alias}::text, ',)'), 'UTF8'))`;

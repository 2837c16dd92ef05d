import type pg from 'pg';
import type { Digest } from './sealed.js';

/** What a disposal did to the rows that one record has in a table. */
export interface DisposedPart {
  readonly disposal: number;
  readonly table: string;
  /** The record; of an entry its own id. */
  readonly key: string;
  readonly before: Digest;
  readonly after: Digest;
}

const PARTS = `
  select disposal_id as disposal, table_name as table, row_key as key,
         json_build_object('count', rows_before, 'sha256', sha256_before) as before, json_build_object('count', rows_after, 'sha256', sha256_after) as after
    from disposal_part order by id`;

/** Every part, in the order in which they were done; none in a backup from before there were any. */
export async function disposedParts(client: pg.ClientBase): Promise<DisposedPart[]> {
  return (await client.query<DisposedPart>(PARTS)).rows;
}

/** What the latest disposal left in a table, by the key. */
export async function leftBy(client: pg.ClientBase, table: string): Promise<ReadonlyMap<string, Digest>> {
  return new Map((await disposedParts(client)).filter((part) => part.table === table).map(({ key, after }) => [key, after]));
}

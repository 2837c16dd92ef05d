import type pg from 'pg';

const AT_ONCE = 2000;

/** Streams the rows of a statement, a few thousand at a time, in the transaction under way. */
export async function* streamed<Row extends object>(client: pg.ClientBase, select: string): AsyncGenerator<Row> {
  await client.query(`declare walk no scroll cursor for ${select}`);
  try {
    for (;;) {
      const { rows } = await client.query<Row & pg.QueryResultRow>(`fetch ${AT_ONCE} from walk`);
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    await client.query('close walk');
  }
}

import type pg from 'pg';

const AT_ONCE = 2000;

/** Streams the rows of a statement, a few thousand at a time, in the transaction under way. */
export async function* streamed<Row extends object>(client: pg.ClientBase, select: string): AsyncGenerator<Row, void> {
  await client.query(`declare walk no scroll cursor for ${select}`);
  try {
    for (;;) {
      const rows: Row[] = (await client.query(`fetch ${AT_ONCE} from walk`)).rows;
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    await client.query('close walk');
  }
}

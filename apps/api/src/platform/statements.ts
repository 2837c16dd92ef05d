import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { ReadPool } from './read-pool.js';
import { transactionClient } from './transactions.js';

/** A statement that each connection prepares once; its name must be unique in the program. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Runs named prepared statements: on the connection of the transaction under way, else on one for reading. */
@Injectable()
export class Statements {
  constructor(private readonly reads: ReadPool) {}

  async rows<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const client = transactionClient();
    const { rows } = await (client
      ? inTurn(client, () => ask<Row>(client, statement, values))
      : ask<Row>(this.reads.pool, statement, values));
    return rows;
  }
}

type Asked = Pick<pg.ClientBase, 'query'>;

function ask<Row extends object>(client: Asked, { name, text }: Statement, values: readonly unknown[]) {
  return client.query<Row & pg.QueryResultRow>({ name, text, values: [...values] });
}

/** What each transaction's connection was asked last. */
const lastAsked = new WeakMap<pg.ClientBase, Promise<unknown>>();

/** A query may ask several things at once, but a transaction has one connection, which takes one statement at a time. */
function inTurn<Answer>(client: pg.ClientBase, work: () => Promise<Answer>): Promise<Answer> {
  const mine = (lastAsked.get(client) ?? Promise.resolve()).then(work, work);
  lastAsked.set(client, mine);
  return mine;
}

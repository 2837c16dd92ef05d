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

  async rows<Row extends object>({ name, text }: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const client = transactionClient() ?? this.reads.pool;
    const result = await client.query<Row & pg.QueryResultRow>({ name, text, values: [...values] });
    return result.rows;
  }
}

import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { transactionClient } from './transactions.js';

/** A statement that each connection prepares once; its name must be unique in the program. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs named prepared statements on TypeORM's own pool, or on the connection of the transaction under way: TypeORM's
 * `query()` would have PostgreSQL plan anew each time.
 */
@Injectable()
export class Statements {
  constructor(private readonly dataSource: DataSource) {}

  async rows<Row extends object>({ name, text }: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const client = transactionClient() ?? this.pool();
    const result = await client.query<Row & pg.QueryResultRow>({ name, text, values: [...values] });
    return result.rows;
  }

  private pool(): pg.Pool {
    return (this.dataSource.driver as unknown as { master: pg.Pool }).master;
  }
}

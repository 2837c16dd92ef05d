import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { onConnection } from './transactions.js';

/** A statement that each connection prepares once; its name must be unique in the program. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Runs named prepared statements, which TypeORM's `query()` cannot do: in the transaction under way, else on a connection for reading. */
@Injectable()
export class Statements {
  constructor(private readonly dataSource: DataSource) {}

  async rows<Row extends object>({ name, text }: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const ask = { name, text, values: [...values] };
    const { rows } = await onConnection(this.dataSource, (client) => client.query<Row & pg.QueryResultRow>(ask));
    return rows;
  }
}

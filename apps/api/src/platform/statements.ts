import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { onConnection } from './transactions.js';

/** A statement that each connection prepares once, by its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const all = new Map<string, Statement>();

/** Names a statement of the program. Throws when the name is taken: a connection would run the other one under it. */
export function statement(said: Statement): Statement {
  if (all.has(said.name)) throw new Error(`Two statements are called ${said.name}`);
  all.set(said.name, said);
  return said;
}

/** Every statement of what is loaded. @internal */
export const everyStatement = (): readonly Statement[] => [...all.values()];

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

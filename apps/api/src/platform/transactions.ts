import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
/** Two made the same at once; at its next try the second one sees what the first made, and the rules say what they think of that. */
const UNIQUE_VIOLATION = '23505';
const ATTEMPTS = 3;

/** TypeORM wraps what the database said; prepared statements, which pass it by, do not. */
function isWorthAnotherTry(error: unknown): boolean {
  const { code } = (error instanceof QueryFailedError ? error.driverError : error) as { code?: string };
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || code === UNIQUE_VIOLATION;
}

const current = new AsyncLocalStorage<pg.ClientBase>();

/** The connection of the transaction under way, so that reads in it see its writes and need no second connection. */
export const transactionClient = (): pg.ClientBase | undefined => current.getStore();

/** One transaction per change; nothing is answered before its commit. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs the work in one transaction; again, up to so many attempts, only when the database says that two collided. */
  async run<T>(work: (manager: EntityManager) => Promise<T>, attempts = ATTEMPTS): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(async (manager) => {
          const client = (await manager.queryRunner?.connect()) as pg.ClientBase;
          return current.run(client, () => work(manager));
        });
      } catch (error) {
        if (attempt >= attempts || !isWorthAnotherTry(error)) throw error;
      }
    }
  }
}

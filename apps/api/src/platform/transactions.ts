import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { DataSource, QueryFailedError, type EntityManager, type QueryRunner } from 'typeorm';

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

const underWay = new AsyncLocalStorage<QueryRunner | undefined>();

/** The transaction under way; undefined outside of one, and for what goes on after the transaction that it began in. */
function runnerUnderWay(): QueryRunner | undefined {
  const runner = underWay.getStore();
  return runner?.isReleased ? undefined : runner;
}

/** What each connection was asked last. */
const lastAsked = new WeakMap<QueryRunner, Promise<unknown>>();

/** A use case may ask several things at once, but a transaction has one connection, which takes one question at a time. */
function inTurn<Answer>(runner: QueryRunner, ask: () => Promise<Answer>): Promise<Answer> {
  const mine = (lastAsked.get(runner) ?? Promise.resolve()).then(ask, ask);
  lastAsked.set(runner, mine);
  return mine;
}

/** Does work of PostgreSQL's own client in the transaction under way; outside of one, on a connection for reading. */
export async function onConnection<T>(dataSource: DataSource, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const joined = runnerUnderWay();
  const runner = joined ?? dataSource.createQueryRunner('slave');
  try {
    return await inTurn(runner, async () => work(await runner.connect()));
  } finally {
    if (!joined) await runner.release();
  }
}

/** Whether what is read here may never be committed. */
export const isInTransaction = (): boolean => runnerUnderWay() !== undefined;

/** Does what has nothing to do with the transaction under way, though it was begun there: a timer that is set in it, say. */
export const outsideTransaction = <T>(work: () => T): T => underWay.exit(work);

/**
 * A data source whose repositories are in the transaction under way without being told, wherever they were made; outside of one each of
 * their calls stands for itself. What they ask of one connection takes its turn there with the statements.
 */
export class JoiningDataSource extends DataSource {
  override createQueryRunner(mode?: 'master' | 'slave'): QueryRunner {
    const runner = super.createQueryRunner(mode);
    const query = runner.query.bind(runner) as (...asked: unknown[]) => Promise<unknown>;
    return Object.assign(runner, { query: (...asked: unknown[]) => inTurn(runner, () => query(...asked)) });
  }

  override createEntityManager(runner?: QueryRunner): EntityManager {
    const manager = super.createEntityManager(runner);
    return runner ? manager : Object.defineProperty(manager, 'queryRunner', { get: runnerUnderWay });
  }
}

/**
 * The one way to be inside a transaction: everything that `run` is given to do is in it, whether by repository or by statement, and nobody
 * hands a transaction to anybody. Nothing is answered before its commit.
 */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs the work in one transaction; again, up to so many attempts, only when the database says that two collided. Within a transaction it
   * is a part of that one.
   */
  async run<T>(work: () => Promise<T>, attempts = ATTEMPTS): Promise<T> {
    if (isInTransaction()) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(({ queryRunner }) => underWay.run(queryRunner, work));
      } catch (error) {
        if (attempt >= attempts || !isWorthAnotherTry(error)) throw error;
      }
    }
  }

  /** The connection of the transaction under way, for what only PostgreSQL's own client can do (COPY, cursors). */
  async connection(): Promise<pg.ClientBase> {
    const runner = runnerUnderWay();
    if (!runner) throw new Error('Only a transaction has a connection of its own');
    return runner.connect();
  }
}

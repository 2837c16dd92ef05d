import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/transactions.js';
import { IDLE_MINUTES } from './session.repository.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** For so long a repeated request gets its first answer again. */
const KEEP_ANSWERS_MS = 31 * 24 * HOUR;

/** How many rows were removed. */
export interface Tidied {
  readonly answers: number;
  readonly sessions: number;
  readonly attempts: number;
}

/** Once an hour removes what nothing can be done with any more: answers kept for repeated requests, sessions that ended by themselves, counts of attempts at passwords. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('housekeeping');
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void (this.underWay = this.tidyOrWait()), HOUR).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.underWay;
  }

  /** Tidies now; undefined when another process on the database is doing so. */
  tidy(): Promise<Tidied | undefined> {
    return this.transactions.run(async (manager) => {
      const [{ free }] = await manager.query<[{ free: boolean }]>(
        `select pg_try_advisory_xact_lock(hashtext('slusen.housekeeping')) as free`,
      );
      return free ? this.removeOld(manager) : undefined;
    });
  }

  private async removeOld(manager: EntityManager): Promise<Tidied> {
    const now = this.clock.now().getTime();
    const answers = await deleted(manager, 'delete from idempotency_key where created_at <= $1', [new Date(now - KEEP_ANSWERS_MS)]);
    const idleSince = new Date(now - IDLE_MINUTES * MINUTE);
    const sessions = await deleted(manager, 'delete from session where expires_at <= $1 or last_seen_at <= $2', [new Date(now), idleSince]);
    const attempts = await deleted(manager, 'delete from sign_in_attempt where expire <= $1', [now]);
    return { answers, sessions, attempts };
  }

  /** Nobody waits for it, so a database that is away is told and the next hour tried. */
  private async tidyOrWait(): Promise<void> {
    try {
      await this.tidy();
    } catch (error) {
      this.logger.warn(`Not tidied up, tried again in an hour: ${(error as Error).message}`);
    }
  }
}

/** TypeORM answers a DELETE with its rows and their count. */
async function deleted(manager: EntityManager, statement: string, values: unknown[]): Promise<number> {
  const [, count] = await manager.query<[unknown[], number]>(statement, values);
  return count;
}

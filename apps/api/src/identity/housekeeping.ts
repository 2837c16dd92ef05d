import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { statement, Statements } from '../platform/statements.js';
import { Transactions } from '../platform/transactions.js';
import { IDLE_MINUTES } from './session.repository.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** For so long a repeated request gets its first answer again. */
const KEEP_ANSWERS_MS = 31 * 24 * HOUR;

const TURN = statement({ name: 'housekeeping.turn', text: `select pg_try_advisory_xact_lock(hashtext('slusen.housekeeping')) as free` });

/** A statement that removes rows and tells how many. */
const removing = (what: string, from: string) =>
  statement({
    name: `housekeeping.${what}`,
    text: `with gone as (delete from ${from} returning 1) select count(*)::int as removed from gone`,
  });
const ANSWERS = removing('answers', 'idempotency_key where created_at <= $1');
const SESSIONS = removing('sessions', 'session where expires_at <= $1 or last_seen_at <= $2');
const TRIPS = removing('trips', 'finished_trip where expires_at <= $1');
const ATTEMPTS = removing('attempts', 'sign_in_attempt where expire <= $1');

interface Removed {
  readonly removed: number;
}

/** How many rows were removed. */
export interface Tidied {
  readonly answers: number;
  readonly sessions: number;
  readonly attempts: number;
  readonly trips: number;
}

/** Once an hour removes what nothing can be done with any more: answers kept for repeated requests, sessions that ended by themselves, ways to the provider that came to an end, counts of attempts at passwords. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('housekeeping');
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    private readonly statements: Statements,
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
    return this.transactions.run(async () => {
      const [turn] = await this.statements.rows<{ free: boolean }>(TURN);
      return turn?.free ? this.removeOld() : undefined;
    });
  }

  private async removeOld(): Promise<Tidied> {
    const now = this.clock.now().getTime();
    const [before, idleSince] = [new Date(now - KEEP_ANSWERS_MS), new Date(now - IDLE_MINUTES * MINUTE)];
    const [answers] = await this.statements.rows<Removed>(ANSWERS, [before]);
    const [sessions] = await this.statements.rows<Removed>(SESSIONS, [new Date(now), idleSince]);
    const [attempts] = await this.statements.rows<Removed>(ATTEMPTS, [now]);
    const [trips] = await this.statements.rows<Removed>(TRIPS, [new Date(now)]);
    const removed = (found: Removed | undefined): number => found?.removed ?? 0;
    return { answers: removed(answers), sessions: removed(sessions), attempts: removed(attempts), trips: removed(trips) };
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

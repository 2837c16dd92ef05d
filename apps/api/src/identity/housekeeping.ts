import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThanOrEqual, type Repository } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { IdempotencyKeyRow } from '../platform/idempotency-key.row.js';
import { statement, Statements } from '../platform/statements.js';
import { Transactions } from '../platform/transactions.js';
import { IDLE_MINUTES } from './session.repository.js';
import { SessionRow } from './session.row.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** For so long a repeated request gets its first answer again. */
const KEEP_ANSWERS_MS = 31 * 24 * HOUR;

const TURN = statement({ name: 'housekeeping.turn', text: `select pg_try_advisory_xact_lock(hashtext('slusen.housekeeping')) as free` });

/** How many rows were removed. */
export interface Tidied {
  readonly answers: number;
  readonly sessions: number;
}

/** Once an hour removes what nothing can be done with any more: answers kept for repeated requests, and sessions that ended by themselves. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('housekeeping');
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    private readonly statements: Statements,
    @InjectRepository(IdempotencyKeyRow) private readonly answers: Repository<IdempotencyKeyRow>,
    @InjectRepository(SessionRow) private readonly sessions: Repository<SessionRow>,
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
  run(): Promise<Tidied | undefined> {
    return this.transactions.run(async () => {
      const [turn] = await this.statements.rows<{ free: boolean }>(TURN);
      return turn?.free ? this.tidy() : undefined;
    });
  }

  private async tidy(): Promise<Tidied> {
    const now = this.clock.now().getTime();
    const before = (age: number) => LessThanOrEqual(new Date(now - age));
    const answers = await this.answers.delete({ createdAt: before(KEEP_ANSWERS_MS) });
    const old = await this.sessions.delete({ expiresAt: before(0) });
    const idle = await this.sessions.delete({ lastSeenAt: before(IDLE_MINUTES * MINUTE) });
    return { answers: answers.affected ?? 0, sessions: (old.affected ?? 0) + (idle.affected ?? 0) };
  }

  /** Nobody waits for it, so a database that is away is told and the next hour tried. */
  private async tidyOrWait(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.logger.warn(`Not tidied up, tried again in an hour: ${(error as Error).message}`);
    }
  }
}

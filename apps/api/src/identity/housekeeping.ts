import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { statement, Statements, type Statement } from '../platform/statements.js';
import { Transactions } from '../platform/transactions.js';
import { IDLE_MINUTES } from './session.repository.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** For so long a repeated request gets its first answer again. */
const KEEP_ANSWERS_MS = 31 * 24 * HOUR;
/** For so long it is told that a mail was sent, and that a link is over. */
const KEEP_MAILS_MS = 90 * 24 * HOUR;

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
/** Who was written to is of use while somebody may ask why nothing came. */
const MAILS = removing('mails', 'mail where created_at <= $1');
const LINKS = removing('links', "password_link where expires_at <= $1 and ending is distinct from 'used'");
/** A mail whose link is over is forgotten but for whom it was to. */
const TEXTS = statement({
  name: 'housekeeping.texts',
  text: `with gone as (update mail set text = null where text is not null and useful_until <= $1 returning 1) select count(*)::int as removed from gone`,
});

interface Removed {
  readonly removed: number;
}

/** How many rows were removed. */
export interface Tidied {
  readonly answers: number;
  readonly sessions: number;
  readonly attempts: number;
  readonly trips: number;
  readonly mails: number;
  readonly links: number;
  /** Mails whose text was forgotten. */
  readonly texts: number;
}

/** Once an hour removes what nothing can be done with any more: answers kept for repeated requests, sessions that ended by themselves, ways to the provider that came to an end, counts of attempts at passwords, mails and links that are over. */
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
    const ago = (milliseconds: number): Date => new Date(now - milliseconds);
    return {
      answers: await this.removed(ANSWERS, ago(KEEP_ANSWERS_MS)),
      sessions: await this.removed(SESSIONS, ago(0), ago(IDLE_MINUTES * MINUTE)),
      attempts: await this.removed(ATTEMPTS, now),
      trips: await this.removed(TRIPS, ago(0)),
      mails: await this.removed(MAILS, ago(KEEP_MAILS_MS)),
      links: await this.removed(LINKS, ago(KEEP_MAILS_MS)),
      texts: await this.removed(TEXTS, ago(0)),
    };
  }

  private async removed(removal: Statement, ...moments: readonly (Date | number)[]): Promise<number> {
    const [line] = await this.statements.rows<Removed>(removal, moments);
    return line?.removed ?? 0;
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

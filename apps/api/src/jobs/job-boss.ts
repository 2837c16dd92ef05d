import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { onConnection, outsideTransaction } from '../platform/transactions.js';
import { JOB_SCHEMA } from './prepare-jobs.js';

/** A database that is away fails every look for jobs: it is told once in so many milliseconds. */
const TOLD_AGAIN_MS = 60_000;
/** What runs is finished within this time when the program stops; what is not, is tried again by whoever comes next. */
const STOP_WITHIN_MS = 5000;

/**
 * pg-boss on the program's own connections: what is asked of it within a transaction is part of that one. It is started by the first who
 * needs it, and makes no tables.
 */
@Injectable()
export class JobBoss implements OnModuleDestroy {
  private readonly logger = new Logger('jobs');
  private readonly boss: PgBoss;
  private starting: Promise<PgBoss> | undefined;
  private toldAt = -Infinity;

  constructor(dataSource: DataSource) {
    const executeSql = (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> =>
      onConnection(dataSource, async (client) => client.query(text, values));
    this.boss = new PgBoss({
      db: { executeSql },
      schema: JOB_SCHEMA,
      migrate: false,
      createSchema: false,
      schedule: false,
      reindex: false,
    });
    this.boss.on('error', (error) => this.tell(error));
  }

  /** Throws what the database says when it is away; the next call tries again. */
  started(): Promise<PgBoss> {
    this.starting ??= outsideTransaction(() => this.boss.start()).catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  async onModuleDestroy(): Promise<void> {
    await this.starting?.catch(() => undefined);
    await this.boss.stop({ timeout: STOP_WITHIN_MS });
  }

  private tell({ message }: Error): void {
    const now = performance.now();
    if (now - this.toldAt < TOLD_AGAIN_MS) return;
    this.toldAt = now;
    this.logger.warn(`Jobs wait: ${message}`);
  }
}

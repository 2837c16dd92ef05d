import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { digest, limiterOf, take } from '../identity/limiter.js';
import { Jobs } from '../jobs/jobs.js';
import { Transactions } from '../platform/transactions.js';
import { SendLink } from './send-link.js';

const QUARTER_S = 15 * 60;

/**
 * Somebody asks for a new password. Whether anybody has the address is looked up afterwards, by a job, so that neither the answer nor its
 * time tells; and nobody's mailbox is filled.
 */
@Injectable()
export class AskReset implements OnModuleInit {
  private readonly perEmail: RateLimiterPostgres;
  private readonly perAddress: RateLimiterPostgres;

  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly links: SendLink,
    dataSource: DataSource,
  ) {
    this.perEmail = limiterOf(dataSource, 'reset-email', { points: 3, seconds: QUARTER_S });
    this.perAddress = limiterOf(dataSource, 'reset-address', { points: 30, seconds: QUARTER_S });
  }

  onModuleInit(): void {
    this.jobs.handle('password.reset', ({ email }) => this.links.toAddress(email));
  }

  /** Throws `session.throttled`, whether anybody has the address or not. */
  async ask(email: string, address: string): Promise<void> {
    await take([
      { limiter: this.perAddress, key: digest(address) },
      { limiter: this.perEmail, key: digest(email) },
    ]);
    await this.transactions.run(() => this.jobs.ask('password.reset', { email }));
  }
}

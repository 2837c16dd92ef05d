import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { hash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

/** Seconds over which attempts are counted. */
const WINDOW = 60;

/** Who tries a password, and from where. */
export interface Attempt {
  readonly username: string;
  readonly address: string;
}

/**
 * Slows guessing down per account and address together, and per address alone. An outsider can so never lock anyone out
 * elsewhere, and no lock lasts longer than a minute or two. The counts stand in the database, for all processes on it and over
 * restarts; while it is away nobody gets to try.
 */
@Injectable()
export class SignInThrottle {
  private readonly pair: RateLimiterPostgres;
  private readonly address: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    // The table is made by a migration, and tidied by `Housekeeping`.
    const store = { storeClient: dataSource, storeType: 'typeorm', tableName: 'sign_in_attempt', tableCreated: true };
    const limits = { ...store, clearExpiredByTimeout: false, duration: WINDOW };
    this.pair = new RateLimiterPostgres({ ...limits, keyPrefix: 'pair', points: 8 });
    this.address = new RateLimiterPostgres({ ...limits, keyPrefix: 'address', points: 60 });
  }

  /**
   * Does what needs a password, unless too much was tried: `session.throttled` with the seconds to wait. Once the password was
   * right, mistakes before it count no more, and the attempt itself was none (a town hall is one address).
   */
  async attempt<T>({ username, address }: Attempt, work: () => Promise<T>): Promise<T> {
    const [place, pair] = [digest(address), digest(`${address} ${username.toLowerCase()}`)];
    await this.count(place, pair);
    const done = await work();
    await this.pair.delete(pair);
    await this.address.reward(place);
    return done;
  }

  private async count(place: string, pair: string): Promise<void> {
    try {
      await this.address.consume(place);
      await this.pair.consume(pair);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new DomainError('session.throttled', { seconds: Math.ceil(error.msBeforeNext / 1000) });
    }
  }
}

const digest = (text: string): string => hash('sha256', text, 'base64url');

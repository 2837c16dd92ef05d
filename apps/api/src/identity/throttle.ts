import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { KnownBrowsers } from './known-browsers.js';
import { digest, limiterOf, take, type Budget } from './limiter.js';

/** Who tries a password, from where, and the mark by which the account may know the browser. */
export interface Attempt {
  readonly username: string;
  readonly address: string;
  readonly mark?: string | undefined;
}

/** Whoever tries, told apart already: somebody signed in, say. */
export interface KnownAttempt {
  readonly known: string;
}

/** `isShared`: others' mistakes count there too, so only the attempt itself is given back. */
interface SignInBudget extends Budget {
  readonly isShared: boolean;
}

/**
 * Slows guessing down. Each browser that an account knows has a budget of its own, which nobody else can use up: neither a guesser from
 * anywhere nor a colleague behind the same address. All others are counted per account and address together, per account wherever they
 * come from, and per address; what others can use up is there again within seconds. The counts stand in the database, for all processes on
 * it and over restarts; while it is away nobody gets to try.
 */
@Injectable()
export class SignInThrottle {
  private readonly browser: RateLimiterPostgres;
  private readonly pair: RateLimiterPostgres;
  private readonly account: RateLimiterPostgres;
  private readonly address: RateLimiterPostgres;

  constructor(
    dataSource: DataSource,
    private readonly browsers: KnownBrowsers,
  ) {
    this.browser = limiterOf(dataSource, 'browser', { points: 8, seconds: 60 });
    this.pair = limiterOf(dataSource, 'pair', { points: 8, seconds: 60 });
    this.account = limiterOf(dataSource, 'account', { points: 10, seconds: 10 });
    this.address = limiterOf(dataSource, 'address', { points: 60, seconds: 20 });
  }

  /**
   * Does what needs a password, unless too much was tried: `session.throttled` with the seconds to wait. Once the password was
   * right, mistakes before it count no more, and the attempt itself was none (a town hall is one address).
   */
  async attempt<T>(attempt: Attempt | KnownAttempt, work: () => Promise<T>): Promise<T> {
    const budgets = await this.budgetsOf(attempt);
    await take(budgets);
    const done = await work();
    for (const { limiter, key, isShared } of budgets) await (isShared ? limiter.reward(key) : limiter.delete(key));
    return done;
  }

  /** The mark that the browser keeps once the password was right. */
  markFor({ username, mark }: Attempt): Promise<string | undefined> {
    return this.browsers.markFor(username, mark);
  }

  private async budgetsOf(attempt: Attempt | KnownAttempt): Promise<SignInBudget[]> {
    if ('known' in attempt) return [{ limiter: this.browser, key: digest(attempt.known), isShared: false }];
    const { address, mark } = attempt;
    const username = attempt.username.toLowerCase();
    if (mark !== undefined && (await this.browsers.isKnown(username, mark)))
      return [{ limiter: this.browser, key: digest(mark), isShared: false }];
    return [
      { limiter: this.address, key: digest(address), isShared: true },
      { limiter: this.pair, key: digest(`${address} ${username}`), isShared: false },
      { limiter: this.account, key: digest(username), isShared: false },
    ];
  }
}

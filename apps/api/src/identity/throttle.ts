import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { KnownBrowsers } from './known-browsers.js';
import { digest, limiterOf, take, type Budget, type Slowed } from './limiter.js';

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

/** Whoever comes by the provider, who proves who they are there: all that is known of them here is from where. */
export interface NamelessAttempt {
  readonly address: string;
  readonly username?: never;
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
  private readonly code: RateLimiterPostgres;
  private readonly codeOfDay: RateLimiterPostgres;

  constructor(
    dataSource: DataSource,
    private readonly browsers: KnownBrowsers,
  ) {
    this.browser = limiterOf(dataSource, 'browser', { points: 8, seconds: 60 });
    this.pair = limiterOf(dataSource, 'pair', { points: 8, seconds: 60 });
    this.account = limiterOf(dataSource, 'account', { points: 10, seconds: 10 });
    this.address = limiterOf(dataSource, 'address', { points: 60, seconds: 20 });
    // A code is six digits, of which three are good at a time: thirty guesses a day find one in thirty years.
    this.code = limiterOf(dataSource, 'code', { points: 8, seconds: 10 * 60 });
    this.codeOfDay = limiterOf(dataSource, 'code-of-day', { points: 30, seconds: 24 * 60 * 60 });
  }

  /**
   * Does what needs a password, unless too much was tried: `session.throttled` with the seconds to wait. Once the password was
   * right, mistakes before it count no more, and the attempt itself was none (a town hall is one address).
   */
  async attempt<T>(attempt: Attempt | KnownAttempt | NamelessAttempt, work: () => Promise<T>): Promise<T> {
    return within(await this.budgetsOf(attempt), work);
  }

  /**
   * The same for a code of a second factor, which comes after the right password: whoever uses up its budget has the password, so it may last
   * for long; a browser that the account knows has one of its own all the same.
   */
  async attemptCode<T>(attempt: Attempt | KnownAttempt, work: () => Promise<T>): Promise<T> {
    const key = digest('known' in attempt ? attempt.known : ((await this.knownMark(attempt)) ?? attempt.username.toLowerCase()));
    const budgets = [this.code, this.codeOfDay].map((limiter) => ({ limiter, key, isShared: false }));
    return within(budgets, work, 'session.code-throttled');
  }

  /** The mark that the browser keeps once the password was right. */
  markFor({ username, mark }: Attempt): Promise<string | undefined> {
    return this.browsers.markFor(username, mark);
  }

  private async knownMark({ username, mark }: Attempt): Promise<string | undefined> {
    return mark !== undefined && (await this.browsers.isKnown(username, mark)) ? mark : undefined;
  }

  private async budgetsOf(attempt: Attempt | KnownAttempt | NamelessAttempt): Promise<SignInBudget[]> {
    if ('known' in attempt) return [{ limiter: this.browser, key: digest(attempt.known), isShared: false }];
    const budget = { limiter: this.address, key: digest(attempt.address), isShared: true };
    if (attempt.username === undefined) return [budget];
    const mark = await this.knownMark(attempt);
    if (mark !== undefined) return [{ limiter: this.browser, key: digest(mark), isShared: false }];
    const username = attempt.username.toLowerCase();
    return [
      budget,
      { limiter: this.pair, key: digest(`${attempt.address} ${username}`), isShared: false },
      { limiter: this.account, key: digest(username), isShared: false },
    ];
  }
}

async function within<T>(budgets: readonly SignInBudget[], work: () => Promise<T>, slowed: Slowed = 'session.throttled'): Promise<T> {
  await take(budgets, slowed);
  const done = await work();
  for (const { limiter, key, isShared } of budgets) await (isShared ? limiter.reward(key) : limiter.delete(key));
  return done;
}

import { DomainError } from '@slusen/domain';
import { hash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

/** How much may be tried: so many points in so many seconds. */
export interface Allowance {
  readonly points: number;
  readonly seconds: number;
}

/** Counts attempts in the database, for all processes on it; its table is made by a migration, and tidied by `Housekeeping`. */
export function limiterOf(dataSource: DataSource, keyPrefix: string, { points, seconds }: Allowance): RateLimiterPostgres {
  const store = { storeClient: dataSource, storeType: 'typeorm', tableName: 'sign_in_attempt', tableCreated: true };
  return new RateLimiterPostgres({ ...store, clearExpiredByTimeout: false, keyPrefix, points, duration: seconds });
}

/** One budget that an attempt is taken from. */
export interface Budget {
  readonly limiter: RateLimiterPostgres;
  readonly key: string;
}

/** How whoever tried too often is told so. */
export type Slowed = 'session.throttled' | 'session.code-throttled';

/** Takes one attempt from each; throws `slowed` with the seconds to wait when one is used up. */
export async function take(budgets: readonly Budget[], slowed: Slowed = 'session.throttled'): Promise<void> {
  try {
    for (const { limiter, key } of budgets) await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new DomainError(slowed, { seconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}

/** Whom an attempt is counted for, told by a digest: what people type into the wrong field is stored nowhere. */
export const digest = (text: string): string => hash('sha256', text, 'base64url');

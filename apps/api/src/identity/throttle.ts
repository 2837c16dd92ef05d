import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * Slows guessing down per account and address together, and per address alone. An outsider can so never lock anyone out
 * elsewhere, and no lock lasts longer than a minute or two.
 */
@Injectable()
export class SignInThrottle {
  private readonly pair = new RateLimiterMemory({ points: 8, duration: 60 });
  private readonly address = new RateLimiterMemory({ points: 60, duration: 60 });

  /** Counts an attempt; too many: `session.throttled` with the seconds to wait. */
  async count(username: string, address: string): Promise<void> {
    try {
      await this.address.consume(address);
      await this.pair.consume(`${address} ${username}`);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new DomainError('session.throttled', { seconds: Math.ceil(error.msBeforeNext / 1000) });
    }
  }

  /** The password was right: mistakes before it count no more, and the attempt itself was none (a town hall is one address). */
  async forgive(username: string, address: string): Promise<void> {
    await this.pair.delete(`${address} ${username}`);
    await this.address.reward(address);
  }
}

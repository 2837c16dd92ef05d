import { setTimeout } from 'node:timers/promises';
import { DomainError } from '@slusen/domain';

/** More would wait longer than a reader does. */
const MOST_WAITING = 200;

/**
 * Does one piece of work at a time and rests as long as each took, so that whoever makes up work without end gets half of a processor
 * and leaves the other half to everybody else.
 */
export class HalfACore {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** The answer of the work, when its turn has come; throws `service.unavailable` when too many wait. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= MOST_WAITING) throw new DomainError('service.unavailable', {});
    this.waiting++;
    const turn = this.last;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.last = promise;
    await turn;
    const begun = performance.now();
    try {
      return await work();
    } finally {
      this.waiting--;
      void setTimeout(performance.now() - begun).then(() => resolve(undefined));
    }
  }
}

import { setTimeout } from 'node:timers/promises';
import { DomainError } from '@slusen/domain';
import { isPassing } from '../platform/passing-error.js';

/** More would wait longer than a reader does. */
const MOST_WAITING = 200;

/** Milliseconds of rest at most: work that takes longer waits for something, and whatever waits leaves the processor to others. */
const LONGEST_REST = 100;

/**
 * Does one piece of work at a time and rests as long as each took, so that whoever makes up work without end gets half of a processor
 * and leaves the other half to everybody else.
 */
export class HalfACore {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  /** How often work found that what it needs is away. */
  private vain = 0;

  /**
   * The answer of the work, when its turn has come; throws `service.unavailable` when too many wait, and when meanwhile the work of another
   * found that what all of them need is away (`isAway`): each would wait for that anew.
   */
  async run<T>(work: () => Promise<T>, isAway: (answer: T) => boolean = () => false): Promise<T> {
    if (this.waiting >= MOST_WAITING) throw new DomainError('service.unavailable', {});
    const { turn, end, vain } = this.queue();
    await turn;
    const begun = performance.now();
    try {
      if (this.vain > vain) throw new DomainError('service.unavailable', {});
      const answer = await work();
      if (isAway(answer)) this.vain++;
      return answer;
    } catch (error) {
      if (isPassing(error)) this.vain++;
      throw error;
    } finally {
      this.waiting--;
      void setTimeout(Math.min(performance.now() - begun, LONGEST_REST)).then(end);
    }
  }

  private queue(): { readonly turn: Promise<unknown>; readonly end: () => void; readonly vain: number } {
    const [turn, { promise, resolve }] = [this.last, Promise.withResolvers<undefined>()];
    this.waiting++;
    this.last = promise;
    return { turn, end: () => resolve(undefined), vain: this.vain };
  }
}

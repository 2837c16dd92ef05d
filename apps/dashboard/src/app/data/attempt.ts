import { signal } from '@angular/core';
import { statusOf } from './api-problem.js';
import { problemText } from './problem-texts.js';

/** One change at a time: whether it goes on, how it went, and the key under which the same thing is asked for again. */
export class Attempt {
  readonly isBusy = signal(false);
  readonly problem = signal('');
  readonly done = signal('');
  /** Sent with what creates something; a new one once there was an answer. */
  key = crypto.randomUUID();

  /** Where more can be said of a problem than its code does. */
  constructor(private readonly textOf: (error: unknown) => string = problemText) {}

  /** Does the work, and says what it answers, or what is wrong. */
  async make(work: () => Promise<string>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    this.done.set('');
    try {
      this.done.set(await work());
      this.key = crypto.randomUUID();
    } catch (error) {
      this.problem.set(this.textOf(error));
      // Without an answer it may have been done: the same key asks for the same thing again.
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
    } finally {
      this.isBusy.set(false);
    }
  }
}

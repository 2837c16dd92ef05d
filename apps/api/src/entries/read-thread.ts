import { Injectable } from '@nestjs/common';
import type { OpenQuestions, Thread, ThreadQuery } from '@slusen/contracts';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { ThreadFigures } from './thread-figures.js';
import { ThreadsQuery } from './threads.query.js';

/** Gives what officials have asked and answered about figures. */
@Injectable()
export class ReadThread {
  constructor(
    private readonly permissions: Permissions,
    private readonly figures: ThreadFigures,
    private readonly threads: ThreadsQuery,
  ) {}

  /** Throws `indicator.not-found`. */
  async of(acting: Acting, query: ThreadQuery): Promise<Thread> {
    return this.threads.of(acting, await this.figures.find(acting, query, 'read'));
  }

  /** What waits for one's answer. */
  async questionsTo(acting: Acting): Promise<OpenQuestions> {
    this.permissions.require(acting.account, 'thread.read');
    return this.threads.questionsTo(acting);
  }
}

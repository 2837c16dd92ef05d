import { Injectable } from '@nestjs/common';
import type { EntryForm, QueueQuery, ReviewQueue, TaskList } from '@slusen/contracts';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { EntryFormQuery, type FormPlace } from './entry-form.query.js';
import { ReporterDesk } from './reporter-desk.js';
import { ReviewQueueQuery } from './review-queue.query.js';

/** What reporters and reviewers have before them, each as far as their rights reach. */
@Injectable()
export class EntryDesk {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorMemory,
    private readonly reporter: ReporterDesk,
    private readonly forms: EntryFormQuery,
    private readonly queue: ReviewQueueQuery,
  ) {}

  async tasksOf(acting: Acting): Promise<TaskList> {
    this.permissions.require(acting.account, 'task.read');
    return this.reporter.tasksOf(acting);
  }

  /** Throws `indicator.not-found`, `territory.not-found`, `period.wrong-cadence` or `period.not-begun`. */
  async formFor(acting: Acting, place: FormPlace): Promise<EntryForm> {
    const indicator = await this.indicators.one(place.indicator, acting.asOf);
    this.permissions.require(acting.account, 'entry.read', { department: indicator.owner?.slug });
    return this.forms.at(acting, indicator, place);
  }

  async queueOf(acting: Acting, query: QueueQuery): Promise<ReviewQueue> {
    this.permissions.require(acting.account, 'queue.read');
    return this.queue.ofDepartments(acting, query);
  }
}

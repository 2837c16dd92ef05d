import { Injectable } from '@nestjs/common';
import type { EntryForm, ReviewQueue, TaskList } from '@slusen/contracts';
import type { Account } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { EntryFormQuery, type FormPlace } from './entry-form.query.js';
import { ReviewQueueQuery } from './review-queue.query.js';
import { TaskListQuery } from './task-list.query.js';

/** What reporters and reviewers have before them, each as far as their rights reach. */
@Injectable()
export class EntryDesk {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorQuery,
    private readonly tasks: TaskListQuery,
    private readonly forms: EntryFormQuery,
    private readonly queue: ReviewQueueQuery,
  ) {}

  async tasksOf(account: Account): Promise<TaskList> {
    this.permissions.require(account, 'task.read');
    return this.tasks.ofDepartments(account);
  }

  /** Throws `indicator.not-found`, `territory.not-found`, `period.wrong-cadence` or `period.not-begun`. */
  async formFor(account: Account, place: FormPlace): Promise<EntryForm> {
    const indicator = await this.indicators.bySlug(place.indicator);
    this.permissions.require(account, 'entry.read', { department: indicator.owner?.slug });
    return this.forms.at(account, indicator, place);
  }

  async queueOf(account: Account, page: { readonly limit: number; readonly offset: number }): Promise<ReviewQueue> {
    this.permissions.require(account, 'queue.read');
    return this.queue.ofDepartments(account, page);
  }
}

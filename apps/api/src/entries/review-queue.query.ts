import { Injectable } from '@nestjs/common';
import type { QueueItem, ReviewQueue } from '@slusen/contracts';
import { departmentsFor, periodCode, type Entry } from '@slusen/domain';
import { DataSource } from 'typeorm';
import type { Account } from '../identity/account.js';
import { policyAccount } from '../identity/permissions.js';
import { Statements } from '../platform/statements.js';
import { EntryRepository } from './entry.repository.js';
import { ReviewContextQuery } from './review-context.query.js';
import { EntryViewQuery } from './entry-view.query.js';

const WAITING = {
  name: 'queue.waiting',
  text: `
    select e.id, count(*) over () as total
      from entry e
      join series_head h on h.id = e.series_id
      join lateral (select owner_id from indicator_definition d where d.indicator_id = h.indicator_id order by revision desc limit 1) d on true
      join actor a on a.id = d.owner_id
     where e.state = 'submitted' and ($1::text[] is null or a.slug = any($1))
     order by e.submitted_at, e.id
     limit $2 offset $3`,
};

/** What waits for review in the account's departments, longest waiting first. */
@Injectable()
export class ReviewQueueQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: Statements,
    private readonly entries: EntryRepository,
    private readonly views: EntryViewQuery,
    private readonly contexts: ReviewContextQuery,
  ) {}

  async ofDepartments(account: Account, { limit, offset }: { limit: number; offset: number }): Promise<ReviewQueue> {
    const departments = departmentsFor(policyAccount(account), 'queue.read');
    const lines = await this.statements.rows<{ id: string; total: number }>(WAITING, [
      departments === 'all' ? null : departments,
      limit,
      offset,
    ]);
    const items: QueueItem[] = [];
    for (const { id } of lines) items.push(await this.itemOf(account, (await this.entries.find(this.dataSource.manager, id)).entry));
    return { items, total: lines[0]?.total ?? 0, limit, offset };
  }

  private async itemOf(account: Account, entry: Entry): Promise<QueueItem> {
    const view = await this.views.view(account, entry, this.dataSource.manager);
    const context = await this.contexts.run(entry);
    const submitted = entry.events.findLast(({ action }) => action === 'submit');
    const { id, version, indicator, unit, decimals, territory, value, missing, published, answers, questions, comment, reason } = view;
    return {
      ...{ id, version, indicator, unit, decimals, territory, value, missing, published, answers, questions, comment, reason },
      ...context,
      period: periodCode(entry.period),
      submittedBy: view.events.findLast(({ action }) => action === 'submit')?.by ?? '',
      submittedAt: submitted?.at ?? view.updatedAt,
      isOwn: entry.authors.includes(account.id),
    };
  }
}

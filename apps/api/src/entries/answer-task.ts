import { Injectable } from '@nestjs/common';
import type { NewTaskAnswer, Task, TaskAnswerView } from '@slusen/contracts';
import { DomainError, taskAnswerFault } from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import type { RequestKey } from '../platform/preconditions.js';
import { Settings } from '../platform/settings.js';
import { statement } from '../platform/statements.js';
import { TaskAnswerRecords } from './task-answer-records.js';
import { TaskListQuery } from './task-list.query.js';
import { taskKey, TO_DO } from './task-of.js';

const INSERT = statement({
  name: 'task.answer',
  text: `
    insert into task_answer (indicator_id, territory_id, breakdown, period, kind, until, reason, account_id, department_id)
    select $1, t.id, $3, $4, $5, $6, $7, $8, $9 from territory t where t.code = $2 returning id`,
});

/** Takes what a reporter answers to a task instead of a figure. */
@Injectable()
export class AnswerTask {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorMemory,
    private readonly tasks: TaskListQuery,
    private readonly settings: Settings,
    private readonly records: TaskAnswerRecords,
  ) {}

  /** Throws `indicator.not-found`, `task-answer.not-asked-for`, and what `taskAnswerFault` finds. */
  async answer(acting: Acting, key: RequestKey, sent: NewTaskAnswer): Promise<TaskAnswerView> {
    const { account, asOf } = acting;
    const { id, owner } = await this.indicators.one(sent.indicator, asOf);
    this.permissions.require(account, 'task.answer', { department: owner?.slug });
    const { indicator, territory, breakdown, period, lastDay } = await this.task(acting, sent);
    const said = { kind: sent.kind, until: sent.until, reason: sent.reason || undefined };
    const fault = taskAnswerFault(said, asOf.today, lastDay);
    const parameters = [id, territory.code, breakdown, period, said.kind, said.until, said.reason ?? null, account.id, owner?.id];
    const facts = { indicator: indicator.slug, territory: territory.code, breakdown, period, kind: said.kind, until: said.until };
    return this.records.record(account, key, { said, fault, insert: INSERT, parameters, action: 'task.answer', facts });
  }

  /** The task in the reporter's own list: only there is something asked for that has no figure. */
  private async task(acting: Acting, { indicator: slug, territory, breakdown, period }: NewTaskAnswer): Promise<Task> {
    const place = { indicator: { slug }, territory: { code: territory ?? this.settings.territory }, breakdown, period };
    const { items } = await this.tasks.ofDepartments(acting);
    const task = items.find((one) => TO_DO.includes(one.state) && taskKey(one) === taskKey(place));
    if (!task) throw new DomainError('task-answer.not-asked-for');
    return task;
  }
}

import { Injectable } from '@nestjs/common';
import type { TaskAnswerView, TimeDecision } from '@slusen/contracts';
import { DomainError, lastDayWith, parsePeriod, taskAnswerFault, type IsoDate } from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import type { RequestKey } from '../platform/preconditions.js';
import { statement, Statements } from '../platform/statements.js';
import { AskingQuery } from './asking.query.js';
import { TaskAnswerRecords } from './task-answer-records.js';
import { taskKey } from './task-of.js';

/** A request for more time, and the figure that it is about. */
interface Request {
  readonly askedBy: string;
  readonly indicator: string;
  readonly territory: string;
  readonly breakdown: string;
  readonly period: string;
  readonly kind: string;
  readonly until: IsoDate | null;
}

const FIND = statement({
  name: 'task.request',
  text: `
    select w.account_id as "askedBy", i.slug as indicator, t.code as territory, w.breakdown, w.period, w.kind, w.until
      from task_answer w join indicator i on i.id = w.indicator_id join territory t on t.id = w.territory_id where w.id = $1`,
});

/** Nothing where something was said since; two who decide at once are kept apart by the unique request, and the later one tries again. */
const INSERT = statement({
  name: 'task.decide',
  text: `
    insert into task_answer (indicator_id, territory_id, breakdown, period, kind, until, reason, decides_id, account_id, department_id)
    select w.indicator_id, w.territory_id, w.breakdown, w.period, $2, $3, $4, w.id, $5, w.department_id
      from task_answer w
     where w.id = $1 and w.kind = 'more-time'
       and not exists (select from task_answer later where later.indicator_id = w.indicator_id and later.period = w.period
                          and later.territory_id = w.territory_id and later.breakdown = w.breakdown and later.id > w.id)
    returning id`,
});

/** Grants or declines the time that a reporter asked for. */
@Injectable()
export class DecideTime {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorMemory,
    private readonly asking: AskingQuery,
    private readonly statements: Statements,
    private readonly records: TaskAnswerRecords,
  ) {}

  /** Throws `task-answer.not-found`, `task-answer.settled`, and what `taskAnswerFault` finds. */
  async decide({ account, asOf }: Acting, { id, key }: { id: number; key: RequestKey }, sent: TimeDecision): Promise<TaskAnswerView> {
    this.permissions.require(account, 'task.decide');
    const [request] = await this.statements.rows<Request>(FIND, [id]);
    if (!request) throw new DomainError('task-answer.not-found', { answer: id });
    if (request.kind !== 'more-time') throw new DomainError('task-answer.settled');
    const until = sent.kind === 'granted' ? (sent.until ?? request.until ?? undefined) : undefined;
    const said = { kind: sent.kind, until, reason: sent.reason || undefined };
    const lastDay = await this.lastDay(request, asOf);
    const fault = taskAnswerFault(said, asOf.today, lastDay);
    const { indicator, territory, breakdown, period } = request;
    const facts = { indicator, territory, breakdown, period, kind: said.kind, request: id, ...(until ? { until } : {}) };
    const parameters = [id, said.kind, until ?? null, said.reason ?? null, account.id];
    const figure = { indicator, territory, breakdown, period: parsePeriod(period) };
    const decided = { askedBy: request.askedBy, figure, lastDay, until, reason: said.reason };
    return this.records.record(account, key, { said, fault, insert: INSERT, parameters, decided, action: 'task.decide', facts });
  }

  private async lastDay({ indicator: slug, territory, breakdown, period }: Request, asOf: Acting['asOf']): Promise<IsoDate> {
    const indicator = await this.indicators.one(slug, asOf);
    const { rounds, answers } = await this.asking.of([indicator], asOf);
    const standing = answers.get(taskKey({ indicator, territory: { code: territory }, breakdown, period }));
    return lastDayWith(rounds.lastDay(parsePeriod(period), indicator.rules), standing);
  }
}

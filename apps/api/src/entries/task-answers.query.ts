import { Injectable } from '@nestjs/common';
import type { TaskAnswerView } from '@slusen/contracts';
import { stockholmDate, type StandingAnswer } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { statement, Statements } from '../platform/statements.js';
import { TaskAnswerRow } from './task-answer.row.js';
import { taskKey } from './task-of.js';

/** What stands for each figure that something was said of, by its key. */
export type StandingAnswers = ReadonlyMap<string, StandingAnswer<TaskAnswerView>>;

const ANSWER = columns(TaskAnswerRow, 'w', 'id', 'indicatorId', 'breakdown', 'period', 'kind', 'until', 'reason');
type Line = LineOf<typeof ANSWER> & {
  readonly territory: string;
  readonly by: string;
  readonly at: Date;
  readonly granted: string | null;
};

const SAME = (one: string): string =>
  `${one}.indicator_id = w.indicator_id and ${one}.period = w.period and ${one}.territory_id = w.territory_id and ${one}.breakdown = w.breakdown`;

/** $1 the indicators. */
const STANDING = statement({
  name: 'task.answers',
  text: `
    select ${ANSWER}, t.code as territory, a.name as by, r.at,
           (select g.until from task_answer g where ${SAME('g')} and g.kind = 'granted' order by g.id desc limit 1) as granted
      from task_answer w join territory t on t.id = w.territory_id join account a on a.id = w.account_id join record r on r.id = w.record_id
     where w.indicator_id = any($1) and not exists (select from task_answer later where ${SAME('later')} and later.id > w.id)`,
});

/** What stands of what was said of tasks. */
@Injectable()
export class TaskAnswersQuery {
  constructor(private readonly statements: Statements) {}

  async of(indicators: readonly Pick<Indicator, 'id' | 'slug'>[]): Promise<StandingAnswers> {
    const slugs = new Map(indicators.map(({ id, slug }) => [id, slug]));
    const lines = await this.statements.rows<Line>(STANDING, [[...slugs.keys()]]);
    return new Map(
      lines.map(({ indicator_id: id, territory, breakdown, period, granted, ...line }) => {
        const figure = { indicator: { slug: slugs.get(id) ?? '' }, territory: { code: territory }, breakdown, period };
        return [taskKey(figure), { answer: answerOf(line), granted: granted ?? undefined }];
      }),
    );
  }
}

function answerOf({ id, kind, until, reason, by, at }: Pick<Line, 'id' | 'kind' | 'until' | 'reason' | 'by' | 'at'>): TaskAnswerView {
  return { id, kind, until: until ?? undefined, reason: reason ?? undefined, by, on: stockholmDate(at.toISOString()) };
}

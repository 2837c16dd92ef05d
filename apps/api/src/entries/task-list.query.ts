import { Injectable } from '@nestjs/common';
import type { Task, TaskList } from '@slusen/contracts';
import { arrivalOf, departmentsFor, lendersOf, parsePeriod, type EntryState } from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Acting } from '../identity/acting.js';
import type { Account } from '../identity/account.js';
import { awayAmong, policyAccount } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import { Masks } from '../masking/masks.js';
import { asKnown, type AsOf } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { statement, Statements } from '../platform/statements.js';
import { AskingQuery, type Asking } from './asking.query.js';
import { AwaitedTasksQuery } from './awaited-tasks.query.js';
import { EntryRow } from './entry.row.js';
import { taskKey, taskOf } from './task-of.js';

/** How long a finished task is shown, and how many of the latest: the list is about what is left, and whoever enters much would wait for it. */
const DONE = { days: 60, most: 50 };

const ENTRY = columns(EntryRow, 'e', 'id', 'period', 'state', 'value', 'missing', 'returnedReason');
type EntryLine = Omit<LineOf<typeof ENTRY>, 'state'> & {
  state: Exclude<EntryState, 'discarded'>;
  indicator_id: number;
  breakdown: string;
  territory: string;
  sv: string;
  en: string | null;
};

const ENTRIES = statement({
  name: 'task.entries',
  text: `
    select ${ENTRY}, h.indicator_id, h.breakdown, t.code as territory, t.name_sv as sv, t.name_en as en
      from entry e join series_head h on h.id = e.series_id join ${asKnown('territory')} t on t.id = h.territory_id
     where h.indicator_id = any($1) and e.state <> 'discarded' and (e.state <> 'approved' or e.id in (
             select done.id from entry done join series_head own on own.id = done.series_id
              where own.indicator_id = any($1) and done.state = 'approved' and done.updated_at > now() - make_interval(days => $2)
              order by done.updated_at desc limit $3))
     order by e.updated_at desc`,
});

const STATE_OF: Readonly<Record<Exclude<EntryState, 'discarded'>, Task['state']>> = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  approved: 'done',
};
/** What needs doing comes first, what is done last; within that, by the last day in time. What is begun is as late as what is not. */
const ORDER: readonly Exclude<Task['state'], 'draft'>[] = ['returned', 'overdue', 'due', 'preliminary', 'submitted', 'done'];

/** What a reporter is to do: what is due and has no figure yet, what waits to become final, and every entry under way. */
@Injectable()
export class TaskListQuery {
  constructor(
    private readonly indicators: IndicatorMemory,
    private readonly awaited: AwaitedTasksQuery,
    private readonly statements: Statements,
    private readonly masks: Masks,
    private readonly asking: AskingQuery,
  ) {}

  async ofDepartments({ account, asOf }: Acting): Promise<Omit<TaskList, 'people'>> {
    const { today } = asOf;
    const mine = await this.ownIndicators(account, asOf);
    const asking = await this.asking.of(mine, asOf);
    const byHand = mine.filter((indicator) => arrivalOf(indicator) === 'by-hand');
    const begun = await this.begun(mine, asking);
    // What is approved is asked for again where it does not count, or is not final.
    const taken = new Set(begun.filter(({ state }) => state !== 'done').map(taskKey));
    const awaited = (await this.awaited.of(byHand, asking)).filter((task) => !taken.has(taskKey(task)));
    const place = ({ state, lastDay }: Task) => ORDER.indexOf(state === 'draft' ? (lastDay < today ? 'overdue' : 'due') : state);
    const items = [...awaited, ...begun].sort((a, b) => place(a) - place(b) || a.lastDay.localeCompare(b.lastDay));
    return { today, items: items.map((task) => ({ ...task, ...inPlaceOf(account, task) })) };
  }

  /** Indicators that the account's departments answer for. */
  private async ownIndicators(account: Account, asOf: AsOf): Promise<Indicator[]> {
    const departments = departmentsFor(policyAccount(account), 'task.read');
    const all = [...(await this.indicators.bySlug(asOf)).values()];
    return all.filter(({ owner }) => owner && (departments === 'all' || departments.includes(owner.slug)));
  }

  private async begun(mine: readonly Indicator[], asking: Asking): Promise<Task[]> {
    const byId = new Map(mine.map((indicator) => [indicator.id, indicator]));
    const found = await this.statements.rows<EntryLine>(ENTRIES, [[...byId.keys()], DONE.days, DONE.most]);
    const lines = await Promise.all(found.map((line) => this.masks.shown('entry', line.id, line)));
    return lines.flatMap((line) => {
      const indicator = byId.get(line.indicator_id);
      if (!indicator) return [];
      const territory = { code: line.territory, name: localizedOf(line.sv, line.en) };
      const task = taskOf({
        indicator,
        territory,
        breakdown: line.breakdown,
        period: parsePeriod(line.period),
        state: STATE_OF[line.state],
        asking,
      });
      return [
        {
          ...task,
          entry: line.id,
          value: line.value ?? undefined,
          missing: line.missing ?? undefined,
          returnedReason: line.returned_reason ?? undefined,
        },
      ];
    });
  }
}

/** Whose a task is, where the account only stands in for them. */
function inPlaceOf(account: Account, { department: { slug } }: Task): Pick<Task, 'inPlaceOf'> {
  const away = awayAmong(account, lendersOf(policyAccount(account), 'task.read', { department: slug }));
  return away.length > 0 ? { inPlaceOf: away.map(({ name }) => name) } : {};
}

import { Injectable } from '@nestjs/common';
import type { OwnIndicator, OwnIndicators, Task } from '@slusen/contracts';
import { departmentsFor, lendersOf, periodCode, type PermissionAction } from '@slusen/domain';
import { FollowUpQuery } from '../follow-up/follow-up.query.js';
import type { MeasureFollowUp } from '../follow-up/goal-follow-up.js';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import { awaitedViews, waitingFor, type Plan } from '../follow-up/next-expected.js';
import type { Account } from '../identity/account.js';
import type { Acting } from '../identity/acting.js';
import { awayAmong, Permissions, policyAccount } from '../identity/permissions.js';
import { RoundPeopleQuery } from './round-people.query.js';
import { TaskListQuery } from './task-list.query.js';

/** What there is to do of an indicator: whoever does only one of them otherwise does the other in somebody's place. */
const LISTS = ['task.read', 'queue.read'] as const;

/** What there is of one indicator: its tasks, most pressing first, and how many figures wait for review. */
interface Underway {
  readonly tasks: readonly Task[];
  readonly waiting: number;
}

/** Everything that somebody reports or reviews, with where it stands, the latest figure and the next one. */
@Injectable()
export class OwnIndicatorsQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorMemory,
    private readonly followUps: FollowUpQuery,
    private readonly tasks: TaskListQuery,
    private readonly entries: RoundPeopleQuery,
  ) {}

  async own(acting: Acting): Promise<OwnIndicators> {
    const { account, asOf } = acting;
    this.permissions.require(account, 'indicator.read-own');
    const all = [...(await this.indicators.bySlug(asOf)).values()];
    const mine = all.filter(({ owner }) => owner && isIn(account, 'indicator.read-own', owner.slug));
    const [{ items }, entries, known, plan] = await Promise.all([
      this.tasks.ofDepartments(acting),
      this.entries.entries(mine),
      this.followUps.ofIndicators(mine.map((indicator) => ({ indicator })), asOf), // prettier-ignore
      this.followUps.plan(asOf),
    ]);
    const tasks = Map.groupBy(items, ({ indicator }) => indicator.slug);
    const submitted = [...entries.values()].filter(({ state }) => state === 'submitted').map(({ indicator }) => indicator);
    const lines = known.map((measure) => {
      const { slug } = measure.indicator;
      const underway = { tasks: tasks.get(slug) ?? [], waiting: submitted.filter((one) => one === slug).length };
      return lineOf(account, measure, { underway, plan });
    });
    return { today: asOf.today, items: lines.sort((a, b) => a.name.sv.localeCompare(b.name.sv, 'sv')) };
  }
}

function lineOf(
  account: Account,
  { indicator, series }: MeasureFollowUp,
  { underway: { tasks, waiting }, plan }: { readonly underway: Underway; readonly plan: Plan },
): OwnIndicator {
  const { slug, name, unit, rules, isExample, owner } = indicator;
  const department = owner ? { slug: owner.slug, name: owner.name } : { slug: '', name: { sv: '' } };
  const lenders = LISTS.flatMap((list) => lendersOf(policyAccount(account), list, { department: department.slug }));
  const away = awayAmong(account, [...new Set(lenders)]);
  const open = tasks.filter(({ state }) => state !== 'done' && state !== 'submitted');
  const { nextExpected } = awaitedViews(indicator, waitingFor(indicator, series, plan), plan);
  const last = series.observations.at(-1);
  return {
    ...{ slug, name, unit, decimals: rules.decimals, cadence: rules.cadence, reporting: rules.reporting, isExample, department },
    reports: isIn(account, 'task.read', department.slug),
    reviews: isIn(account, 'queue.read', department.slug),
    ...(away.length > 0 ? { inPlaceOf: away.map((person) => person.name) } : {}),
    state: open[0]?.state ?? (waiting > 0 ? 'submitted' : (tasks[0]?.state ?? 'not-yet-due')),
    ...{ open: open.length, waiting, task: open[0] },
    next: nextExpected && { period: nextExpected.period, dueOn: nextExpected.date },
    latest: last && { period: periodCode(last.period), value: last.value, missing: last.missing, quality: last.quality },
  };
}

function isIn(account: Account, list: PermissionAction, department: string): boolean {
  const departments = departmentsFor(policyAccount(account), list);
  return departments === 'all' || departments.includes(department);
}

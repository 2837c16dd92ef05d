import { Injectable } from '@nestjs/common';
import type { RoundProgress, RoundTask } from '@slusen/contracts';
import { arrivalOf, departmentsFor, DomainError, dueDate, isSamePeriod, periodCode, type Period, type RoundsByDay } from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Acting } from '../identity/acting.js';
import { Permissions, policyAccount } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import { AskingQuery, type Asking } from './asking.query.js';
import { RoundPeopleQuery, type OpenEntry } from './round-people.query.js';
import { SeriesPlacesQuery, type SeriesPlace } from './series-places.query.js';
import { taskKey, taskOf } from './task-of.js';

/** What the tasks of a round are made from. */
interface Underway {
  readonly asking: Asking;
  /** What somebody has begun, by the figure that it is about. */
  readonly entries: ReadonlyMap<string, OpenEntry>;
}

/** How far a round has come: what is done and what is lacking, of whom, and what is not due in it. */
@Injectable()
export class RoundProgressQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly asking: AskingQuery,
    private readonly indicators: IndicatorMemory,
    private readonly places: SeriesPlacesQuery,
    private readonly people: RoundPeopleQuery,
  ) {}

  /** Of the departments that the account may follow. Throws `round.not-found`, also for one that was cancelled: nothing is asked for in it. */
  async of(acting: Acting, period: string): Promise<RoundProgress> {
    const { account, asOf } = acting;
    this.permissions.require(account, 'round.progress');
    const asked = await this.askedOf(acting);
    const asking = await this.asking.of(asked, asOf);
    const { rounds } = asking;
    if (!rounds.ofPeriod(period)) throw new DomainError('round.not-found', { round: period });
    const [places, entries, people] = await Promise.all([
      this.places.of(asked, (rules) => rounds.askedIn(period, rules)),
      this.people.entries(asked),
      this.people.ofDepartments(),
    ]);
    const underway = { asking, entries };
    const tasks = places.flatMap((place) => rounds.askedIn(period, place.indicator.rules).map((one) => taskIn(place, one, underway)));
    const named = new Set(tasks.map(({ department }) => department.slug));
    return {
      today: asOf.today,
      tasks,
      notYetDue: asked.flatMap((one) => notYetDue(one, period, rounds)),
      people: people.filter(({ department }) => named.has(department)),
    };
  }

  /** What officials give by hand. */
  private async askedOf({ account, asOf }: Acting): Promise<Indicator[]> {
    const departments = departmentsFor(policyAccount(account), 'round.progress');
    const all = [...(await this.indicators.bySlug(asOf)).values()];
    return all.filter((indicator) => {
      const { owner } = indicator;
      const isFollowed = owner !== undefined && (departments === 'all' || departments.includes(owner.slug));
      return isFollowed && arrivalOf(indicator) === 'by-hand';
    });
  }
}

function taskIn({ indicator, territory, known }: SeriesPlace, period: Period, { asking, entries }: Underway): RoundTask {
  const has = (periods: readonly Period[] = []): boolean => periods.some((one) => isSamePeriod(one, period));
  const recorded = has(known?.preliminary) ? 'preliminary' : 'done';
  const about = { indicator, territory, breakdown: '', period, asking };
  const task = taskOf({ ...about, state: has(known?.reported) ? recorded : 'lacking' });
  const open = entries.get(taskKey(task));
  return open ? { ...taskOf({ ...about, state: open.state }), by: [...open.by] } : { ...task, by: [] };
}

function notYetDue({ slug, name, rules }: Indicator, round: string, rounds: RoundsByDay): RoundProgress['notYetDue'] {
  return rounds
    .notYetDueIn(round, rules)
    .map((period) => ({ indicator: { slug, name }, period: periodCode(period), dueOn: dueDate(period, rules) }));
}

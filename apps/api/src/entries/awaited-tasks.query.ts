import { Injectable } from '@nestjs/common';
import type { Task } from '@slusen/contracts';
import {
  comparePeriods,
  lackingPeriods,
  latestDuePeriods,
  periodCode,
  PERIODS_BACK,
  type CalendarRules,
  type IsoDate,
  type Period,
  type RoundsByDay,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { AsOf } from '../platform/as-of.js';
import { RoundMemory } from '../rounds/round-memory.js';
import { SeriesPlacesQuery } from './series-places.query.js';
import { taskOf } from './task-of.js';

/** On which day it is asked, and which rounds ask besides the calendar of each indicator. */
interface Asking {
  readonly today: IsoDate;
  readonly rounds: RoundsByDay;
}

/**
 * What nobody has begun: periods that are due, or that a round asks for, and lack a figure, and preliminary values that wait to become final.
 */
@Injectable()
export class AwaitedTasksQuery {
  constructor(
    private readonly places: SeriesPlacesQuery,
    private readonly rounds: RoundMemory,
  ) {}

  async of(indicators: readonly Indicator[], asOf: AsOf): Promise<Task[]> {
    const { today } = asOf;
    const rounds = await this.rounds.byDay(asOf);
    const asking = { today, rounds };
    const places = await this.places.of(indicators, (rules) => duePeriods(rules, asking));
    return places.flatMap(({ indicator, territory, known }) => {
      const about = { indicator, territory, breakdown: '', rounds };
      const lacking = askedPeriods(indicator.rules, known?.reported ?? [], asking).map((period) =>
        taskOf({ ...about, period, state: rounds.lastDay(period, indicator.rules) < today ? 'overdue' : 'due' }),
      );
      const preliminary = (known?.preliminary ?? []).map((period) => taskOf({ ...about, period, state: 'preliminary' }));
      return [...lacking, ...preliminary];
    });
  }
}

/** What lacks a figure and is asked for: four periods back at most by the calendar, and what an open round asks for before it is due. */
function askedPeriods(rules: CalendarRules, reported: readonly Period[], { today, rounds }: Asking): Period[] {
  const days = daysAsked({ today, rounds });
  const lacking = days.flatMap((day) => lackingPeriods(rules, reported, day));
  const once = new Map(lacking.map((period) => [periodCode(period), period]));
  return [...once.values()].filter((period) => rounds.isAskedFor(period, rules, today)).sort(comparePeriods);
}

/** Which periods can lack a figure: by the calendar, and by the rounds that are open. */
function duePeriods(rules: CalendarRules, asking: Asking): Period[] {
  const due = daysAsked(asking).flatMap((day) => latestDuePeriods(rules, day, PERIODS_BACK));
  return [...new Map(due.map((period) => [periodCode(period), period])).values()];
}

const daysAsked = ({ today, rounds }: Asking): IsoDate[] => [...new Set([today, rounds.askedUntil(today)])];

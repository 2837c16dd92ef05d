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
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { AskingQuery, type Asking } from './asking.query.js';
import type { AsOf } from '../platform/as-of.js';
import { SeriesPlacesQuery } from './series-places.query.js';
import { taskOf } from './task-of.js';

/**
 * What nobody has begun: periods that are due, or that a round asks for, and lack a figure, and preliminary values that wait to become final.
 */
@Injectable()
export class AwaitedTasksQuery {
  constructor(
    private readonly places: SeriesPlacesQuery,
    private readonly asking: AskingQuery,
  ) {}

  /** As it is asked at the moment. */
  async at(indicators: readonly Indicator[], asOf: AsOf): Promise<Task[]> {
    return this.of(indicators, await this.asking.of(indicators, asOf));
  }

  async of(indicators: readonly Indicator[], asking: Asking): Promise<Task[]> {
    const places = await this.places.of(indicators, (rules) => duePeriods(rules, asking));
    return places.flatMap(({ indicator, territory, known }) => {
      const about = { indicator, territory, breakdown: '', asking };
      const lacking = askedPeriods(indicator.rules, known?.reported ?? [], asking).map((period) =>
        taskOf({ ...about, period, state: 'lacking' }),
      );
      const preliminary = (known?.preliminary ?? []).map((period) => taskOf({ ...about, period, state: 'preliminary' }));
      return [...lacking, ...preliminary];
    });
  }
}

/** What lacks a figure and is asked for: four periods back at most by the calendar, and what an open round asks for before it is due. */
function askedPeriods(rules: CalendarRules, reported: readonly Period[], asking: Asking): Period[] {
  const { today, rounds } = asking;
  const days = daysAsked(asking);
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

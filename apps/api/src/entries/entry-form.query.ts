import { Injectable } from '@nestjs/common';
import type { EntryForm } from '@slusen/contracts';
import { completeDate, lastDayWith } from '@slusen/domain';
import { publicSeries } from '../follow-up/public-series.js';
import type { Acting } from '../identity/acting.js';
import type { Indicator } from '../indicators/indicator.js';
import { definitionView } from '../indicators/indicator-view.js';
import { AskingQuery } from './asking.query.js';
import { refusePart } from './check-figure.js';
import { enterablePeriod } from './enterable-period.js';
import { waitsUntil } from './entry-publisher.js';
import { FormEntryQuery } from './form-entry.query.js';
import { FormGoalsQuery } from './form-goals.query.js';
import { FormSeriesQuery } from './form-series.query.js';
import { replacedView } from './replaced-revision.js';
import { RoundPeopleQuery } from './round-people.query.js';
import { taskKey } from './task-of.js';
import { twelveMonths } from './twelve-months.js';

/** The place of the figure someone wants to enter. */
export interface FormPlace {
  readonly indicator: string;
  readonly period: string;
  readonly territory: string;
  readonly breakdown: string;
}

/** Everything the entry form shows beside the entry: history, targets, how it was counted last time. */
@Injectable()
export class EntryFormQuery {
  constructor(
    private readonly series: FormSeriesQuery,
    private readonly goals: FormGoalsQuery,
    private readonly entries: FormEntryQuery,
    private readonly asking: AskingQuery,
    private readonly people: RoundPeopleQuery,
  ) {}

  /** Throws `territory.not-found`, `period.wrong-cadence`, `period.not-begun` or `entry.part-of-set`. */
  async at(acting: Acting, indicator: Indicator, place: FormPlace): Promise<EntryForm> {
    const { asOf } = acting;
    const { rules } = indicator;
    const { today } = asOf;
    refusePart(place.breakdown, indicator);
    const period = enterablePeriod(place.period, indicator, today);
    const { rounds, answers } = await this.asking.of([indicator], asOf);
    const { id, territory, history, lastTime, startingQuality, replaces } = await this.series.run(indicator, { ...place, period }, asOf);
    const round = rounds.asking(period, rules);
    const { points, observations } = publicSeries(history, rules);
    const goals = await this.goals.run(indicator, { ...place, period }, asOf);
    const isRolling = goals.some(({ target }) => target.measure === 'rolling-12-months');
    const standing = await this.entries.run(acting, { ...place, indicator, period, seriesId: id, approvedBy: replaces?.entryId });
    const { min, max, mayRepeat, officialStatistics } = rules;
    return {
      indicator: definitionView(indicator),
      reporting: rules.reporting,
      period: place.period,
      territory,
      breakdown: place.breakdown,
      today,
      lastDay: lastDayWith(rounds.lastDay(period, rules), answers.get(taskKey({ ...place, indicator, territory }))),
      round: round?.period,
      reviewUntil: round?.reviewUntil,
      people: (await this.people.ofDepartments()).find(({ department }) => department === indicator.owner?.slug),
      isLocked: rounds.isLocked(period, rules, today),
      isOngoing: today < completeDate(period, rules),
      history: [...points],
      goals,
      twelveMonths: isRolling ? twelveMonths({ series: observations, period, figure: standing.entry, at: acting.at, rules }) : undefined,
      startingQuality,
      lastTime,
      ...standing,
      publicFrom: waitsUntil(rounds.publicFrom(period, rules, acting.at), replaces, acting.at),
      replaces: replaces && replacedView(replaces, indicator),
      limits: { min, max, mayRepeat, officialStatistics },
    };
  }
}

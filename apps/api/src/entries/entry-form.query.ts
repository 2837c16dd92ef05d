import { Injectable } from '@nestjs/common';
import type { EntryForm } from '@slusen/contracts';
import { expectedAt, lastDayWith, type Period, type Target } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import type { Indicator } from '../indicators/indicator.js';
import { definitionView } from '../indicators/indicator-view.js';
import { observationOf } from '../observations/recorded-series.query.js';
import type { AsOf } from '../platform/as-of.js';
import { TargetQuery } from '../targets/target.query.js';
import { targetPathOf } from '../targets/target-path.js';
import { AskingQuery } from './asking.query.js';
import { enterablePeriod } from './enterable-period.js';
import { EntryViewQuery } from './entry-view.query.js';
import { FormSeriesQuery } from './form-series.query.js';
import { replacedView } from './replaced-revision.js';
import { taskKey } from './task-of.js';
import { twelveMonths } from './twelve-months.js';

/** The place of the figure someone wants to enter. */
export interface FormPlace {
  readonly indicator: string;
  readonly period: string;
  readonly territory: string;
  readonly breakdown: string;
}

/** Everything the entry form shows beside the entry: history, target, how it was counted last time. */
@Injectable()
export class EntryFormQuery {
  constructor(
    private readonly series: FormSeriesQuery,
    private readonly targets: TargetQuery,
    private readonly views: EntryViewQuery,
    private readonly asking: AskingQuery,
  ) {}

  /** Throws `territory.not-found`, `period.wrong-cadence` or `period.not-begun`. */
  async at(acting: Acting, indicator: Indicator, place: FormPlace): Promise<EntryForm> {
    const { asOf } = acting;
    const { rules } = indicator;
    const { today } = asOf;
    const period = enterablePeriod(place.period, indicator, today);
    const { rounds, answers } = await this.asking.of([indicator], asOf);
    const { id, territory, history, lastTime, replaces } = await this.series.run(indicator, place, asOf);
    const target = await this.targetOf(indicator, asOf);
    const entry = id === undefined ? undefined : await this.views.openFor(acting, indicator, { seriesId: id, period: place.period });
    const approved = replaces?.entryId ? await this.views.again(acting, replaces.entryId, indicator) : undefined;
    const { min, max, mayRepeat, officialStatistics } = rules;
    return {
      indicator: definitionView(indicator),
      reporting: rules.reporting,
      period: place.period,
      territory,
      breakdown: place.breakdown,
      today,
      lastDay: lastDayWith(rounds.lastDay(period, rules), answers.get(taskKey({ ...place, indicator, territory }))),
      round: rounds.asking(period, rules)?.period,
      isLocked: rounds.isLocked(period, rules, today),
      history,
      ...pathFor(target, period),
      twelveMonths: twelveMonths(target, { series: history.map(observationOf), period, figure: entry, rules }),
      lastTime,
      entry,
      approved,
      replaces: replaces && replacedView(replaces, indicator),
      limits: { min, max, mayRepeat, officialStatistics },
    };
  }

  private async targetOf({ id }: Indicator, asOf: AsOf): Promise<Target | undefined> {
    return (await this.targets.ofIndicator(id, asOf)).find(({ target }) => target)?.target;
  }
}

/** A target over twelve months says nothing of a single month, so the form shows no path then. */
function pathFor(target: Target | undefined, period: Period): Pick<EntryForm, 'target' | 'expected'> {
  return target?.measure === 'value' ? { target: targetPathOf(target), expected: expectedAt(target, period) } : {};
}

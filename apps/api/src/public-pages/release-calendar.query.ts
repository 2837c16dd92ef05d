import { Injectable } from '@nestjs/common';
import type { ReleaseCalendar } from '@slusen/contracts';
import { addMonths } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import type { AsOf } from '../platform/as-of.js';
import { declareRead } from '../platform/read-tags.js';
import type { Area } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { TargetQuery } from '../targets/target.query.js';
import { ExpectedFiguresQuery } from './expected-figures.query.js';

const MONTHS_AHEAD = 12;

/** When figures are expected, of all indicators or of those that measure an area of the strategy in force. */
@Injectable()
export class ReleaseCalendarQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly targets: TargetQuery,
    private readonly indicators: IndicatorQuery,
    private readonly figures: ExpectedFiguresQuery,
  ) {}

  async run(wanted: string | undefined, asOf: AsOf): Promise<ReleaseCalendar> {
    declareRead('strategy', 'figures');
    const { today } = asOf;
    const until = addMonths(today, MONTHS_AHEAD);
    const [strategy, all] = await Promise.all([this.strategies.current(asOf), this.indicators.all(asOf)]);
    const areas = strategy?.areas ?? [];
    const area = areas.find(({ slug }) => slug === wanted);
    // What is computed comes with what it is computed from.
    const given = all.filter(({ formula }) => formula === undefined);
    const expected = await this.figures.run(area ? await this.measuring(area, given, asOf) : given, until, asOf);
    return {
      ...{ today, until, areas: areas.map(({ slug, shortName }) => ({ slug, name: shortName })), area: area?.slug },
      passed: expected.filter(({ state }) => state !== 'not-yet-due'),
      coming: expected.filter(({ state }) => state === 'not-yet-due'),
      hasExamples: expected.some(({ isExample }) => isExample),
    };
  }

  private async measuring({ goals }: Area, indicators: readonly Indicator[], asOf: AsOf): Promise<Indicator[]> {
    const ids = goals.map(({ id }) => id);
    const measured = await this.targets.ofGoals(ids, asOf);
    return indicators.filter(({ id }) => measured.some(({ indicatorId }) => indicatorId === id));
  }
}

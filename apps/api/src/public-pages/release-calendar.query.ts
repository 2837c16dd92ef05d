import { Injectable } from '@nestjs/common';
import type { ExpectedFigure, ReleaseCalendar } from '@slusen/contracts';
import { addMonths, isOnlyPerLocality, periodCode, type AwaitedValue, type IsoDate } from '@slusen/domain';
import { allWaitedFor, awaitedTold } from '../follow-up/next-expected.js';
import { NO_SERIES, publicSeries, type PublicSeries } from '../follow-up/public-series.js';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { SeriesQuery } from '../observations/series.query.js';
import type { AsOf } from '../platform/as-of.js';
import { declareRead } from '../platform/read-tags.js';
import { Settings } from '../platform/settings.js';
import { goalsOf, type StrategyInForce } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { TargetQuery } from '../targets/target.query.js';

const MONTHS_AHEAD = 12;

/** When figures are expected: by the calendar of each indicator and what is public of it, so that nothing is told of what waits for approval. */
@Injectable()
export class ReleaseCalendarQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly targets: TargetQuery,
    private readonly indicators: IndicatorQuery,
    private readonly series: SeriesQuery,
    private readonly settings: Settings,
  ) {}

  async run(wanted: string | undefined, asOf: AsOf): Promise<ReleaseCalendar> {
    declareRead('strategy', 'figures');
    const { today } = asOf;
    const until = addMonths(today, MONTHS_AHEAD);
    const [strategy, all] = await Promise.all([this.strategies.current(asOf), this.indicators.all(asOf)]);
    const areas = (strategy?.areas ?? []).map(({ slug, shortName }) => ({ slug, name: shortName }));
    const area = areas.find(({ slug }) => slug === wanted)?.slug;
    const given = all.filter(({ formula }) => formula === undefined);
    const chosen = strategy && area !== undefined ? await this.ofArea(given, { strategy, area }, asOf) : given;
    const expected = (await this.expected(chosen, until, asOf)).sort((a, b) => a.date.localeCompare(b.date));
    return {
      ...{ today, until, areas, area },
      passed: expected.filter(({ state }) => state !== 'not-yet-due'),
      coming: expected.filter(({ state }) => state === 'not-yet-due'),
      hasExamples: expected.some(({ isExample }) => isExample),
    };
  }

  /** Those that measure a goal of the area. */
  private async ofArea(
    indicators: readonly Indicator[],
    { strategy, area }: { readonly strategy: StrategyInForce; readonly area: string },
    asOf: AsOf,
  ): Promise<Indicator[]> {
    const goals = goalsOf(strategy).filter((goal) => goal.area.slug === area);
    const measured = await this.targets.ofGoals(
      goals.map(({ id }) => id),
      asOf,
    );
    return indicators.filter(({ id }) => measured.some(({ indicatorId }) => indicatorId === id));
  }

  /** In the order of the indicators, each one's earliest first. */
  private async expected(indicators: readonly Indicator[], until: IsoDate, asOf: AsOf): Promise<ExpectedFigure[]> {
    const ids = indicators.map(({ id }) => id);
    const found = await this.series.ofIndicators(ids, this.settings.territory, asOf);
    const days = { today: asOf.today, until };
    const each = indicators.map(async (indicator) => {
      const total = publicSeries(found.get(indicator.id) ?? NO_SERIES.points, indicator.rules);
      // What only others have figures of is not waited for here.
      if (total.points.length === 0 && !indicator.owner) return [];
      const waited = allWaitedFor(indicator, await this.reported(indicator, total, asOf), days);
      return waited.map((waiting) => figureOf(indicator, waiting));
    });
    return (await Promise.all(each)).flat();
  }

  /** The series that tell what has come: the total, or where there is none those of the localities. */
  private async reported(indicator: Indicator, total: PublicSeries, asOf: AsOf): Promise<readonly PublicSeries[]> {
    if (!isOnlyPerLocality({ perLocality: indicator.perLocality, observations: total.points })) return [total];
    const parts = await this.series.ofParts(indicator.id, this.settings.territory, asOf);
    return [...parts.values()].map((points) => publicSeries(points, indicator.rules));
  }
}

function figureOf({ slug, name, isExample, rules, source, owner }: Indicator, waiting: AwaitedValue): ExpectedFigure {
  const { period, date, state } = waiting;
  return {
    indicator: { slug, name },
    ...{ isExample, period: periodCode(period), reporting: rules.reporting, date, state, told: awaitedTold(waiting, rules) },
    source: source.name,
    ...(owner && { owner: { slug: owner.slug, name: owner.name } }),
  };
}

import { Injectable } from '@nestjs/common';
import type { ExpectedFigure } from '@slusen/contracts';
import { arrivalOf, isOnlyPerLocality, startOfStockholmDay, type AwaitedValue, type IsoDate } from '@slusen/domain';
import { allWaitedFor, awaitedView } from '../follow-up/next-expected.js';
import { publicSeries, type PublicSeries } from '../follow-up/public-series.js';
import type { Indicator } from '../indicators/indicator.js';
import { SeriesQuery } from '../observations/series.query.js';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { Settings } from '../platform/settings.js';
import { RoundMemory } from '../rounds/round-memory.js';
import { lastOf, PlanChangesQuery, type PlanChange } from './plan-changes.query.js';

/**
 * Which figures of indicators are expected until a day: by the calendar of each, the plan of the rounds and what is public, so that nothing is told
 * of what waits for its approval or its time.
 */
@Injectable()
export class ExpectedFiguresQuery {
  constructor(
    private readonly series: SeriesQuery,
    private readonly rounds: RoundMemory,
    private readonly settings: Settings,
    private readonly changes: PlanChangesQuery,
  ) {}

  /** By day, those of one day in the order of the indicators. */
  async run(indicators: readonly Indicator[], until: IsoDate, asOf: AsOf): Promise<ExpectedFigure[]> {
    const ids = indicators.map(({ id }) => id);
    const [found, rounds, changes] = await Promise.all([
      this.series.ofIndicators(ids, this.settings.territory, asOf),
      this.rounds.byDay(asOf),
      this.changes.run(asOf),
    ]);
    const each = indicators.map(async (indicator) => {
      const total = publicSeries(found.get(indicator.id) ?? [], indicator.rules);
      // What only others have figures of is not waited for here.
      if (total.points.length === 0 && !indicator.owner) return [];
      const reported = await this.reported(indicator, total, asOf);
      return allWaitedFor(indicator, reported, { rounds, today: asOf.today, until }).map((waiting) =>
        figureOf(indicator, { waiting, change: related(changes.get(indicator.id)) }),
      );
    });
    return (await Promise.all(each)).flat().sort((a, b) => a.date.localeCompare(b.date));
  }

  /** The series that tell what has come: the total, or where there is none those of the localities. */
  private async reported(indicator: Indicator, total: PublicSeries, asOf: AsOf): Promise<readonly PublicSeries[]> {
    if (!isOnlyPerLocality({ perLocality: indicator.perLocality, observations: total.points })) return [total];
    const parts = await this.series.ofParts(indicator.id, this.settings.territory, asOf);
    return [...parts.values()].map((points) => publicSeries(points, indicator.rules));
  }
}

/** What is known of a figure that is expected. */
interface Expected {
  readonly waiting: AwaitedValue;
  readonly change: PlanChange;
}

function figureOf(indicator: Indicator, { waiting, change }: Expected): ExpectedFigure {
  const { slug, name, isExample, rules, source, owner } = indicator;
  const awaited = awaitedView(waiting, rules);
  // A day that has passed is said otherwise from then on.
  const { state, date, lateSince } = awaited;
  const passed = state === 'due' ? date : lateSince;
  return {
    indicator: { slug, name },
    ...{ isExample, reporting: rules.reporting, ...awaited },
    ...{ source: source.name, arrival: arrivalOf(indicator) },
    ...(owner && { owner: { slug: owner.slug, name: owner.name } }),
    changedAt: passed ? lastOf([change.at, startOfStockholmDay(passed)]) : change.at,
    changes: change.count,
  };
}

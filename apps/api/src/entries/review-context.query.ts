import { Injectable } from '@nestjs/common';
import type { QueueItem } from '@slusen/contracts';
import { earlierPoints, expectedAt, periodCode, type Entry } from '@slusen/domain';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { observationOf, SeriesQuery } from '../observations/series.query.js';
import type { AsOf } from '../platform/as-of.js';
import { TargetQuery } from '../targets/target.query.js';

/** What a reviewer compares an entry with. */
@Injectable()
export class ReviewContextQuery {
  constructor(
    private readonly indicators: IndicatorQuery,
    private readonly series: SeriesQuery,
    private readonly targets: TargetQuery,
  ) {}

  /** The figure it is read against, what the target expects, and the department that answers for it. */
  async run(entry: Entry, asOf: AsOf): Promise<Pick<QueueItem, 'comparedWith' | 'expected' | 'department' | 'isExample'>> {
    const indicator = await this.indicators.bySlug(entry.indicator, asOf);
    const points = await this.series.points({ indicatorId: indicator.id, territory: entry.territory, breakdown: entry.breakdown }, asOf);
    const { previous, yearBefore } = earlierPoints(points.map(observationOf), entry.period, indicator.rules.breaks);
    const earlier = yearBefore ?? previous;
    const target = (await this.targets.ofIndicator(indicator.id, asOf)).find((of) => of.target)?.target;
    return {
      isExample: indicator.isExample,
      department: indicator.owner ?? { slug: 'ingen', name: { sv: '' } },
      comparedWith: earlier && { period: periodCode(earlier.period), value: earlier.value, missing: earlier.missing },
      expected: target?.measure === 'value' ? expectedAt(target, entry.period) : undefined,
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { DataHealth, IndicatorHealth } from '@slusen/contracts';
import type { Acting } from '../identity/acting.js';
import { AwaitedTasksQuery } from '../entries/awaited-tasks.query.js';
import { Permissions } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { statement, Statements } from '../platform/statements.js';

interface Lack {
  readonly id: number;
  readonly has_target: boolean;
  readonly is_begun: boolean;
}

const LACKS = statement({
  name: 'data-health.lacks',
  text: `
    select i.id,
           exists (select from target t where t.indicator_id = i.id and t.kind in ('point', 'band')
                    and t.revision = (select max(one.revision) from target one where one.goal_id = t.goal_id and one.indicator_id = t.indicator_id))
             as has_target,
           exists (select from series_head h where h.indicator_id = i.id
                    and (exists (select from observation o where o.series_id = h.id) or exists (select from entry e where e.series_id = h.id)))
             as is_begun
      from indicator i`,
});

/** How the data are: which indicators are late, have nobody who answers for them, no target, or were never begun. */
@Injectable()
export class DataHealthQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorQuery,
    private readonly awaited: AwaitedTasksQuery,
    private readonly statements: Statements,
  ) {}

  async run({ account, asOf }: Acting): Promise<DataHealth> {
    this.permissions.require(account, 'data-health.read');
    const indicators = await this.indicators.all(asOf);
    const tasks = await this.awaited.at(indicators, asOf);
    const late = Map.groupBy(
      tasks.filter(({ state }) => state === 'overdue'),
      ({ indicator }) => indicator.slug,
    );
    const lacks = new Map((await this.statements.rows<Lack>(LACKS)).map((lack) => [lack.id, lack]));
    const health = indicators.map((indicator) => healthOf(indicator, lacks.get(indicator.id), late.get(indicator.slug) ?? []));
    return { today: asOf.today, indicators: indicators.length, lacking: health.filter(isLacking) };
  }
}

function healthOf({ slug, name, owner }: Indicator, lack: Lack | undefined, late: readonly { lastDay: string }[]): IndicatorHealth {
  const [since] = late.map(({ lastDay }) => lastDay).sort();
  return {
    indicator: { slug, name },
    ...(owner ? { owner: owner.name } : {}),
    hasTarget: lack?.has_target ?? false,
    isBegun: lack?.is_begun ?? false,
    overdue: late.length,
    ...(since ? { since } : {}),
  };
}

const isLacking = ({ owner, hasTarget, isBegun, overdue }: IndicatorHealth): boolean => !owner || !hasTarget || !isBegun || overdue > 0;

import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { SeriesPoint } from '@slusen/contracts';
import { periodCode, rollUp, type Explanation } from '@slusen/domain';
import type pg from 'pg';
import { explanationView } from '../../follow-up/explanation-view.js';
import { rollUpView } from '../../follow-up/goal-follow-up.js';
import { SeriesQuery } from '../../observations/series.query.js';
import { GoalPageQuery } from '../../public-pages/goal-page.query.js';
import type { AsOf } from '../../platform/as-of.js';
import { Moments } from '../../platform/moments.js';
import { Settings } from '../../platform/settings.js';
import type { Check, Faults } from './check.js';
import { streamed } from './cursor.js';
import { recountGoal } from './recount.js';
import { DERIVED, partsOf, recountSeries, type RawSeries } from './recounted-series.js';

interface Head {
  readonly indicator_id: number;
  readonly territory: string;
  readonly breakdown: string;
  readonly name: string;
  readonly revisions: { period: string; revision: number; value: number | null; missing: string | null }[];
}

const GOALS = `
  with decided as (select distinct on (strategy_version_id) * from strategy_version_revision order by strategy_version_id, revision desc),
       worded as (select distinct on (goal_id) * from goal_revision order by goal_id, revision desc)
  select g.id, g.slug, w.unmeasured_reason_sv is not null as unmeasured
    from goal g join worded w on w.goal_id = g.id join area a on a.id = g.area_id
   where a.strategy_version_id = (select v.id from strategy_version v join decided d on d.strategy_version_id = v.id
                                   where d.valid_from <= $1 and (d.valid_to is null or d.valid_to >= $1)
                                   order by d.valid_from desc, v.number desc, v.id desc limit 1)`;

const IS_HIDDEN = `exists (select from masked m where m.table_name = 'observation' and m.row_key = o.id::text and m.field = 'value')`;

const HEADS = `
  select h.indicator_id, t.code as territory, h.breakdown, concat_ws(' ', i.slug, t.code, nullif(h.breakdown, '')) as name,
         (select coalesce(json_agg(json_build_object('period', o.period, 'revision', o.revision, 'value', case when ${IS_HIDDEN} then null else o.value end,
                                                            'missing', case when ${IS_HIDDEN} then 'confidential' else o.missing end) order by o.period_end, o.revision), '[]')
            from observation o where o.series_id = h.id and o.publish_at <= now()) as revisions
    from series_head h join indicator i on i.id = h.indicator_id join territory t on t.id = h.territory_id
   order by h.id`;

/**
 * What is served equals what is recomputed from the tables: every goal's page, every public series, and every derived one of the municipality. Runs in the
 * transaction that the queries read in, so that both sides see one moment.
 */
@Injectable()
export class ServedChecks {
  constructor(
    private readonly goals: GoalPageQuery,
    private readonly series: SeriesQuery,
    private readonly settings: Settings,
    private readonly moments: Moments,
  ) {}

  all(): Check[] {
    return [
      { name: 'served series are the recorded ones', run: (client, faults) => this.seriesAgree(client, faults) },
      { name: 'served derived series follow from their parts', run: (client, faults) => this.derivedAgree(client, faults) },
      { name: 'served statuses are the recomputed ones', run: (client, faults) => this.statusesAgree(client, faults) },
    ];
  }

  private async seriesAgree(client: pg.ClientBase, faults: Faults): Promise<number> {
    let looked = 0;
    const asOf = this.moments.now();
    for await (const head of streamed<Head>(client, HEADS)) {
      const points = await this.series.points(
        { indicatorId: head.indicator_id, territory: head.territory, breakdown: head.breakdown },
        asOf,
      );
      const served = points.map(saying);
      const recorded = [...currentRevisions(head)].map(({ period, revision, value, missing }) => [period, revision, value, missing]);
      const different = firstDifference(served, recorded);
      if (different) faults.add(head.name, different);
      looked += recorded.length;
    }
    return looked;
  }

  private async derivedAgree(client: pg.ClientBase, faults: Faults): Promise<number> {
    const [{ territory }, asOf] = [this.settings, this.moments.now()];
    const { rows } = await client.query<RawSeries & { id: number; own: number }>(DERIVED, [territory]);
    const parts = await partsOf(client, rows, territory);
    let looked = 0;
    for (const derived of rows) {
      if (derived.own > 0) faults.add(derived.indicator, `it is computed, but ${derived.own} figures are recorded as its own`);
      const recomputed = recountSeries(derived, parts).observations.map(({ period, ...said }) =>
        saying({ ...said, period: periodCode(period) }),
      );
      const served = (await this.series.points({ indicatorId: derived.id, territory }, asOf)).map(saying);
      const different = firstDifference(served, recomputed);
      if (different) faults.add(derived.indicator, different);
      looked += recomputed.length + 1;
    }
    return looked;
  }

  private async statusesAgree(client: pg.ClientBase, faults: Faults): Promise<number> {
    const asOf = this.moments.now();
    const { rows } = await client.query<{ id: number; slug: string; unmeasured: boolean }>(GOALS, [asOf.today]);
    let looked = 0;
    for (const goal of rows) looked += await this.goalAgrees(client, { ...goal, asOf }, faults);
    return looked;
  }

  private async goalAgrees(
    client: pg.ClientBase,
    goal: { id: number; slug: string; unmeasured: boolean; asOf: AsOf },
    faults: Faults,
  ): Promise<number> {
    const page = await this.goals.run(goal.slug, goal.asOf);
    const recounted = await recountGoal(client, { id: goal.id, territory: this.settings.territory, today: goal.asOf.today });
    const served = new Map(page.indicators.map(({ slug, assessed }) => [slug, assessed.explanation]));
    for (const [slug, explanation] of recounted) {
      const shown = served.get(slug);
      if (!shown) faults.add(`goal ${goal.slug}`, `${slug} measures it, but is not shown`);
      else if (!isSame(shown, explanationView(explanation)))
        faults.add(`goal ${goal.slug}, ${slug}`, `${shown.status} is shown, ${explanation.status} is recomputed, or for other reasons`);
    }
    for (const slug of served.keys())
      if (!recounted.has(slug)) faults.add(`goal ${goal.slug}`, `${slug} is shown, but does not measure it`);
    const whole = rollUpView(rollUp(inOrder(recounted, [...served.keys()]), { deliberatelyNotMeasured: goal.unmeasured }));
    if (!isSame(page.rollUp, whole))
      faults.add(`goal ${goal.slug}`, `${page.rollUp.fulfilment} is shown for the whole, ${whole.fulfilment} is recomputed`);
    return recounted.size + 1;
  }
}

/** What is compared of a point. */
const saying = ({ period, revision, value, missing }: Pick<SeriesPoint, 'period' | 'revision' | 'value' | 'missing'>) => [
  period,
  revision,
  value ?? null,
  missing ?? null,
];

function inOrder(recounted: ReadonlyMap<string, Explanation>, order: readonly string[]): Explanation[] {
  return [...recounted].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([, explanation]) => explanation);
}

/** The last revision of each period; they come ordered by period and revision. */
function* currentRevisions({ revisions }: Head): Generator<Head['revisions'][number]> {
  for (const [at, revision] of revisions.entries()) {
    if (revisions[at + 1]?.period !== revision.period) yield revision;
  }
}

function firstDifference(served: readonly unknown[][], recorded: readonly unknown[][]): string | undefined {
  const at = Array.from({ length: Math.max(served.length, recorded.length) }).findIndex(
    (_, i) => !isSame(served[i] ?? null, recorded[i] ?? null),
  );
  return at < 0 ? undefined : `${said(served[at])} is served, ${said(recorded[at])} is recorded`;
}

const said = (point: readonly unknown[] | undefined): string =>
  point ? `${String(point[0])} revision ${String(point[1])}: ${String(point[2] ?? point[3])}` : 'nothing';

const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
/** As it travels: what is undefined is absent, and the order of fields means nothing. */
const canonical = (value: unknown): string | undefined => canonicalize(JSON.parse(JSON.stringify(value)));

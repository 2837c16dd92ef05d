import {
  assess,
  countedSeries,
  parsePeriod,
  RoundsByDay,
  type Explanation,
  type IsoDate,
  type Milestone,
  type RoundContent,
  type Target,
  type Unit,
} from '@slusen/domain';
import type pg from 'pg';
import {
  partsOf,
  present,
  rawSeries,
  recountSeries,
  shown,
  unlessHidden,
  words,
  type Raw,
  type RawSeries,
  type RecountedSeries,
} from './recounted-series.js';

/** What the tables themselves say of one indicator of a goal. */
interface RawMeasure extends RawSeries {
  readonly unmeasured: boolean;
  readonly target: Raw;
}

const MEASURES = `
  with latest_target as (
    select * from target t where goal_id = $1 and not exists (
      select 1 from target l where l.goal_id = t.goal_id and l.indicator_id = t.indicator_id and l.revision > t.revision))
  select w.unmeasured_reason_sv is not null as unmeasured, ${shown('target', 't')} as target, ${rawSeries('$2')}
    from latest_target t join indicator i on i.id = t.indicator_id
    join goal_revision w on w.goal_id = t.goal_id and w.revision = (select max(revision) from goal_revision where goal_id = t.goal_id)
   where t.kind <> 'withdrawn'`;

/** When rounds ask for what and when they become public, by their latest revisions. */
const ROUNDS = `
  select to_jsonb(v) || jsonb_build_object('period', r.period) as round
    from follow_up_round r join follow_up_round_revision v on v.round_id = r.id
     and v.revision = (select max(revision) from follow_up_round_revision where round_id = r.id)`;

/** The explanation of each indicator of a goal by its slug, computed anew from the tables alone. */
export async function recountGoal(
  client: pg.ClientBase,
  goal: { id: number; territory: string; today: IsoDate },
): Promise<Map<string, Explanation>> {
  const { rows } = await client.query<RawMeasure>(MEASURES, [goal.id, goal.territory]);
  const parts = await partsOf(client, rows, goal.territory);
  const plan = { rounds: await plannedRounds(client), today: goal.today };
  return new Map(rows.map((measure) => [measure.indicator, recount(measure, recountSeries(measure, parts), plan)]));
}

async function plannedRounds(client: pg.ClientBase): Promise<RoundsByDay> {
  const { rows } = await client.query<{ round: Raw }>(ROUNDS);
  return new RoundsByDay(rows.map(({ round }) => roundOf(round)));
}

function roundOf(row: Raw): RoundContent {
  return present<RoundContent>({
    ...{ period: row['period'], opensOn: row['opens_on'], dueOn: row['due_on'], graceDays: row['grace_days'] },
    ...{ reviewUntil: row['review_until'], publishAt: row['publish_at'], locksOn: row['locks_on'], isCancelled: row['is_cancelled'] },
  });
}

function recount(
  { unmeasured, ...measure }: RawMeasure,
  { rules, observations }: RecountedSeries,
  { rounds, today }: { readonly rounds: RoundsByDay; readonly today: IsoDate },
): Explanation {
  const [definition, target] = [unlessHidden(measure.definition), unlessHidden(measure.target)];
  return assess({
    rules,
    unit: unitOf(definition),
    target: targetOf(target),
    deliberatelyNotMeasured: unmeasured,
    observations: countedSeries(observations, rules).counting,
    perLocality: definition['per_locality'] as string[],
    today,
    lateFrom: (period, own) => rounds.lateFrom(period, own),
  });
}

function targetOf(row: Raw): Target | undefined {
  if (row['kind'] === 'none') return undefined;
  const base = { measure: row['measure'], tolerance: row['tolerance'], decision: row['decision'], isExample: row['is_example'] };
  const from = parsePeriod(String(row['baseline_period']));
  const to = parsePeriod(String(row['final_period']));
  if (row['kind'] === 'band')
    return present<Target>({ ...base, kind: 'band', baselinePeriod: from, finalPeriod: to, low: row['low'], high: row['high'] });
  const milestones = (row['milestones'] as Raw[]).map(({ period, value }): Milestone => ({
    period: parsePeriod(String(period)),
    value: Number(value),
  }));
  const ends = { baseline: { period: from, value: row['baseline_value'] }, final: { period: to, value: row['final_value'] } };
  return present<Target>({ ...base, ...ends, kind: 'point', path: row['path'], milestones });
}

function unitOf(row: Raw): Unit {
  const unit = words(row, 'unit');
  return row['unit_one_sv'] ? { ...unit, one: words(row, 'unit_one') } : unit;
}

import { Injectable } from '@nestjs/common';
import type { SeriesPoint } from '@slusen/contracts';
import {
  isLackingKnown,
  monthsIn,
  parsePeriod,
  periodCadence,
  periodContaining,
  periodPosition,
  PERIODS_BACK,
  type IsoDate,
  type Measure,
  type Target,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { SeriesQuery } from '../observations/series.query.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';
import { RoundMemory } from '../rounds/round-memory.js';
import type { Goal } from '../strategy/strategy.js';
import { GoalDefinitionsQuery, type GoalDefinitions } from './goal-definitions.query.js';
import type { Plan } from './next-expected.js';
import { explainMeasure, followUpGoal, type GoalFollowUp, type MeasureFollowUp } from './goal-follow-up.js';
import { NO_SERIES, publicSeries, type PublicSeries } from './public-series.js';

type Series = ReadonlyMap<number, PublicSeries>;
type Indicators = ReadonlyMap<number, Indicator>;

/** An indicator and how it is measured: by a target, or without one as the first goal that has one does. */
export interface Measured {
  readonly indicator: Indicator;
  readonly target?: Target | undefined;
  readonly measure?: Measure | undefined;
}

/** More months than any calendar has had. */
const EVERYTHING = 120_000;

/** Reads what the goals are measured by and computes how they stand, with a handful of statements for all of them. */
@Injectable()
export class FollowUpQuery {
  constructor(
    private readonly definitions: GoalDefinitionsQuery,
    private readonly series: SeriesQuery,
    private readonly settings: Settings,
    private readonly rounds: RoundMemory,
  ) {}

  /** How each of the goals stands, in their order, with whole series. */
  async ofGoals(goals: readonly Goal[], asOf: AsOf): Promise<GoalFollowUp[]> {
    const definitions = await this.definitions.ofGoals(goals, asOf);
    const [series, plan] = await Promise.all([
      this.whole([...definitions.indicators.keys()], definitions.indicators, asOf),
      this.plan(asOf),
    ]);
    return goals.map((goal) => followUpGoal(goal, factsOf(goal, definitions, series), plan));
  }

  /** The same statuses from the ends of the series only, for lists that show no series. */
  async statusesOfGoals(goals: readonly Goal[], asOf: AsOf): Promise<GoalFollowUp[]> {
    return this.statuses(goals, await this.definitions.ofGoals(goals, asOf), asOf);
  }

  /** The statuses of goals whose definitions (at least theirs) were read before. */
  async statuses(goals: readonly Goal[], definitions: GoalDefinitions, asOf: AsOf): Promise<GoalFollowUp[]> {
    // One after the other: a reading of the past keeps no plan, and would hold two connections at once.
    const plan = await this.plan(asOf);
    const ends = await this.ends(measuredBy(definitions), asOf);
    const followUp = (goal: Goal, series: Series): GoalFollowUp => followUpGoal(goal, factsOf(goal, definitions, series), plan);
    const followUps = goals.map((goal) => followUp(goal, ends));
    const short = shortOf(
      followUps.flatMap(({ measures }) => measures),
      asOf.today,
    );
    if (short.size === 0) return followUps;
    const series = new Map([...ends, ...(await this.whole([...short], definitions.indicators, asOf))]);
    const isShort = ({ measures }: GoalFollowUp): boolean => measures.some(({ indicator }) => short.has(indicator.id));
    return followUps.map((known) => (isShort(known) ? followUp(known.goal, series) : known));
  }

  /** How indicators stand by themselves, in their order: what is said of each where no goal is spoken of. */
  async ofIndicators(wanted: readonly Measured[], asOf: AsOf): Promise<MeasureFollowUp[]> {
    const [ends, plan] = await Promise.all([this.ends(wanted, asOf), this.plan(asOf)]);
    const explain = ({ indicator, measure }: Measured, series: Series): MeasureFollowUp => {
      const facts = { indicator, measure, target: undefined, series: series.get(indicator.id) ?? NO_SERIES };
      return { ...facts, explanation: explainMeasure(facts, undefined, plan) };
    };
    const told = wanted.map((one) => explain(one, ends));
    const short = shortOf(told, asOf.today);
    if (short.size === 0) return told;
    const whole = await this.whole([...short], new Map(wanted.map(({ indicator }) => [indicator.id, indicator])), asOf);
    return told.map((one) => (short.has(one.indicator.id) ? explain(one, whole) : one));
  }

  /** How an indicator would stand against a target, by itself and with its whole series. */
  async against(target: Target, indicator: Indicator, asOf: AsOf): Promise<MeasureFollowUp> {
    const { id } = indicator;
    const [series, plan] = await Promise.all([this.whole([id], new Map([[id, indicator]]), asOf), this.plan(asOf)]);
    const facts = { indicator, target, series: series.get(id) ?? NO_SERIES };
    return { ...facts, explanation: explainMeasure(facts, undefined, plan) };
  }

  /** The rounds and the day by which everything is told. */
  async plan(asOf: AsOf): Promise<Plan> {
    return { rounds: await this.rounds.byDay(asOf), today: asOf.today };
  }

  private async whole(ids: readonly number[], indicators: Indicators, asOf: AsOf): Promise<Series> {
    return seriesOf(await this.series.ofIndicators(ids, this.settings.territory, asOf), indicators);
  }

  /** Of each series as much as most statuses rest on. */
  private async ends(wanted: readonly Measured[], asOf: AsOf): Promise<Series> {
    const months = new Map<number, number>();
    for (const one of wanted) months.set(one.indicator.id, Math.max(months.get(one.indicator.id) ?? 0, monthsBehind(one)));
    const points = await this.series.ends(months, { territory: this.settings.territory, until: lastMonthOver(asOf.today) }, asOf);
    return seriesOf(points, new Map(wanted.map(({ indicator }) => [indicator.id, indicator])));
  }
}

/**
 * How far before a value the sayings about it look: to the same season a year before, both times over twelve months where they are what is
 * measured; and to what may be lacking.
 */
function monthsBehind({ indicator: { rules }, target, measure }: Measured): number {
  // Elections are years apart, so what a value is compared with may lie before any fixed limit.
  if (rules.cadence === 'irregular') return EVERYTHING;
  const isWholeYears = (target?.measure ?? measure) === 'rolling-12-months' || rules.reporting === 'year-to-date';
  return Math.max(isWholeYears ? 25 : 13, PERIODS_BACK * monthsIn(periodCadence(rules.cadence)) + 1);
}

/** The position of the last month that is over. */
function lastMonthOver(today: IsoDate): number {
  return periodPosition(periodContaining(today, 'month')) - 1;
}

/**
 * Whose end of the series was not enough: without an outcome the last real one is told, however long ago it was; one before the latest value
 * was not read back from; and what never came is told of a series that had begun by then.
 */
function shortOf(measures: readonly MeasureFollowUp[], today: IsoDate): Set<number> {
  const until = lastMonthOver(today);
  const isShort = ({ indicator, series: { points, observations }, explanation: { outcome } }: MeasureFollowUp): boolean => {
    if (points.length === 0) return false;
    const [first] = observations;
    if (!outcome || !first || !isLackingKnown(indicator.rules, first.period, today)) return true;
    if (points.length === observations.length) return false;
    const isLater = (position: number): boolean => position <= until && position > periodPosition(outcome.period);
    return points.some(({ period, value }) => value !== undefined && isLater(periodPosition(parsePeriod(period))));
  };
  return new Set(measures.filter(isShort).map(({ indicator }) => indicator.id));
}

/** Each series is read once, though an indicator may measure several goals. */
function seriesOf(points: ReadonlyMap<number, readonly SeriesPoint[]>, indicators: Indicators): Series {
  return new Map(
    [...points].flatMap(([id, own]) => {
      const indicator = indicators.get(id);
      return indicator ? [[id, publicSeries(own, indicator.rules)] as const] : [];
    }),
  );
}

function measuredBy({ targets, indicators }: GoalDefinitions): Measured[] {
  return targets.flatMap(({ indicatorId, target }) => {
    const indicator = indicators.get(indicatorId);
    return indicator ? [{ indicator, target }] : [];
  });
}

function factsOf({ id }: Goal, { targets, indicators }: GoalDefinitions, series: Series) {
  return targets
    .filter(({ goalId }) => goalId === id)
    .flatMap(({ indicatorId, target }) => {
      const indicator = indicators.get(indicatorId);
      return indicator ? [{ indicator, target, series: series.get(indicatorId) ?? NO_SERIES }] : [];
    });
}

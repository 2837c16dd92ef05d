import { Injectable } from '@nestjs/common';
import type { SeriesPoint } from '@slusen/contracts';
import type { Cadence } from '@slusen/domain';
import { observationOf, SeriesQuery } from '../observations/series.query.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';
import type { Goal } from '../strategy/strategy.js';
import type { GoalTarget } from '../targets/target.query.js';
import { GoalDefinitionsQuery, type GoalDefinitions } from './goal-definitions.query.js';
import { followUpGoal, type GoalFollowUp, type PublicSeries } from './goal-follow-up.js';

type Series = ReadonlyMap<number, PublicSeries>;

/** More months than any calendar has had. */
const EVERYTHING = 120_000;
const NOTHING: PublicSeries = { points: [], observations: [] };

/** Reads what the goals are measured by and computes how they stand, with a handful of statements for all of them. */
@Injectable()
export class FollowUpQuery {
  constructor(
    private readonly definitions: GoalDefinitionsQuery,
    private readonly series: SeriesQuery,
    private readonly settings: Settings,
  ) {}

  /** How each of the goals stands, in their order, with whole series. */
  async ofGoals(goals: readonly Goal[], asOf: AsOf): Promise<GoalFollowUp[]> {
    const definitions = await this.definitions.ofGoals(goals, asOf);
    const series = await this.wholeSeries([...definitions.indicators.keys()], asOf);
    return goals.map((goal) => followUpGoal(goal, factsOf(goal, definitions, series), asOf.today));
  }

  /** The same statuses from the ends of the series only, for lists that show no series. */
  async statusesOfGoals(goals: readonly Goal[], asOf: AsOf): Promise<GoalFollowUp[]> {
    return this.statuses(goals, await this.definitions.ofGoals(goals, asOf), asOf);
  }

  /** The statuses of goals whose definitions (at least theirs) were read before. */
  async statuses(goals: readonly Goal[], definitions: GoalDefinitions, asOf: AsOf): Promise<GoalFollowUp[]> {
    const ends = await this.endsOfSeries(definitions, asOf);
    const followUps = goals.map((goal) => followUpGoal(goal, factsOf(goal, definitions, ends), asOf.today));
    // Without an outcome the last real one is told, however long ago it was: those few are read whole and done again.
    const unsure = new Set(followUps.flatMap(({ measures }) => measures.filter(isWithoutOutcome).map(({ indicator }) => indicator.id)));
    if (unsure.size === 0) return followUps;
    const series: Series = new Map([...ends, ...(await this.wholeSeries([...unsure], asOf))]);
    return followUps.map((followUp) =>
      followUp.measures.some(isWithoutOutcome)
        ? followUpGoal(followUp.goal, factsOf(followUp.goal, definitions, series), asOf.today)
        : followUp,
    );
  }

  private async wholeSeries(ids: readonly number[], asOf: AsOf): Promise<Series> {
    return seriesOf(await this.series.ofIndicators(ids, this.settings.territory, asOf));
  }

  private async endsOfSeries({ targets, indicators }: GoalDefinitions, asOf: AsOf): Promise<Series> {
    const months = new Map(
      [...indicators.values()].map(({ id, rules }) => [
        id,
        monthsBehindStatus(
          rules.cadence,
          targets.filter((own) => own.indicatorId === id),
        ),
      ]),
    );
    return seriesOf(await this.series.ends(months, this.settings.territory, asOf));
  }
}

/** How far before a value its status looks: the same season a year before, and where targets are on R12 both times twelve months. */
function monthsBehindStatus(cadence: Cadence, targets: readonly GoalTarget[]): number {
  // Elections are years apart, so what a value is compared with may lie before any fixed limit.
  if (cadence === 'irregular') return EVERYTHING;
  return targets.some(({ target }) => target?.measure === 'rolling-12-months') ? 36 : 13;
}

/** A series as the rules read it, beside the points it came from. */
export function publicSeries(points: readonly SeriesPoint[]): PublicSeries {
  return { points, observations: points.map(observationOf) };
}

/** Each series is read once, though an indicator may measure several goals. */
function seriesOf(points: ReadonlyMap<number, readonly SeriesPoint[]>): Series {
  return new Map([...points].map(([id, own]) => [id, publicSeries(own)]));
}

function isWithoutOutcome({ explanation, series }: GoalFollowUp['measures'][number]): boolean {
  return explanation.outcome === undefined && series.points.length > 0;
}

function factsOf({ id }: Goal, { targets, indicators }: GoalDefinitions, series: Series) {
  return targets
    .filter(({ goalId }) => goalId === id)
    .flatMap(({ indicatorId, target }) => {
      const indicator = indicators.get(indicatorId);
      return indicator ? [{ indicator, target, series: series.get(indicatorId) ?? NOTHING }] : [];
    });
}

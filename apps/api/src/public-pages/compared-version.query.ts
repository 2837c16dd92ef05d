import { Injectable } from '@nestjs/common';
import { endOfStockholmDay, lastDayOf, type ComparedArea, type IsoDate, type VersionContent, type VersionPlace } from '@slusen/domain';
import { GoalDefinitionsQuery, type GoalDefinitions } from '../follow-up/goal-definitions.query.js';
import type { AsOf } from '../platform/as-of.js';
import { ResponsibilityQuery, type GoalRole } from '../strategy/responsibility.query.js';
import { goalsOf, type Goal, type StrategyInForce } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { TargetChangesQuery, type GoalTargetChange } from '../targets/target-changes.query.js';
import type { ReadVersion } from './comparison-view.js';

type Roles = ReadonlyMap<number, readonly GoalRole[]>;

/** An adopted version as it is compared with another. */
@Injectable()
export class ComparedVersionQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly definitions: GoalDefinitionsQuery,
    private readonly responsibilities: ResponsibilityQuery,
    private readonly changes: TargetChangesQuery,
  ) {}

  /** One that has ceased to be in force as it was then, so that what was decided within its time is told from what came with another; else as it is. */
  async read(place: VersionPlace<VersionContent>, asOf: AsOf): Promise<ReadVersion> {
    const readOn = await this.lastDayRecorded(place, asOf);
    return this.readAt(
      { number: place.version.number, readOn },
      readOn === undefined ? asOf : { ...asOf, known: endOfStockholmDay(readOn) },
    );
  }

  /** Undefined also for one that was recorded when it had ceased already: all that is known of it was said afterwards. */
  private async lastDayRecorded(place: VersionPlace<VersionContent>, asOf: AsOf): Promise<IsoDate | undefined> {
    const day = place.state === 'superseded' || place.state === 'ended' ? lastDayOf(place) : undefined;
    if (day === undefined) return undefined;
    const recorded = await this.strategies.versionsAdopted({ ...asOf, known: endOfStockholmDay(day) });
    return recorded.some(({ number }) => number === place.version.number) ? day : undefined;
  }

  private async readAt({ number, readOn }: { number: number; readOn: IsoDate | undefined }, asOf: AsOf): Promise<ReadVersion> {
    const strategy = await this.strategies.version(number, asOf);
    const goals = goalsOf(strategy);
    const ids = goals.map(({ id }) => id);
    const [definitions, roles, changes] = await Promise.all([
      this.definitions.ofGoals(goals, asOf),
      this.responsibilities.ofGoals(ids, asOf),
      this.changes.ofGoals(ids, asOf),
    ]);
    const { name, purpose, ...decided } = strategy.decision;
    return {
      side: { decided, readOn },
      says: { name, purpose, areas: areasOf(strategy, definitions, roles) },
      actors: new Map([...roles.values()].flat().map(({ actor }) => [actor.slug, actor.name])),
      indicators: new Map(
        [...definitions.indicators.values()].map(({ slug, name: called, unit, rules }) => [slug, { ...rules, name: called, unit }]),
      ),
      changesOf: changesIn(goals, definitions, changes),
    };
  }
}

function changesIn(
  goals: readonly Goal[],
  { indicators }: GoalDefinitions,
  changes: readonly GoalTargetChange[],
): ReadVersion['changesOf'] {
  const ids = new Map(goals.map(({ id, slug }) => [slug, id]));
  return (goal, indicator) =>
    changes.filter(({ goalId, indicatorId }) => goalId === ids.get(goal) && indicators.get(indicatorId)?.slug === indicator);
}

function areasOf({ areas }: StrategyInForce, definitions: GoalDefinitions, roles: Roles): ComparedArea[] {
  return areas.map(({ goals, ...words }) => ({ ...words, goals: goals.map((goal) => goalOf(goal, definitions, roles)) }));
}

function goalOf(
  { id, slug, name, description, deliberatelyNotMeasured }: Goal,
  { targets, indicators }: GoalDefinitions,
  roles: Roles,
): ComparedArea['goals'][number] {
  const measures = targets
    .filter(({ goalId }) => goalId === id)
    .flatMap(({ indicatorId, target }) => {
      const indicator = indicators.get(indicatorId)?.slug;
      return indicator ? [{ indicator, target }] : [];
    });
  const held = (roles.get(id) ?? []).map(({ actor, role, note }) => ({ actor: actor.slug, role, note }));
  return { slug, name, description, deliberatelyNotMeasured, roles: held, measures };
}

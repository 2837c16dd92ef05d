import { Injectable } from '@nestjs/common';
import { DomainError, type AreaNames, type GoalNames, type StrategyNames, type VersionContent } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { asKnown, type AsOf } from '../platform/as-of.js';
import { latestRevision, type Revised } from '../platform/revisions.js';
import { AreaRevisionRow } from './area-revision.row.js';
import { AreaRow } from './area.row.js';
import { GoalRevisionRow } from './goal-revision.row.js';
import { GoalRow } from './goal.row.js';
import * as columns from './strategy-columns.js';
import { StrategyRevisionRow } from './strategy-revision.row.js';
import { StrategyVersionRevisionRow } from './strategy-version-revision.row.js';
import { StrategyVersionRow } from './strategy-version.row.js';
import { StrategyRow } from './strategy.row.js';

/** A goal as it is now, with the area it belongs to. */
export interface KnownGoal extends Revised<GoalNames> {
  readonly area: string;
  /** What was adopted changes only by a decision. */
  readonly isAdopted: boolean;
}

const GOAL_IN_FORCE = `
  select a.id as area_id, a.slug as area from goal g join area a on a.id = g.area_id
   where g.slug = $2 and a.strategy_version_id = (
     select v.id from ${asKnown('strategy_version')} v where v.valid_from <= $1 and (v.valid_to is null or v.valid_to >= $1)
      order by v.valid_from desc, v.number desc, v.id desc limit 1)`;

/** Strategies, versions, areas and goals as what they say, and back to rows. */
@Injectable()
export class StrategyRepository {
  /** The strategy of this installation; it holds one. */
  async strategy(manager: EntityManager): Promise<Revised<StrategyNames> | undefined> {
    const [head] = await manager.find(StrategyRow, { order: { id: 'asc' }, take: 1 });
    const row = head && (await latestRevision(manager, StrategyRevisionRow, { strategyId: head.id }));
    return head && row && { id: head.id, revision: row.revision, content: columns.strategyOf(row, head.slug) };
  }

  async version(manager: EntityManager, strategyId: number, number: number): Promise<Revised<VersionContent> | undefined> {
    const head = await manager.findOneBy(StrategyVersionRow, { strategyId, number });
    const row = head && (await latestRevision(manager, StrategyVersionRevisionRow, { strategyVersionId: head.id }));
    return head && row ? { id: head.id, revision: row.revision, content: columns.versionOf(row, number) } : undefined;
  }

  async areas(manager: EntityManager, strategyVersionId: number): Promise<Revised<AreaNames>[]> {
    const found: Revised<AreaNames>[] = [];
    for (const { id, slug } of await manager.find(AreaRow, { where: { strategyVersionId }, order: { id: 'asc' } })) {
      const row = await latestRevision(manager, AreaRevisionRow, { areaId: id });
      if (row) found.push({ id, revision: row.revision, content: columns.areaOf(row, slug) });
    }
    return found;
  }

  /** The goals of an area, which are adopted as soon as they are there. */
  async goals(manager: EntityManager, { id: areaId, slug: area }: { readonly id: number; readonly slug: string }): Promise<KnownGoal[]> {
    const found: KnownGoal[] = [];
    for (const { id, slug } of await manager.find(GoalRow, { where: { areaId }, order: { id: 'asc' } })) {
      const row = await latestRevision(manager, GoalRevisionRow, { goalId: id });
      if (row) found.push({ id, area, isAdopted: true, revision: row.revision, content: columns.goalOf(row, slug) });
    }
    return found;
  }

  /** A goal of the version in force. Throws `goal.not-found`. */
  async goalInForce(manager: EntityManager, slug: string, { today }: AsOf): Promise<KnownGoal> {
    const [found] = await manager.query<{ area_id: number; area: string }[]>(GOAL_IN_FORCE, [today, slug]);
    const goals = found ? await this.goals(manager, { id: found.area_id, slug: found.area }) : [];
    const goal = goals.find(({ content }) => content.slug === slug);
    if (!goal) throw new DomainError('goal.not-found', { goal: slug });
    return goal;
  }

  async insertStrategy(manager: EntityManager, slug: string): Promise<number> {
    return idOf(await manager.insert(StrategyRow, { slug }));
  }

  async insertVersion(manager: EntityManager, strategyId: number, number: number): Promise<number> {
    return idOf(await manager.insert(StrategyVersionRow, { strategyId, number }));
  }

  async insertArea(manager: EntityManager, strategyVersionId: number, slug: string): Promise<number> {
    return idOf(await manager.insert(AreaRow, { strategyVersionId, slug }));
  }

  async insertGoal(manager: EntityManager, areaId: number, slug: string): Promise<number> {
    return idOf(await manager.insert(GoalRow, { areaId, slug }));
  }

  async insertStrategyRevision(
    manager: EntityManager,
    { id, revision, content }: Revised<StrategyNames>,
    why: ChangeColumns,
  ): Promise<void> {
    await manager.insert(StrategyRevisionRow, { strategyId: id, revision, ...columns.strategyColumns(content), ...why });
  }

  async insertVersionRevision(
    manager: EntityManager,
    { id, revision, content }: Revised<VersionContent>,
    why: ChangeColumns,
  ): Promise<void> {
    await manager.insert(StrategyVersionRevisionRow, { strategyVersionId: id, revision, ...columns.versionColumns(content), ...why });
  }

  async insertAreaRevision(manager: EntityManager, { id, revision, content }: Revised<AreaNames>, why: ChangeColumns): Promise<void> {
    await manager.insert(AreaRevisionRow, { areaId: id, revision, ...columns.areaColumns(content), ...why });
  }

  async insertGoalRevision(manager: EntityManager, { id, revision, content }: Revised<GoalNames>, why: ChangeColumns): Promise<void> {
    await manager.insert(GoalRevisionRow, { goalId: id, revision, ...columns.goalColumns(content), ...why });
  }
}

function idOf({ identifiers }: { readonly identifiers: readonly object[] }): number {
  return Number((identifiers[0] as { id?: number } | undefined)?.id);
}

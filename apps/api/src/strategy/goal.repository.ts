import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, type AreaNames, type GoalNames, type IsoDate } from '@slusen/domain';
import { In, MoreThanOrEqual, type FindOptionsWhere, type Repository } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { insertedId } from '../platform/inserted-id.js';
import { latest, type Revised } from '../platform/revisions.js';
import { AreaRevisionRow } from './area-revision.row.js';
import { AreaRow } from './area.row.js';
import { GoalRevisionRow } from './goal-revision.row.js';
import { GoalRow } from './goal.row.js';
import * as columns from './strategy-columns.js';
import { StrategyVersionRevisionRow } from './strategy-version-revision.row.js';
import { versionInForce } from './version-in-force.js';

/** A goal as it is now, with the area it belongs to. */
export interface KnownGoal extends Revised<GoalNames> {
  readonly area: string;
  /** What was adopted changes only by a decision. */
  readonly isAdopted: boolean;
}

/** The areas and goals of a version as what they say, and back to rows. */
@Injectable()
export class GoalRepository {
  constructor(
    @InjectRepository(AreaRow) private readonly areaRows: Repository<AreaRow>,
    @InjectRepository(AreaRevisionRow) private readonly areaRevisions: Repository<AreaRevisionRow>,
    @InjectRepository(GoalRow) private readonly goalRows: Repository<GoalRow>,
    @InjectRepository(GoalRevisionRow) private readonly goalRevisions: Repository<GoalRevisionRow>,
    @InjectRepository(StrategyVersionRevisionRow) private readonly versions: Repository<StrategyVersionRevisionRow>,
  ) {}

  async areas(strategyVersionId: number): Promise<Revised<AreaNames>[]> {
    const rows = await this.areaRevisions.find({
      where: { area: { strategyVersionId }, revision: latest(this.areaRevisions) },
      relations: { area: true },
      order: { areaId: 'ASC' },
    });
    return rows.map((row) => ({ id: row.areaId, revision: row.revision, content: columns.areaOf(row, related(row.area).slug) }));
  }

  /** The goals of a version, which are adopted as soon as they are there. */
  ofVersion(strategyVersionId: number): Promise<KnownGoal[]> {
    return this.goals({ area: { strategyVersionId } });
  }

  /** The goals of the version in force and of those that were adopted to follow it; what went before stays as it was. */
  async standing(today: IsoDate): Promise<KnownGoal[]> {
    const asOf = { today, known: undefined };
    const from = (await versionInForce(this.versions, asOf))?.validFrom ?? today;
    const versions = await this.versions.findBy({ revision: latest(this.versions), validFrom: MoreThanOrEqual(from) });
    return this.goals({ area: { strategyVersionId: In(versions.map(({ strategyVersionId }) => strategyVersionId)) } });
  }

  /** A goal of the version in force. Throws `goal.not-found`. */
  async inForce(slug: string, { today }: AsOf): Promise<KnownGoal> {
    const version = await versionInForce(this.versions, { today, known: undefined });
    const [goal] = version ? await this.goals({ slug, area: { strategyVersionId: version.strategyVersionId } }) : [];
    if (!goal) throw new DomainError('goal.not-found', { goal: slug });
    return goal;
  }

  async insertArea(strategyVersionId: number, slug: string): Promise<number> {
    return insertedId(await this.areaRows.insert({ strategyVersionId, slug }));
  }

  async insertGoal(areaId: number, slug: string): Promise<number> {
    return insertedId(await this.goalRows.insert({ areaId, slug }));
  }

  async insertAreaRevision({ id, revision, content }: Revised<AreaNames>, why: ChangeColumns): Promise<void> {
    await this.areaRevisions.insert({ areaId: id, revision, ...columns.areaColumns(content), ...why });
  }

  async insertGoalRevision({ id, revision, content }: Revised<GoalNames>, why: ChangeColumns): Promise<void> {
    await this.goalRevisions.insert({ goalId: id, revision, ...columns.goalColumns(content), ...why });
  }

  private async goals(which: FindOptionsWhere<GoalRow>): Promise<KnownGoal[]> {
    const rows = await this.goalRevisions.find({
      where: { goal: which, revision: latest(this.goalRevisions) },
      relations: { goal: { area: true } },
      order: { goalId: 'ASC' },
    });
    return rows.map((row) => {
      const goal = related(row.goal);
      const { goalId: id, revision } = row;
      return { id, revision, content: columns.goalOf(row, goal.slug), area: related(goal.area).slug, isAdopted: true };
    });
  }
}

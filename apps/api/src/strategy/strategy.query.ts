import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, type Localized, type VersionContent } from '@slusen/domain';
import { In, type Repository } from 'typeorm';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { localizedOf } from '../platform/localized-of.js';
import { latest } from '../platform/revisions.js';
import { AreaRevisionRow } from './area-revision.row.js';
import { GoalRevisionRow } from './goal-revision.row.js';
import * as columns from './strategy-columns.js';
import { StrategyRevisionRow } from './strategy-revision.row.js';
import { StrategyVersionRevisionRow } from './strategy-version-revision.row.js';
import type { Area, Goal, StrategyDecision, StrategyInForce } from './strategy.js';
import { versionInForce } from './version-in-force.js';

/** Reads the strategy that is in force. */
@Injectable()
export class StrategyQuery {
  constructor(
    @InjectRepository(StrategyVersionRevisionRow) private readonly versions: Repository<StrategyVersionRevisionRow>,
    @InjectRepository(StrategyRevisionRow) private readonly strategies: Repository<StrategyRevisionRow>,
    @InjectRepository(AreaRevisionRow) private readonly areas: Repository<AreaRevisionRow>,
    @InjectRepository(GoalRevisionRow) private readonly goals: Repository<GoalRevisionRow>,
  ) {}

  /** The latest version valid at the moment; throws `strategy.not-found` when there was none. */
  async inForce(asOf: AsOf): Promise<StrategyInForce> {
    const strategy = await this.current(asOf);
    if (!strategy) throw new DomainError('strategy.not-found', { today: asOf.today });
    return strategy;
  }

  /** The same, or undefined: figures can be read before there is any strategy. */
  async current(asOf: AsOf): Promise<StrategyInForce | undefined> {
    const version = await versionInForce(this.versions, asOf);
    return version && this.whole(version, asOf);
  }

  /** Every version that was adopted by the moment, in the order of their numbers: what each says of itself. */
  async versionsAdopted(asOf: AsOf): Promise<VersionContent[]> {
    const rows = await this.versions.find({
      where: { revision: latest(this.versions, asOf) },
      relations: { strategyVersion: true },
      order: { strategyVersion: { number: 'ASC' } },
    });
    return rows.map((row) => columns.versionOf(row, related(row.strategyVersion).number));
  }

  /** One of them as a whole, whether it is in force or not; throws `version.not-found`. */
  async version(number: number, asOf: AsOf): Promise<StrategyInForce> {
    const version = await this.versions.findOne({
      where: { strategyVersion: { number }, revision: latest(this.versions, asOf) },
      relations: { strategyVersion: true },
    });
    if (!version) throw new DomainError('version.not-found', { version: number });
    return this.whole(version, asOf);
  }

  /** What goals are called, by their ids, whichever version they are of. */
  async goalNames(goalIds: readonly number[], asOf: AsOf): Promise<Map<number, Localized>> {
    const rows = await this.goals.findBy({ goalId: In([...goalIds]), revision: latest(this.goals, asOf) });
    return new Map(rows.map(({ goalId, nameSv, nameEn }) => [goalId, localizedOf(nameSv, nameEn)]));
  }

  private async whole(version: StrategyVersionRevisionRow, asOf: AsOf): Promise<StrategyInForce> {
    const { strategyVersionId, isExample } = version;
    const [strategy, areas] = await Promise.all([
      this.strategies.findOneBy({
        strategyId: related(version.strategyVersion).strategyId,
        revision: latest(this.strategies, asOf),
      }),
      this.areasOf(strategyVersionId, asOf),
    ]);
    return { decision: decisionOf(version, related(strategy)), isExample, areas };
  }

  private async areasOf(strategyVersionId: number, asOf: AsOf): Promise<Area[]> {
    const [areas, goals] = await Promise.all([
      this.areas.find({
        where: { area: { strategyVersionId }, revision: latest(this.areas, asOf) },
        relations: { area: true },
        order: { position: 'ASC', areaId: 'ASC' },
      }),
      this.goals.find({
        where: { goal: { area: { strategyVersionId } }, revision: latest(this.goals, asOf) },
        relations: { goal: true },
        order: { position: 'ASC', goalId: 'ASC' },
      }),
    ]);
    return areas.map((area) =>
      areaOf(
        area,
        goals.filter(({ goal }) => related(goal).areaId === area.areaId),
      ),
    );
  }
}

function decisionOf(version: StrategyVersionRevisionRow, strategy: StrategyRevisionRow): StrategyDecision {
  const { number, body, decidedOn, decidedOnText, paragraph, dnr } = columns.versionOf(version, related(version.strategyVersion).number);
  const name = localizedOf(strategy.nameSv, strategy.nameEn);
  const purpose = localizedOf(strategy.purposeSv, strategy.purposeEn);
  return { name, purpose, version: number, body, decidedOn, decidedOnText, paragraph, dnr };
}

function areaOf(row: AreaRevisionRow, goals: readonly GoalRevisionRow[]): Area {
  const { slug, name, shortName, description } = columns.areaOf(row, related(row.area).slug);
  return { slug, name, shortName, description, goals: goals.map((goal) => goalOf(goal, { slug, name: shortName })) };
}

function goalOf(row: GoalRevisionRow, area: Goal['area']): Goal {
  const { slug, name, description, deliberatelyNotMeasured, isExample } = columns.goalOf(row, related(row.goal).slug);
  return { id: row.goalId, slug, name, description, area, deliberatelyNotMeasured, isExample };
}

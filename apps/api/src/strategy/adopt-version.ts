import { Injectable } from '@nestjs/common';
import { DomainError, versionFaults, type AreaContent, type AreaNames, type StrategyNames, type VersionContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { requireSound } from '../platform/invalid-input.js';
import { nextRevision, type Revised } from '../platform/revisions.js';
import { GoalRepository, type KnownGoal } from './goal.repository.js';
import { StrategyRepository } from './strategy.repository.js';

/** A version that a body decided, with the areas and goals it consists of. */
export interface AdoptedVersion {
  readonly strategy: StrategyNames;
  readonly version: VersionContent;
  readonly areas: readonly AreaContent[];
}

/** Takes in a version that was decided. From then on it changes only by another decision. */
@Injectable()
export class AdoptVersion {
  constructor(
    private readonly permissions: Permissions,
    private readonly strategies: StrategyRepository,
    private readonly goals: GoalRepository,
  ) {}

  /**
   * Returns its goals, to which roles and targets can be given as part of the same decision. Throws `strategy.another`, since an installation
   * holds one strategy and pages show the one in force, `strategy.version-exists`, and InvalidInput for one that is wrong in itself.
   */
  async adopt(amendment: Amendment, { strategy, version, areas }: AdoptedVersion): Promise<KnownGoal[]> {
    const { by } = amendment;
    this.permissions.require(by, 'strategy.adopt');
    const there = await this.strategies.strategy();
    if (there && there.content.slug !== strategy.slug)
      throw new DomainError('strategy.another', { there: there.content.slug, file: strategy.slug });
    const strategyId = there?.id ?? (await this.addStrategy(amendment, strategy));
    if (await this.strategies.version(strategyId, version.number))
      throw new DomainError('strategy.version-exists', { version: version.number });
    requireSound(versionFaults({ version, areas }));
    amendment.permits(added('version', `Version ${version.number}`));
    const id = await this.strategies.insertVersion(strategyId, version.number);
    await this.strategies.insertVersionRevision({ id, revision: nextRevision(), content: version }, amendment.columns('nothing'));
    const goals: KnownGoal[] = [];
    for (const [position, area] of areas.entries()) {
      const content = { slug: area.slug, name: area.name, shortName: area.shortName, description: area.description, position };
      goals.push(...(await this.addGoals(amendment, area, await this.addArea(amendment, id, content))));
    }
    return goals;
  }

  private async addStrategy(amendment: Amendment, content: StrategyNames): Promise<number> {
    amendment.permits(added('strategy', content.name.sv));
    const id = await this.strategies.insertStrategy(content.slug);
    await this.strategies.insertStrategyRevision({ id, revision: nextRevision(), content }, amendment.columns('nothing'));
    return id;
  }

  private async addArea(amendment: Amendment, versionId: number, content: AreaNames): Promise<Revised<AreaNames>> {
    amendment.permits(added('area', content.name.sv));
    const area = { id: await this.goals.insertArea(versionId, content.slug), revision: nextRevision(), content };
    await this.goals.insertAreaRevision(area, amendment.columns('nothing'));
    return area;
  }

  private async addGoals(amendment: Amendment, { goals }: AreaContent, area: Revised<AreaNames>): Promise<KnownGoal[]> {
    const known: KnownGoal[] = [];
    for (const [position, { slug, name, description, deliberatelyNotMeasured, isExample }] of goals.entries()) {
      amendment.permits(added('goal', name.sv));
      const content = { slug, name, description, deliberatelyNotMeasured, isExample, position };
      const id = await this.goals.insertGoal(area.id, slug);
      await this.goals.insertGoalRevision({ id, revision: nextRevision(), content }, amendment.columns('nothing'));
      known.push({ id, revision: nextRevision(), content, area: area.content.slug, isAdopted: false });
    }
    return known;
  }
}

const added = (kind: 'strategy' | 'version' | 'area' | 'goal', subject: string) =>
  ({ kind, subject, isNew: true, need: 'nothing', differences: [] }) as const;

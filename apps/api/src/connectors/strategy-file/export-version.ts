import { Injectable } from '@nestjs/common';
import type { StrategyFile, StrategyFileGoal } from '@slusen/contracts';
import { DomainError, type IsoDate, type Measuring, type VersionContent } from '@slusen/domain';
import { ActionRepository, type NamedAction } from '../../cooperation/action.repository.js';
import type { Revised } from '../../platform/revisions.js';
import { GoalRepository, type KnownGoal } from '../../strategy/goal.repository.js';
import { RoleRepository } from '../../strategy/role.repository.js';
import { StrategyRepository } from '../../strategy/strategy.repository.js';
import { TargetRepository } from '../../targets/target.repository.js';

/** What a version consists of, as its file says it. */
export type ExportedVersion = Pick<StrategyFile, 'strategy' | 'version' | 'areas'>;

/** A version of the strategy as it stands now, back to what its file would say. */
@Injectable()
export class ExportVersion {
  constructor(
    private readonly strategies: StrategyRepository,
    private readonly goals: GoalRepository,
    private readonly roles: RoleRepository,
    private readonly targets: TargetRepository,
    private readonly actions: ActionRepository,
  ) {}

  /** The version of a number, or the latest that has begun; undefined where there is no strategy yet. Throws `version.not-found`. */
  async export({ number, today }: { readonly number?: number | undefined; readonly today: IsoDate }): Promise<ExportedVersion | undefined> {
    const strategy = await this.strategies.strategy();
    if (!strategy) return undefined;
    const version = chosen(await this.strategies.allVersions(strategy.id), number, today);
    if (!version) throw new DomainError('version.not-found', { version: number ?? 1 });
    return { strategy: strategy.content, version: version.content, areas: await this.areas(version.id) };
  }

  private async areas(versionId: number): Promise<StrategyFile['areas']> {
    const areas = inOrder(await this.goals.areas(versionId));
    const goals = inOrder(await this.goals.ofVersion(versionId));
    return Promise.all(
      areas.map(async ({ content: { position: _, ...names } }) => {
        const own = goals.filter(({ area }) => area === names.slug);
        return { ...names, goals: await Promise.all(own.map((goal) => this.goal(goal))) };
      }),
    );
  }

  private async goal({ id, content: { position: _, ...names } }: KnownGoal): Promise<StrategyFileGoal> {
    const [roles, measured] = await Promise.all([this.roles.ofGoal(id), this.targets.ofGoal(id)]);
    const actions = await this.actions.ofGoal(names.slug);
    return {
      ...names,
      roles: roles.filter(({ isWithdrawn }) => !isWithdrawn).map(({ content }) => content),
      targets: measured.flatMap(targetOf),
      indicatorsWithoutTarget: measured.flatMap(({ kind, indicator }) => (kind === 'none' ? [indicator] : [])),
      ...(actions.length > 0 ? { actions: actions.map(actionOf) } : {}),
    };
  }
}

function actionOf({ goal: _, ...action }: NamedAction): NonNullable<StrategyFileGoal['actions']>[number] {
  return { ...action, partners: [...action.partners] };
}

function targetOf(measuring: Measuring): StrategyFileGoal['targets'] {
  if (measuring.kind === 'point') return [{ ...measuring, milestones: [...measuring.milestones] }];
  return measuring.kind === 'band' ? [measuring] : [];
}

function chosen(
  versions: readonly Revised<VersionContent>[],
  number: number | undefined,
  today: IsoDate,
): Revised<VersionContent> | undefined {
  if (number !== undefined) return versions.find(({ content }) => content.number === number);
  const byBeginning = [...versions].sort((a, b) => a.content.validFrom.localeCompare(b.content.validFrom));
  return byBeginning.findLast(({ content }) => content.validFrom <= today) ?? byBeginning[0];
}

function inOrder<Thing extends { readonly content: { readonly position: number } }>(things: readonly Thing[]): Thing[] {
  return [...things].sort((a, b) => a.content.position - b.content.position);
}

import { Injectable } from '@nestjs/common';
import {
  AREA_WORDING,
  differencesOf,
  GOAL_WORDING,
  STRATEGY_WORDING,
  VERSION_WORDING,
  type AreaNames,
  type Change,
  type ChangeKind,
  type GoalNames,
  type StrategyNames,
  type VersionContent,
  type Wording,
} from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import type { Revised } from '../platform/revisions.js';
import { GoalRepository, type KnownGoal } from './goal.repository.js';
import { StrategyRepository } from './strategy.repository.js';

/** Words something of an adopted strategy otherwise, for a reason and by a decision; what it consists of stays. */
@Injectable()
export class ReviseStrategy {
  constructor(
    private readonly permissions: Permissions,
    private readonly strategies: StrategyRepository,
    private readonly goals: GoalRepository,
  ) {}

  async names(amendment: Amendment, there: Revised<StrategyNames>, content: StrategyNames): Promise<void> {
    const change = this.change(amendment, { kind: 'strategy', subject: 'Strategin', wording: STRATEGY_WORDING }, [there.content, content]);
    if (amendment.permits(change)) await this.strategies.insertStrategyRevision(next(there, content), amendment.columns('decision'));
  }

  async version(amendment: Amendment, there: Revised<VersionContent>, content: VersionContent): Promise<void> {
    const subject = `Beslutet om version ${content.number}`;
    const change = this.change(amendment, { kind: 'version', subject, wording: VERSION_WORDING }, [there.content, content]);
    if (amendment.permits(change)) await this.strategies.insertVersionRevision(next(there, content), amendment.columns('decision'));
  }

  async area(amendment: Amendment, there: Revised<AreaNames>, content: AreaNames): Promise<void> {
    const subject = `Området ${there.content.name.sv}`;
    const change = this.change(amendment, { kind: 'area', subject, wording: AREA_WORDING }, [there.content, content]);
    if (amendment.permits(change)) await this.goals.insertAreaRevision(next(there, content), amendment.columns('decision'));
  }

  async goal(amendment: Amendment, there: KnownGoal, content: GoalNames): Promise<void> {
    const subject = `Målet ${there.content.name.sv}`;
    const change = this.change(amendment, { kind: 'goal', subject, wording: GOAL_WORDING }, [there.content, content]);
    if (amendment.permits(change)) await this.goals.insertGoalRevision(next(there, content), amendment.columns('decision'));
  }

  private change<Content>(
    { by }: Amendment,
    { kind, subject, wording }: { kind: ChangeKind; subject: string; wording: Wording<Content> },
    contents: readonly [before: Content, after: Content],
  ): Change {
    this.permissions.require(by, 'strategy.adopt');
    return { kind, subject, need: 'decision', differences: differencesOf(wording, contents) };
  }
}

function next<Content>({ id, revision }: Revised<Content>, content: Content): Revised<Content> {
  return { id, revision: revision + 1, content };
}

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
import { nextRevision, requireLatest, type Revised } from '../platform/revisions.js';
import { GoalRepository } from './goal.repository.js';
import { StrategyRepository } from './strategy.repository.js';

/** How something that was adopted is worded otherwise. */
export interface Rewording<Content> {
  /** As it is now, read under the lock of the amendment. */
  readonly there: Revised<Content>;
  readonly content: Content;
  /** The revision that it was made from; undefined when whoever changes it has just read the latest. */
  readonly expected?: number | undefined;
}

/** Words something of an adopted strategy otherwise, for a reason and by a decision; what it consists of stays. Each throws `revision.stale`. */
@Injectable()
export class ReviseStrategy {
  constructor(
    private readonly permissions: Permissions,
    private readonly strategies: StrategyRepository,
    private readonly goals: GoalRepository,
  ) {}

  async names(amendment: Amendment, order: Rewording<StrategyNames>): Promise<void> {
    const change = this.change(amendment, { kind: 'strategy', subject: 'Strategin', wording: STRATEGY_WORDING }, order);
    if (amendment.permits(change)) await this.strategies.insertStrategyRevision(next(order), amendment.columns('decision'));
  }

  async version(amendment: Amendment, order: Rewording<VersionContent>): Promise<void> {
    const subject = `Beslutet om version ${order.content.number}`;
    const change = this.change(amendment, { kind: 'version', subject, wording: VERSION_WORDING }, order);
    if (amendment.permits(change)) await this.strategies.insertVersionRevision(next(order), amendment.columns('decision'));
  }

  async area(amendment: Amendment, order: Rewording<AreaNames>): Promise<void> {
    const subject = `Området ${order.there.content.name.sv}`;
    const change = this.change(amendment, { kind: 'area', subject, wording: AREA_WORDING }, order);
    if (amendment.permits(change)) await this.goals.insertAreaRevision(next(order), amendment.columns('decision'));
  }

  async goal(amendment: Amendment, order: Rewording<GoalNames>): Promise<void> {
    const subject = `Målet ${order.there.content.name.sv}`;
    const change = this.change(amendment, { kind: 'goal', subject, wording: GOAL_WORDING }, order);
    if (amendment.permits(change)) await this.goals.insertGoalRevision(next(order), amendment.columns('decision'));
  }

  private change<Content>(
    { by }: Amendment,
    { kind, subject, wording }: { kind: ChangeKind; subject: string; wording: Wording<Content> },
    { there, content, expected }: Rewording<Content>,
  ): Change {
    this.permissions.require(by, 'strategy.adopt');
    requireLatest(there.revision, expected);
    return { kind, subject, need: 'decision', differences: differencesOf(wording, [there.content, content]) };
  }
}

function next<Content>({ there, content }: Rewording<Content>): Revised<Content> {
  return { id: there.id, revision: nextRevision(there), content };
}

import { Injectable } from '@nestjs/common';
import { differencesOf, DomainError, ROLE_WORDING, type RoleContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { nextRevision, requireLatest } from '../platform/revisions.js';
import { RoleRepository, type KnownRole } from './role.repository.js';
import type { KnownGoal } from './goal.repository.js';

/** Which role an actor has in which goal. */
export interface RoleOrder {
  readonly goal: KnownGoal;
  readonly role: RoleContent;
  /** The revision of the role that it was made from (0: the actor never had it); undefined when whoever gives has just read the latest. */
  readonly expected?: number | undefined;
}

/** Gives an actor a role for a goal, or takes it back; for a goal that is adopted by a decision. */
@Injectable()
export class GiveRole {
  constructor(
    private readonly permissions: Permissions,
    private readonly organisation: OrganisationRepository,
    private readonly roles: RoleRepository,
  ) {}

  /** Throws `actor.not-found`, `actor.ended`, `revision.stale`. */
  async give(amendment: Amendment, order: RoleOrder): Promise<void> {
    await this.set(amendment, order, false);
  }

  /** A role that the actor does not have stays as it is. Throws `actor.not-found`, `revision.stale`. */
  async withdraw(amendment: Amendment, order: RoleOrder): Promise<void> {
    await this.set(amendment, order, true);
  }

  private async set(amendment: Amendment, { goal, role, expected }: RoleOrder, isWithdrawn: boolean): Promise<void> {
    const { by } = amendment;
    this.permissions.require(by, 'role.give');
    const actor = await this.organisation.actor(role.actor);
    if (!actor) throw new DomainError('actor.not-found', { actor: role.actor });
    const there = (await this.roles.ofGoal(goal.id)).find(({ content }) => content.actor === role.actor && content.role === role.role);
    requireLatest(there?.revision ?? 0, expected);
    const [before, after] = [there?.isWithdrawn ? undefined : there?.content, isWithdrawn ? undefined : role];
    const differences = differencesOf(ROLE_WORDING, [before, after]);
    if (differences.length === 0) return;
    if (before === undefined && (await this.organisation.hasEnded(actor.id))) throw new DomainError('actor.ended', { actor: role.actor });
    const change = {
      kind: 'role',
      subject: `Målet ${goal.content.name.sv}, ${actor.content.name.sv}`,
      isNew: before === undefined,
      need: goal.isAdopted ? 'decision' : 'nothing',
      differences: goal.isAdopted ? differences : [],
    } as const;
    if (!amendment.permits(change)) return;
    const next: KnownRole = { revision: nextRevision(there), isWithdrawn, content: after ?? there?.content ?? role };
    await this.roles.insert({ goalId: goal.id, actorId: actor.id }, { ...next, why: amendment.columns(change.need) });
  }
}

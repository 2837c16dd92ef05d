import { Injectable } from '@nestjs/common';
import { differencesOf, DomainError, ROLE_WORDING, type RoleContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { RoleRepository, type KnownRole } from './role.repository.js';
import type { KnownGoal } from './goal.repository.js';

/** Gives an actor a role for a goal, or takes it back; for a goal that is adopted by a decision. */
@Injectable()
export class GiveRole {
  constructor(
    private readonly permissions: Permissions,
    private readonly organisation: OrganisationRepository,
    private readonly roles: RoleRepository,
  ) {}

  /** Throws `actor.not-found`. */
  async give(amendment: Amendment, goal: KnownGoal, role: RoleContent): Promise<void> {
    await this.set(amendment, goal, { role, isWithdrawn: false });
  }

  /** A role that the actor does not have stays as it is. Throws `actor.not-found`. */
  async withdraw(amendment: Amendment, goal: KnownGoal, role: RoleContent): Promise<void> {
    await this.set(amendment, goal, { role, isWithdrawn: true });
  }

  private async set(
    amendment: Amendment,
    goal: KnownGoal,
    { role, isWithdrawn }: { role: RoleContent; isWithdrawn: boolean },
  ): Promise<void> {
    const { by } = amendment;
    this.permissions.require(by, 'role.give');
    const actor = await this.organisation.actor(role.actor);
    if (!actor) throw new DomainError('actor.not-found', { actor: role.actor });
    const there = (await this.roles.ofGoal(goal.id)).find(({ content }) => content.actor === role.actor && content.role === role.role);
    const [before, after] = [there?.isWithdrawn ? undefined : there?.content, isWithdrawn ? undefined : role];
    const differences = differencesOf(ROLE_WORDING, [before, after]);
    if (differences.length === 0) return;
    const change = {
      kind: 'role',
      subject: `Målet ${goal.content.name.sv}, ${actor.content.name.sv}`,
      isNew: before === undefined,
      need: goal.isAdopted ? 'decision' : 'nothing',
      differences: goal.isAdopted ? differences : [],
    } as const;
    if (!amendment.permits(change)) return;
    const next: KnownRole = { revision: (there?.revision ?? 0) + 1, isWithdrawn, content: after ?? there?.content ?? role };
    await this.roles.insert({ goalId: goal.id, actorId: actor.id }, { ...next, why: amendment.columns(change.need) });
  }
}

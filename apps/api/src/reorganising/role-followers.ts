import { Injectable } from '@nestjs/common';
import { actorRoleWord } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { GiveRole } from '../strategy/give-role.js';
import { GoalRepository, type KnownGoal } from '../strategy/goal.repository.js';
import { RoleRepository, type KnownRole } from '../strategy/role.repository.js';
import { nameWith, type Follower, type FollowerSource } from './follower.js';

/** Roles in the goals that are in force or were adopted to be. */
@Injectable()
export class RoleFollowers implements FollowerSource {
  constructor(
    private readonly goals: GoalRepository,
    private readonly roles: RoleRepository,
    private readonly giveRole: GiveRole,
  ) {}

  async of(slug: string, today: string): Promise<Follower[]> {
    const found: Follower[] = [];
    for (const goal of await this.goals.standing(today)) {
      const held = (await this.roles.ofGoal(goal.id)).filter(({ isWithdrawn, content }) => !isWithdrawn && content.actor === slug);
      found.push(...held.map((role) => this.follower(goal, role)));
    }
    return found;
  }

  private follower(goal: KnownGoal, { content }: KnownRole): Follower {
    return {
      thing: `role:${goal.id}:${content.role}`,
      kind: 'role',
      name: nameWith(goal.content.name, (language) => actorRoleWord(content.role, language)),
      follow: async (amendment, to) => {
        await this.giveRole.withdraw(amendment, { goal, role: content });
        if (!(await this.holds(goal, { ...content, actor: to }))) await this.give(amendment, goal, { ...content, actor: to });
        return undefined;
      },
    };
  }

  private give(amendment: Amendment, goal: KnownGoal, role: KnownRole['content']): Promise<void> {
    return this.giveRole.give(amendment, { goal, role });
  }

  /** Of two that both lead a goal one is left, with what was said of it. */
  private async holds({ id }: KnownGoal, { actor, role }: KnownRole['content']): Promise<boolean> {
    return (await this.roles.ofGoal(id)).some(
      ({ isWithdrawn, content }) => !isWithdrawn && content.actor === actor && content.role === role,
    );
  }
}

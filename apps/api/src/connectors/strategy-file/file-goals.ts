import { Injectable } from '@nestjs/common';
import type { StrategyFileGoal } from '@slusen/contracts';
import type { Measuring } from '@slusen/domain';
import type { Amendment } from '../../identity/amendment.js';
import { GiveRole } from '../../strategy/give-role.js';
import { RoleRepository } from '../../strategy/role.repository.js';
import type { KnownGoal } from '../../strategy/goal.repository.js';
import { DecideTarget } from '../../targets/decide-target.js';
import { TargetRepository } from '../../targets/target.repository.js';
import { FileActions } from './file-actions.js';

/** Who answers for a goal and what measures it: exactly what the file says, what it leaves out being withdrawn; and what is to be done for it. */
@Injectable()
export class FileGoals {
  constructor(
    private readonly roles: RoleRepository,
    private readonly give: GiveRole,
    private readonly targets: TargetRepository,
    private readonly decide: DecideTarget,
    private readonly actions: FileActions,
  ) {}

  async read(amendment: Amendment, goal: KnownGoal, wanted: StrategyFileGoal): Promise<void> {
    await this.readRoles(amendment, goal, wanted);
    await this.readTargets(amendment, goal, wanted);
    await this.actions.read(amendment, goal, wanted);
  }

  private async readRoles(amendment: Amendment, goal: KnownGoal, { roles }: StrategyFileGoal): Promise<void> {
    for (const role of roles) await this.give.give(amendment, { goal, role });
    for (const { isWithdrawn, content } of await this.roles.ofGoal(goal.id)) {
      if (isWithdrawn || roles.some(({ actor, role }) => actor === content.actor && role === content.role)) continue;
      await this.give.withdraw(amendment, { goal, role: content });
    }
  }

  private async readTargets(amendment: Amendment, goal: KnownGoal, { targets, indicatorsWithoutTarget }: StrategyFileGoal): Promise<void> {
    const wanted: Measuring[] = [...targets, ...indicatorsWithoutTarget.map((indicator) => ({ indicator, kind: 'none' as const }))];
    const left = (await this.targets.ofGoal(goal.id)).filter((there) => !wanted.some(({ indicator }) => indicator === there.indicator));
    const withdrawn = left.map(({ indicator }) => ({ indicator, kind: 'withdrawn' as const }));
    for (const measuring of [...wanted, ...withdrawn]) await this.decide.decide(amendment, { goal, measuring });
  }
}

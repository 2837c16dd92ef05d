import { Injectable } from '@nestjs/common';
import { differencesOf, DomainError, ROUND_RULE_WORDING, roundRuleName, roundsOfRule, type IsoDate, type RoundRule } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { PlanRound } from './plan-round.js';
import { RoundRepository } from './round.repository.js';

/** Says how rounds come back, and makes those that should be there by it. */
@Injectable()
export class SetRoundRule {
  constructor(
    private readonly permissions: Permissions,
    private readonly rounds: RoundRepository,
    private readonly planRound: PlanRound,
  ) {}

  /** Changes the rule of its cadence from the revision that was read (0: there was none); throws `round.stale`. */
  async set(amendment: Amendment, rule: RoundRule, { expected, today }: { expected: number; today: IsoDate }): Promise<void> {
    this.permissions.require(amendment.by, 'round.plan');
    const there = (await this.rounds.allRules()).find((known) => known.rule.cadence === rule.cadence);
    const revision = there?.revision ?? 0;
    if (revision !== expected) throw new DomainError('round.stale', { revision });
    const differences = differencesOf(ROUND_RULE_WORDING, [there?.rule, rule]);
    if (!amendment.permits({ kind: 'round-rule', subject: roundRuleName(rule), isNew: !there, need: 'nothing', differences })) return;
    await this.rounds.insertRule(revision + 1, rule);
    await this.openByRule(amendment, rule, today);
  }

  /** Opens the rounds that are lacking by the rules on a day. One that is there, cancelled too, stays as it is. */
  async openDue(amendment: Amendment, today: IsoDate): Promise<void> {
    for (const { rule } of await this.rounds.allRules()) await this.openByRule(amendment, rule, today);
  }

  private async openByRule(amendment: Amendment, rule: RoundRule, today: IsoDate): Promise<void> {
    for (const round of roundsOfRule(rule, today))
      if (!(await this.rounds.ofPeriod(round.period))) await this.planRound.open(amendment, round);
  }
}

import { Injectable } from '@nestjs/common';
import type { RoundChange, RoundList, RoundRuleSent, RoundRuleView, RoundSent, RoundView } from '@slusen/contracts';
import { DomainError, roundState, USUAL_ROUND_RULE, type IsoDate, type PeriodCadence, type RoundContent } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { Amending } from '../observations/amending.js';
import type { RequestKey } from '../platform/preconditions.js';
import type { Revised } from '../platform/revisions.js';
import { PlanRound } from './plan-round.js';
import { RoundRepository, type KnownRule } from './round.repository.js';
import { SetRoundRule } from './set-round-rule.js';

/** What a change was made from, and its name for what it wants done. */
export interface RoundRequest<Of extends string = string> {
  /** The period of a round, or the cadence of a rule. */
  readonly of: Of;
  readonly revision: number;
  readonly key: RequestKey;
}

/** Rounds and their rules as a strategist's page has them. */
@Injectable()
export class RoundDesk {
  constructor(
    private readonly permissions: Permissions,
    private readonly amending: Amending,
    private readonly rounds: RoundRepository,
    private readonly planRound: PlanRound,
    private readonly setRule: SetRoundRule,
  ) {}

  /** Every round with where it stands today, the latest period first, and the rules. */
  async list({ account, asOf }: Acting): Promise<RoundList> {
    this.permissions.require(account, 'round.read');
    const [rounds, rules] = await Promise.all([this.rounds.all(), this.rounds.allRules()]);
    return { today: asOf.today, items: rounds.map((round) => viewOf(round, asOf.today)), rules: rules.map(ruleView) };
  }

  /** Throws `round.not-found`. */
  async one({ account, asOf }: Acting, period: string): Promise<RoundView> {
    this.permissions.require(account, 'round.read');
    return this.read(period, asOf.today);
  }

  open({ account, asOf }: Acting, key: RequestKey, sent: RoundSent): Promise<RoundView> {
    const order = { by: account, record: {}, action: 'round.open', subject: `round:${sent.period}` };
    return this.amending.amendOnce(order, key, async (amendment) => {
      await this.planRound.open(amendment, { ...sent, isCancelled: false });
      return this.read(sent.period, asOf.today);
    });
  }

  change({ account, asOf }: Acting, { of: period, revision, key }: RoundRequest, sent: RoundChange): Promise<RoundView> {
    const order = { by: account, record: {}, action: 'round.change', subject: `round:${period}` };
    return this.amending.amendOnce(order, key, async (amendment) => {
      await this.planRound.change(amendment, { ...sent, period }, revision);
      return this.read(period, asOf.today);
    });
  }

  /** What comes back by a rule; revision 0 and off where nobody has made one. */
  async rule({ account }: Acting, cadence: PeriodCadence): Promise<RoundRuleView> {
    this.permissions.require(account, 'round.read');
    return this.readRule(cadence);
  }

  changeRule(
    { account, asOf }: Acting,
    { of: cadence, revision, key }: RoundRequest<PeriodCadence>,
    sent: RoundRuleSent,
  ): Promise<RoundRuleView> {
    const order = { by: account, record: {}, action: 'round.rule', subject: `round-rule:${cadence}` };
    return this.amending.amendOnce(order, key, async (amendment) => {
      await this.setRule.set(amendment, { ...sent, cadence }, { expected: revision, today: asOf.today });
      return this.readRule(cadence);
    });
  }

  private async read(period: string, today: IsoDate): Promise<RoundView> {
    const round = await this.rounds.ofPeriod(period);
    if (!round) throw new DomainError('round.not-found', { round: period });
    return viewOf(round, today);
  }

  private async readRule(cadence: PeriodCadence): Promise<RoundRuleView> {
    const known = (await this.rounds.allRules()).find(({ rule }) => rule.cadence === cadence);
    return known ? ruleView(known) : { cadence, revision: 0, ...USUAL_ROUND_RULE };
  }
}

function viewOf({ revision, content }: Revised<RoundContent>, today: IsoDate): RoundView {
  return { ...content, revision, state: roundState(content, today) };
}

const ruleView = ({ revision, rule }: KnownRule): RoundRuleView => ({ ...rule, revision });

import { Injectable } from '@nestjs/common';
import type { IndicatorRegister, Reference, RegisteredIndicator } from '@slusen/contracts';
import { periodCode } from '@slusen/domain';
import { FollowUpQuery } from '../follow-up/follow-up.query.js';
import type { MeasureFollowUp } from '../follow-up/goal-follow-up.js';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import { lateView, waitingFor, type Plan } from '../follow-up/next-expected.js';
import type { AsOf } from '../platform/as-of.js';
import { goalsOf, type Goal } from '../strategy/strategy.js';
import { RoundMemory } from '../rounds/round-memory.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { TargetQuery, type GoalTarget } from '../targets/target.query.js';

/** How an indicator hangs in the strategy in force. */
interface Measuring {
  readonly areas: Reference[];
  readonly hasTarget: boolean;
}

/** Every indicator with what is in order about it and what is not: who answers, where it hangs, whether a value is late or a target lacks. */
@Injectable()
export class IndicatorRegisterQuery {
  constructor(
    private readonly indicators: IndicatorMemory,
    private readonly strategies: StrategyQuery,
    private readonly targets: TargetQuery,
    private readonly followUps: FollowUpQuery,
    private readonly rounds: RoundMemory,
  ) {}

  async run(asOf: AsOf): Promise<IndicatorRegister> {
    const wanted = [...(await this.indicators.bySlug(asOf)).values()].map((indicator) => ({ indicator }));
    const ids = wanted.map(({ indicator }) => indicator.id);
    const [known, targets, strategy, rounds] = await Promise.all([
      this.followUps.ofIndicators(wanted, asOf),
      this.targets.ofIndicators(ids, asOf),
      this.strategies.current(asOf),
      this.rounds.byDay(asOf),
    ]);
    const goals = strategy ? goalsOf(strategy) : [];
    return {
      indicators: known.map((measure) => lineOf(measure, measuringOf(measure.indicator.id, targets, goals), { rounds, today: asOf.today })),
    };
  }
}

function measuringOf(indicatorId: number, targets: readonly GoalTarget[], goals: readonly Goal[]): Measuring {
  const own = targets.filter((target) => target.indicatorId === indicatorId);
  const measured = goals.flatMap(({ id, area }) => own.filter(({ goalId }) => goalId === id).map(({ target }) => ({ area, target })));
  const areas = new Map(measured.map(({ area }) => [area.slug, area]));
  return { areas: [...areas.values()], hasTarget: measured.some(({ target }) => target !== undefined) };
}

function lineOf({ indicator, series, explanation }: MeasureFollowUp, measuring: Measuring, plan: Plan): RegisteredIndicator {
  const { slug, name, unit, rules, isExample, owner, formula } = indicator;
  const last = explanation.outcome ?? explanation.lastReal;
  const [late] = lateView(indicator, waitingFor(indicator, series, plan))?.values ?? [];
  return {
    ...{ slug, name, unit, decimals: rules.decimals, cadence: rules.cadence, reporting: rules.reporting, isExample, ...measuring },
    owner: owner && { slug: owner.slug, name: owner.name },
    isDerived: formula !== undefined,
    endsAfter: rules.endsAfter && periodCode(rules.endsAfter),
    latest: last && { period: periodCode(last.period), value: last.value },
    late,
  };
}

import type { Task } from '@slusen/contracts';
import { periodCode, type Period, type RoundsByDay } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';

/** Which figure a task is about, and where it stands. */
interface TaskFacts extends Pick<Task, 'territory' | 'breakdown' | 'state'> {
  readonly indicator: Indicator;
  readonly period: Period;
  readonly rounds: RoundsByDay;
}

/** A task of the wire. */
export function taskOf({ indicator, territory, breakdown, period, state, rounds }: TaskFacts): Task {
  const { slug, name, unit, rules, owner, isExample } = indicator;
  return {
    indicator: { slug, name },
    unit,
    decimals: rules.decimals,
    reporting: rules.reporting,
    isExample,
    cadence: rules.cadence,
    department: owner ? { slug: owner.slug, name: owner.name } : { slug: 'ingen', name: { sv: '' } },
    territory,
    breakdown,
    period: periodCode(period),
    lastDay: rounds.lastDay(period, rules),
    round: rounds.asking(period, rules)?.period,
    state,
  };
}

/** What tells one figure from another. */
interface TaskPlace extends Pick<Task, 'breakdown' | 'period'> {
  readonly indicator: Pick<Task['indicator'], 'slug'>;
  readonly territory: Pick<Task['territory'], 'code'>;
}

/** Two tasks with the same key are about one figure. */
export function taskKey({ indicator, territory, breakdown, period }: TaskPlace): string {
  return JSON.stringify([indicator.slug, territory.code, breakdown, period]);
}

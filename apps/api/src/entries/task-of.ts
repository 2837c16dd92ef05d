import type { Task } from '@slusen/contracts';
import { lastDayInTime, periodCode, type Period } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';

/** Which figure a task is about, and where it stands. */
interface TaskFacts extends Pick<Task, 'territory' | 'breakdown' | 'state'> {
  readonly indicator: Indicator;
  readonly period: Period;
}

/** A task of the wire. */
export function taskOf({ indicator, territory, breakdown, period, state }: TaskFacts): Task {
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
    lastDay: lastDayInTime(period, rules),
    state,
  };
}

/** Two tasks with the same key are about one figure. */
export function taskKey({
  indicator,
  territory,
  breakdown,
  period,
}: Pick<Task, 'indicator' | 'territory' | 'breakdown' | 'period'>): string {
  return JSON.stringify([indicator.slug, territory.code, breakdown, period]);
}

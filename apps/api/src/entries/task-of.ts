import type { Task } from '@slusen/contracts';
import { isStanding, lastDayWith, periodCode, type Period } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { Asking } from './asking.query.js';

/** Which figure a task is about, and where it stands. */
interface TaskFacts extends Pick<Task, 'territory' | 'breakdown'> {
  /** `lacking`: nobody has begun it; whether it is late is the day's to say. */
  readonly state: Task['state'] | 'lacking';
  readonly indicator: Indicator;
  readonly period: Period;
  readonly asking: Asking;
}

/** In which states something is left to do for whoever reports, so that an answer says something. */
export const TO_DO: readonly Task['state'][] = ['due', 'overdue', 'draft', 'returned'];

/** A task of the wire. */
export function taskOf({ indicator, territory, breakdown, period, state: wanted, asking }: TaskFacts): Task {
  const { today, rounds, answers } = asking;
  const { slug, name, unit, rules, owner, isExample } = indicator;
  const code = periodCode(period);
  const round = rounds.asking(period, rules);
  const standing = answers.get(taskKey({ indicator, territory, breakdown, period: code }));
  const lastDay = lastDayWith(rounds.lastDay(period, rules), standing);
  const lacking = lastDay < today ? 'overdue' : 'due';
  const state = wanted === 'lacking' ? lacking : wanted;
  const answer = standing && TO_DO.includes(state) && isStanding(standing.answer, today) ? standing.answer : undefined;
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
    period: code,
    lastDay,
    round: round?.period,
    reviewUntil: round?.reviewUntil,
    state,
    answer,
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

import { daysBetween } from '../time/calendar.js';
import { type IsoDate } from '../time/period.js';
import { isEnded, type ActionStatus } from './action.js';

/** What of an action a revision of it said, and on which day. */
export interface ActionStep {
  readonly on: IsoDate;
  readonly status: ActionStatus;
  readonly note?: string | undefined;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** An action of which nothing has been heard for so many days stands still. */
export const STANDSTILL_DAYS = 90;

/** The day of the latest revision that said anything new of how far the action has come, or of its time; other words are no movement. */
export function movedOn([first, ...later]: readonly [ActionStep, ...ActionStep[]]): IsoDate {
  let [before, moved] = [first, first.on];
  for (const step of later) {
    if (isMovement(before, step)) moved = step.on;
    before = step;
  }
  return moved;
}

function isMovement(before: ActionStep, after: ActionStep): boolean {
  return (['status', 'note', 'startsOn', 'endsOn'] as const).some((field) => before[field] !== after[field]);
}

/**
 * For how many days an action has stood still, from 90 on; undefined of one that moves or has ended. Nothing is expected of one before
 * its time.
 */
export function standstillDays(steps: readonly [ActionStep, ...ActionStep[]], today: IsoDate): number | undefined {
  const { status, startsOn } = steps.at(-1) ?? steps[0];
  if (isEnded(status)) return undefined;
  const moved = movedOn(steps);
  const days = daysBetween(moved > startsOn ? moved : startsOn, today);
  return days >= STANDSTILL_DAYS ? days : undefined;
}

/**
 * The day on which an action was told to have ended, which need not be the last day that was planned. Undefined of one that goes on, and of one
 * that had ended when it was entered: nobody has said on which day.
 */
export function endedOn(steps: readonly [ActionStep, ...ActionStep[]]): IsoDate | undefined {
  const { status } = steps.at(-1) ?? steps[0];
  if (!isEnded(status)) return undefined;
  const before = steps.findLastIndex((step) => step.status !== status);
  return before < 0 ? undefined : steps[before + 1]?.on;
}

/** Whether an action should have ended: its last day has passed. */
export function isPastItsEnd({ status, endsOn }: Pick<ActionStep, 'status' | 'endsOn'>, today: IsoDate): boolean {
  return !isEnded(status) && endsOn < today;
}

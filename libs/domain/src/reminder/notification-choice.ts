import { daysBetween } from '../time/calendar.js';
import { type IsoDate } from '../time/period.js';

/** What somebody is written to about, as they chose; what is absent is never. */
export interface NotificationChoice {
  /** Once, so many days before the last day of a figure. */
  readonly daysBefore?: number | undefined;
  readonly onLastDay: boolean;
  /** The day after the last one, and then every so many days. */
  readonly everyDaysAfter?: number | undefined;
  /** At once, when what one submitted is returned, with the reason. */
  readonly returned: boolean;
  /** At once, when what one submitted is approved. */
  readonly approved: boolean;
  /** At once, when more time that one asked for is granted or declined. */
  readonly timeDecided: boolean;
  /** When what one is to review has waited for so many days, and then every so many. */
  readonly queueAfter?: number | undefined;
  /** At once, when somebody asks about a figure, or answers. */
  readonly asked: boolean;
}

/** What holds until somebody chooses otherwise. */
export const USUAL_NOTIFICATIONS: NotificationChoice = {
  ...{ daysBefore: 3, onLastDay: true, everyDaysAfter: 3, returned: true, approved: false, timeDecided: true, queueAfter: 2, asked: true },
};

/** The most days that can be chosen. */
export const NOTIFICATION_DAYS = 30;

/** What somebody is to be reminded of on a day: what comes soon, what is due that day, what is late, and what they asked for; each in the order it was given. */
export interface Reminded<Task> {
  /** What somebody asked to be reminded of that very day. */
  readonly asked: readonly Task[];
  readonly soon: readonly Task[];
  readonly today: readonly Task[];
  readonly late: readonly Task[];
}

/**
 * Which of the figures that somebody is to give are to be named in a reminder of the day, by what they chose. One that they asked to be
 * reminded of on a day is named then, and not before.
 */
export function remindedOf<Task extends { readonly lastDay: IsoDate; readonly remindOn?: IsoDate | undefined }>(
  tasks: readonly Task[],
  { daysBefore, onLastDay, everyDaysAfter }: NotificationChoice,
  today: IsoDate,
): Reminded<Task> {
  const inDays = (task: Task): number => daysBetween(today, task.lastDay);
  const due = tasks.filter((task) => task.remindOn === undefined || task.remindOn < today);
  return {
    asked: tasks.filter((task) => task.remindOn === today),
    soon: due.filter((task) => daysBefore !== undefined && inDays(task) === daysBefore),
    today: due.filter((task) => onLastDay && inDays(task) === 0),
    late: due.filter((task) => everyDaysAfter !== undefined && isTurn(-inDays(task) - 1, everyDaysAfter)),
  };
}

/** Whether a reviewer is to be reminded on a day, when what waits longest was submitted on another. */
export function isReviewReminded(oldest: IsoDate, { queueAfter }: NotificationChoice, today: IsoDate): boolean {
  return queueAfter !== undefined && isTurn(daysBetween(oldest, today) - queueAfter, queueAfter);
}

/** The day itself, and every so many days after. */
const isTurn = (days: number, every: number): boolean => days >= 0 && days % every === 0;

import { daysBetween } from '../time/calendar.js';
import { type IsoDate } from '../time/period.js';
import { type TASK_ANSWER_ERRORS } from './task-answer-errors.js';

/** What a reporter answers to a task: that the figure is not there yet, or that more time is needed. */
export const REPORTER_ANSWERS = ['later', 'more-time'] as const;
/** What a strategist decides about more time. */
export const TIME_DECISIONS = ['granted', 'declined'] as const;
/** Everything that is said of a task, the last of which stands. */
export const TASK_ANSWER_KINDS = [...REPORTER_ANSWERS, ...TIME_DECISIONS] as const;
export type TaskAnswerKind = (typeof TASK_ANSWER_KINDS)[number];

/** Something that is said of a task; only a refusal names no day. */
export interface TaskAnswer {
  readonly kind: TaskAnswerKind;
  readonly until?: IsoDate | undefined;
  readonly reason?: string | undefined;
}

/** What holds for a figure that something was said of: the last answer, and the day that was granted, whatever was said since. */
export interface StandingAnswer<Answer extends TaskAnswer = TaskAnswer> {
  readonly answer: Answer;
  readonly granted?: IsoDate | undefined;
}

/** Why an answer is refused, as its code. */
export type TaskAnswerFault = Exclude<keyof typeof TASK_ANSWER_ERRORS, 'task-answer.not-found' | 'task-answer.settled'>;

/** The furthest that a day can lie ahead: whoever needs longer asks anew. */
export const ANSWER_DAYS = 60;

/** The rule that an answer breaks on a day, for a figure whose last day is known; undefined when it breaks none. */
export function taskAnswerFault({ kind, until, reason }: TaskAnswer, today: IsoDate, lastDay: IsoDate): TaskAnswerFault | undefined {
  if (kind === 'declined') return undefined;
  if (until === undefined || until <= today) return 'task-answer.not-ahead';
  if (daysBetween(today, until) > ANSWER_DAYS) return 'task-answer.too-far';
  if (kind === 'later') return undefined;
  if (until <= lastDay) return 'task-answer.no-more-time';
  return kind === 'more-time' && !reason ? 'task-answer.reason-required' : undefined;
}

/** The last day of a figure when more time was granted: everywhere it is told, it is this one. */
export function lastDayWith(lastDay: IsoDate, standing: StandingAnswer | undefined): IsoDate {
  const granted = standing?.granted;
  return granted !== undefined && granted > lastDay ? granted : lastDay;
}

/** Whether an answer still says something on a day: "not yet" does until its day has passed. */
export function isStanding({ kind, until }: TaskAnswer, today: IsoDate): boolean {
  return kind !== 'later' || (until !== undefined && until >= today);
}

/** The day before which nobody is to be reminded of a figure, and on which they are, as they asked. */
export function remindOn(answer: TaskAnswer | undefined): IsoDate | undefined {
  return answer?.kind === 'later' ? answer.until : undefined;
}

import type { RoundChange } from '@slusen/contracts';
import { momentStamp, ROUND_GRACE_DAYS, roundFault, stampedMoment, type RoundContent, type RoundFault } from '@slusen/domain';

/** The days of a round as they are typed: dates as the browser's own fields write them, empty where there is none. */
export interface RoundDays {
  readonly opensOn: string;
  readonly dueOn: string;
  readonly graceDays: string;
  readonly reviewUntil: string;
  /** By the clock in Stockholm: `2026-11-24T14:05`. */
  readonly publishAt: string;
  readonly locksOn: string;
}

/** What is wrong with a field: a rule of rounds, by its code, or that it lacks a day or a number. */
export type DaysFault = RoundFault | 'day' | 'number';
export type DaysFaults = Partial<Readonly<Record<keyof RoundDays, DaysFault>>>;

/** Whatever is said of a round but which one it is. */
type Said = Omit<RoundContent, 'period' | 'isCancelled'>;

const FIELD_OF: Readonly<Record<RoundFault, keyof RoundDays>> = {
  'round.far-from-its-period': 'opensOn',
  'round.due-before-it-opens': 'dueOn',
  'round.reviewed-before-it-is-due': 'reviewUntil',
  'round.public-before-it-opens': 'publishAt',
  'round.public-too-late': 'publishAt',
  'round.locked-before-it-is-reviewed': 'locksOn',
};

/** The days of a round, to be typed over. */
export function daysOf({ opensOn, dueOn, graceDays, reviewUntil, publishAt, locksOn = '' }: Said): RoundDays {
  return { opensOn, dueOn, graceDays: String(graceDays), reviewUntil, publishAt: publishAt ? clockTime(publishAt) : '', locksOn };
}

/** What was typed, as the API takes it. `there` is what it was typed over: a moment that was left alone keeps its seconds. */
export function saidIn(days: RoundDays, there?: Said): Omit<RoundChange, 'isCancelled'> {
  const { opensOn, dueOn, graceDays, reviewUntil, publishAt, locksOn } = days;
  const isKept = there?.publishAt !== undefined && clockTime(there.publishAt) === publishAt;
  const moment = isKept ? there.publishAt : publishAt && stampedMoment(publishAt.replace('T', ' '));
  return {
    ...{ opensOn, dueOn, graceDays: Number(graceDays), reviewUntil },
    ...(moment && { publishAt: moment }),
    ...(locksOn && { locksOn }),
  };
}

/** What is wrong with what was typed for the round of a period (its code). */
export function daysFaults(period: string, days: RoundDays): DaysFaults {
  const missing = (['opensOn', 'dueOn', 'reviewUntil'] as const).filter((field) => days[field] === '');
  const faults: DaysFaults = {
    ...Object.fromEntries(missing.map((field) => [field, 'day' as const])),
    ...(!isGrace(days.graceDays) && { graceDays: 'number' as const }),
  };
  if (Object.keys(faults).length > 0) return faults;
  const fault = roundFault({ ...saidIn(days), period, isCancelled: false });
  return fault ? { [FIELD_OF[fault]]: fault } : {};
}

const isGrace = (text: string): boolean => /^\d{1,3}$/.test(text.trim()) && Number(text) <= ROUND_GRACE_DAYS;

/** A moment as the browser's field for it writes it. */
const clockTime = (instant: string): string => momentStamp(instant).replace(' ', 'T');

import { DomainError } from '../domain-error.js';
import { type IndicatorRules } from '../indicator/indicator.js';
import { type Quality } from '../value/value.js';
import {
  comparePeriods,
  firstMonthPosition,
  fitsCadence,
  monthsIn,
  nextPeriod,
  periodCadence,
  periodPosition,
  previousPeriod,
  shiftPeriod,
  type Cadence,
  type Instant,
  type IsoDate,
  type Period,
} from './period.js';
import { stockholmDate } from './stockholm.js';

/** Where a period stands in its indicator's calendar when it has no value yet. */
export const DUE_STATES = ['not-yet-due', 'due', 'overdue'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** What decides when a value is due. */
export type CalendarRules = Pick<IndicatorRules, 'cadence' | 'lagDays' | 'graceDays' | 'irregularYears' | 'endsAfter' | 'lateAtEarliest'>;

/** What decides whether an indicator is measured in a period at all. */
export type MeasuringRules = Pick<CalendarRules, 'cadence' | 'irregularYears' | 'endsAfter'>;

const DAY = 86_400_000;

const WRITTEN = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE_MONTH = MONTH_LENGTHS.map((_, at) => MONTH_LENGTHS.slice(0, at).reduce((all, length) => all + length, 0));
/** From the first of January of year 1. */
const DAYS_BEFORE_1970 = 719_162;

function monthLength(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Days since 1970-01-01; throws `date.unknown` for anything but a real date written as `2026-09-30`. */
function dayNumber(date: IsoDate): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  if (!WRITTEN.test(date) || day < 1 || day > monthLength(year, month)) throw new DomainError('date.unknown', { text: date.slice(0, 100) });
  return daysBefore(year) + daysBeforeMonth(year, month) + day - 1;
}

/** Days from 1970-01-01 to the first of January: lists count with dates so often that `Date`, made for moments, is too slow. */
function daysBefore(year: number): number {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - DAYS_BEFORE_1970;
}

function daysBeforeMonth(year: number, month: number): number {
  const days = DAYS_BEFORE_MONTH[month - 1] ?? 0;
  return month > 2 && monthLength(year, 2) === 29 ? days + 1 : days;
}

function isoDate(days: number): IsoDate {
  let year = 1970 + Math.floor(days / 365.2425);
  if (daysBefore(year) > days) year--;
  if (daysBefore(year + 1) <= days) year++;
  const rest = days - daysBefore(year);
  let month = 12;
  while (daysBeforeMonth(year, month) > rest) month--;
  return dateOf(year, month, rest - daysBeforeMonth(year, month) + 1);
}

/** The date so many days later, or earlier when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDate(dayNumber(date) + days);
}

/** Whole days from the first date to the second; negative when the second comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day so many months later, or the last one of a shorter month: 31 January and a month is 28 February. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  dayNumber(date);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const position = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(position / 12), (position % 12) + 1];
  return dateOf(toYear, toMonth, Math.min(day, monthLength(toYear, toMonth)));
}

function dateOf(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first day of a period. */
export function periodStart(period: Period): IsoDate {
  return dateOf(period.year, firstMonthPosition(period) - period.year * 12, 1);
}

/** The last day of a period. */
export function periodEnd(period: Period): IsoDate {
  const month = periodPosition(period) - period.year * 12;
  return dateOf(period.year, month, monthLength(period.year, month));
}

/** The period of a cadence that a date lies in (irregular: its year). */
export function periodContaining(date: IsoDate, cadence: Cadence): Period {
  dayNumber(date);
  const own = periodCadence(cadence);
  return { cadence: own, year: Number(date.slice(0, 4)), part: Math.ceil(Number(date.slice(5, 7)) / monthsIn(own)) };
}

/** The first moment of a date in Stockholm: `2026-10-01` → `2026-09-30T22:00:00.000Z`. */
export function startOfStockholmDay(date: IsoDate): Instant {
  const midnight = dayNumber(date) * DAY;
  // Clocks change at 01:00 UTC, never at midnight, so one of the two offsets is right; summer is tried first.
  const summer = new Date(midnight - 2 * 3_600_000).toISOString();
  return stockholmDate(summer) === date ? summer : new Date(midnight - 3_600_000).toISOString();
}

/** The last millisecond of a date in Stockholm: `2026-09-30` → `2026-09-30T21:59:59.999Z`. */
export function endOfStockholmDay(date: IsoDate): Instant {
  return new Date(Date.parse(startOfStockholmDay(addDays(date, 1))) - 1).toISOString();
}

/** The day a value becomes due: period end + lag. */
export function dueDate(period: Period, rules: Pick<CalendarRules, 'lagDays'>): IsoDate {
  return addDays(periodEnd(period), rules.lagDays);
}

/** What decides from when a value is late. */
type LateRules = Pick<CalendarRules, 'lagDays' | 'graceDays' | 'lateAtEarliest'>;

/** How long whoever is asked for something new has, whatever its calendar says of periods that were over before. */
const DAYS_TO_BEGIN = 30;

/** The first day on which anything of an indicator can be late: 30 days after its definition was recorded, or first in force. */
export const lateAtEarliest = (since: IsoDate): IsoDate => addDays(since, DAYS_TO_BEGIN);

/** The first day a value counts as overdue: the day after period end + lag + grace, but none before something new had its time. */
export function overdueDate(period: Period, rules: LateRules): IsoDate {
  const calendar = addDays(periodEnd(period), rules.lagDays + rules.graceDays + 1);
  return rules.lateAtEarliest !== undefined && rules.lateAtEarliest > calendar ? rules.lateAtEarliest : calendar;
}

/** The last day a value is in time: the one its reporter is told, in every list and form. */
export function lastDayInTime(period: Period, rules: LateRules): IsoDate {
  return addDays(overdueDate(period, rules), -1);
}

/** How many days before it is due a value is there at the earliest, when it is known before its period ends. */
const DAYS_AHEAD = 60;

/**
 * The first day on which a period is complete, so that its value can be final: the day after its last; where the value is known
 * before the period ends (a tax rate, an election: negative `lagDays`) 60 days before it is due.
 */
export function completeDate(period: Period, { lagDays }: Pick<CalendarRules, 'lagDays'>): IsoDate {
  return lagDays < 0 ? addDays(dueDate(period, { lagDays }), -DAYS_AHEAD) : addDays(periodEnd(period), 1);
}

/** Whether a period was complete at a moment. */
export function wasComplete(period: Period, rules: Pick<CalendarRules, 'lagDays'>, at: Instant): boolean {
  // Whole series are asked about; what was recorded more than a month after its period needs no time zone.
  const month = Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7));
  return month > periodPosition(period) + 1 || stockholmDate(at) >= completeDate(period, rules);
}

/** Whether a figure of this quality is final though its period is not complete, which somebody has to answer for. */
export function isFinalEarly(
  { period, quality }: { readonly period: Period; readonly quality: Quality },
  rules: Pick<CalendarRules, 'lagDays'>,
  today: IsoDate,
): boolean {
  return quality === 'final' && today < completeDate(period, rules);
}

/** Whether a figure can be entered for a period: it has begun, or its value is known ahead and its time has come. */
export function isEnterable(period: Period, rules: Pick<CalendarRules, 'lagDays'>, today: IsoDate): boolean {
  return periodStart(period) <= today || completeDate(period, rules) <= today;
}

/** Whether the indicator is measured in the period at all: its own cadence, a listed year when irregular, and none after it ended. */
export function isMeasuredIn(period: Period, rules: MeasuringRules): boolean {
  if (!fitsCadence(period, rules.cadence) || isAfterEnd(period, rules)) return false;
  return rules.cadence !== 'irregular' || rules.irregularYears.includes(period.year);
}

/** Whether a period lies after the last that is measured. */
export function isAfterEnd(period: Period, { endsAfter }: Pick<CalendarRules, 'endsAfter'>): boolean {
  return endsAfter !== undefined && periodPosition(period) > periodPosition(endsAfter);
}

/** Where a period without a value stands; one the indicator is not measured in is never due. */
export function dueState(period: Period, rules: CalendarRules, today: IsoDate): DueState {
  if (!isMeasuredIn(period, rules) || daysBetween(dueDate(period, rules), today) < 0) return 'not-yet-due';
  return daysBetween(overdueDate(period, rules), today) < 0 ? 'due' : 'overdue';
}

/**
 * The latest period whose value is due; none for an irregular indicator before its first listed year (or without a
 * list).
 */
export function latestDuePeriod(rules: CalendarRules, today: IsoDate): Period | undefined {
  if (rules.cadence === 'irregular') return dueYears(rules, today).at(-1);
  const lastEnd = addDays(today, -rules.lagDays);
  const period = periodContaining(lastEnd, rules.cadence);
  const latest = periodEnd(period) === lastEnd ? period : previousPeriod(period);
  return isAfterEnd(latest, rules) ? rules.endsAfter : latest;
}

/** The next period in which the indicator is measured: of an irregular one the next listed year; none after its last. */
export function measuredAfter(period: Period, rules: MeasuringRules): Period | undefined {
  const next = followingPeriod(period, rules);
  return next && isAfterEnd(next, rules) ? undefined : next;
}

/** The next period in which it is or, had its source not ended, would be measured. */
export function followingPeriod(period: Period, rules: Pick<CalendarRules, 'cadence' | 'irregularYears'>): Period | undefined {
  if (rules.cadence !== 'irregular') return nextPeriod(period);
  return listedYears(rules).find((year) => periodPosition(year) > periodPosition(period));
}

/** The latest periods whose value is due, oldest first, so many at the most. */
export function latestDuePeriods(rules: CalendarRules, today: IsoDate, most: number): readonly Period[] {
  if (rules.cadence === 'irregular') return dueYears(rules, today).slice(-most);
  const latest = latestDuePeriod(rules, today);
  return latest ? Array.from({ length: most }, (_, index) => shiftPeriod(latest, index - most + 1)) : [];
}

/** The first period to come in which an irregular indicator is measured at all. */
export function firstListedYear(rules: MeasuringRules): Period | undefined {
  return listedYears(rules).find((year) => isMeasuredIn(year, rules));
}

function dueYears(rules: CalendarRules, today: IsoDate): readonly Period[] {
  return listedYears(rules).filter((year) => dueState(year, rules, today) !== 'not-yet-due');
}

function listedYears({ irregularYears }: Pick<CalendarRules, 'irregularYears'>): readonly Period[] {
  return [...new Set(irregularYears)].map((year) => ({ cadence: 'year', year, part: 1 }) as const).sort(comparePeriods);
}

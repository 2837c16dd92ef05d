import { addDays } from '../time/calendar.js';
import { isReviewReminded, remindedOf, USUAL_NOTIFICATIONS, type NotificationChoice } from './notification-choice.js';

const NEVER: NotificationChoice = { onLastDay: false, returned: false, approved: false, timeDecided: false, asked: false };
const TODAY = '2026-11-28';
const inDays = (days: number) => ({ lastDay: addDays(TODAY, days) });

describe('what somebody is reminded of', () => {
  const named = (days: number, choice: NotificationChoice): string =>
    Object.entries(remindedOf([inDays(days)], choice, TODAY))
      .flatMap(([when, tasks]) => (tasks.length > 0 ? [when] : []))
      .join();

  const cases: readonly (readonly [days: number, when: string])[] = [
    [4, ''],
    [3, 'soon'],
    [2, ''],
    [0, 'today'],
    [-1, 'late'],
    [-2, ''],
    [-3, ''],
    [-4, 'late'],
    [-7, 'late'],
  ];
  for (const [days, when] of cases)
    it(`is ${when || 'nothing'} when the last day is in ${days} days`, () => expect(named(days, USUAL_NOTIFICATIONS)).toBe(when));

  it('is what they asked for, on that day and not before, and then as they chose', () => {
    const named = (remindOn: string) => remindedOf([{ ...inDays(0), remindOn }], USUAL_NOTIFICATIONS, TODAY);
    const nothing = { asked: [], soon: [], today: [], late: [] };
    expect(named(addDays(TODAY, 1))).toEqual(nothing);
    expect(named(TODAY)).toEqual({ ...nothing, asked: [{ lastDay: TODAY, remindOn: TODAY }] });
    expect(named(addDays(TODAY, -1)).today.length).toBe(1);
    expect(remindedOf([{ ...inDays(9), remindOn: TODAY }], NEVER, TODAY).asked.length).toBe(1);
  });

  it('is nothing for whoever chose so', () => {
    for (let days = -40; days <= 40; days++) expect(named(days, NEVER)).withContext(String(days)).toBe('');
  });

  it('is every day of delay, for whoever chose so', () => {
    const daily = { ...NEVER, everyDaysAfter: 1 };
    expect([-1, -2, -3].map((days) => named(days, daily))).toEqual(['late', 'late', 'late']);
  });

  it('is what waits for review, after so many days and every so many more', () => {
    const reminded = [0, 1, 2, 3, 4, 6].filter((days) => isReviewReminded(addDays(TODAY, -days), USUAL_NOTIFICATIONS, TODAY));
    expect(reminded).toEqual([2, 4, 6]);
    expect(isReviewReminded(addDays(TODAY, -30), NEVER, TODAY)).toBeFalse();
  });
});

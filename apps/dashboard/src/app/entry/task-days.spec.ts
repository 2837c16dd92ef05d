import '@angular/localize/init';
import { daysText } from './task-days.js';

describe('daysText', () => {
  // Due on 14 November, overdue from 30 November: the last day in time is the 29th.
  const task = { dueDate: '2026-11-14', overdueDate: '2026-11-30' };
  const cases: [today: string, text: string][] = [
    ['2026-11-04', 'kan lämnas om 10 dagar'],
    ['2026-11-14', '15 dagar kvar'],
    ['2026-11-28', 'en dag kvar'],
    ['2026-11-29', 'sista dagen i dag'],
    ['2026-11-30', 'en dag sen'],
    ['2026-12-18', '19 dagar sen'],
  ];
  for (const [today, text] of cases) {
    it(`says "${text}" on ${today}`, () => {
      expect(daysText(task, today)).toBe(text);
    });
  }
});

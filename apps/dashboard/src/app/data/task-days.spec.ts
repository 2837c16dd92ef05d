import '@angular/localize/init';
import type { Task } from '@slusen/contracts';
import { daysText, stateText } from './task-days.js';

describe('a task’s line', () => {
  const cases: [state: Task['state'], today: string, text: string][] = [
    ['draft', '2026-10-14', 'Påbörjad, senast den 29 november 2026, 46 dagar kvar'],
    ['due', '2026-11-14', 'Att lämna in, senast den 29 november 2026, 15 dagar kvar'],
    ['due', '2026-11-28', 'Att lämna in, senast den 29 november 2026, en dag kvar'],
    ['returned', '2026-11-29', 'Skickad tillbaka, senast i dag, den 29 november 2026'],
    ['overdue', '2026-11-30', 'Försenad en dag, skulle ha varit inne senast den 29 november 2026'],
    ['overdue', '2026-12-18', 'Försenad 19 dagar, skulle ha varit inne senast den 29 november 2026'],
    ['returned', '2026-11-30', 'Skickad tillbaka, försenad en dag, skulle ha varit inne senast den 29 november 2026'],
    ['preliminary', '2026-12-18', 'Preliminärt värde, gör det slutligt när det är säkert'],
    ['draft', '2026-12-18', 'Påbörjad, försenad 19 dagar, skulle ha varit inne senast den 29 november 2026'],
  ];
  for (const [state, today, text] of cases) {
    it(`says "${text}" on ${today}`, () => {
      const task = { state, lastDay: '2026-11-29' };
      expect(`${stateText(task, today, 'sv')}, ${daysText(task, today, 'sv')}`).toBe(text);
    });
  }
});

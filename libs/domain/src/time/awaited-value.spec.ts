import { awaitedValue } from './awaited-value.js';
import { addDays, dueState } from './calendar.js';
import { parsePeriod } from './period-code.js';

const yearly = { cadence: 'year', lagDays: 50, graceDays: 30, irregularYears: [] } as const;

describe('awaitedValue', () => {
  // 31 December + 50 days is 19 February, the last day of grace 21 March.
  const cases: [today: string, state: string, daysLate: number][] = [
    ['2026-02-18', 'not-yet-due', 0],
    ['2026-02-19', 'due', 0],
    ['2026-03-21', 'due', 0],
    ['2026-03-22', 'overdue', 1],
    ['2026-04-01', 'overdue', 11],
  ];
  for (const [today, state, daysLate] of cases) {
    it(`is ${state} on ${today}, ${daysLate} days late`, () => {
      const awaited = awaitedValue(yearly, parsePeriod('2024'), today);
      expect(awaited).toEqual({ period: parsePeriod('2025'), date: '2026-02-19', state, daysLate } as typeof awaited);
    });
  }

  it('stands as the calendar says on every day of a year', () => {
    for (const rules of [yearly, { ...yearly, graceDays: 0 }, { ...yearly, cadence: 'month', lagDays: 0 } as const]) {
      const latest = parsePeriod(rules.cadence === 'year' ? '2024' : '2024-M12');
      for (let day = 0; day < 500; day += 1) {
        const today = addDays('2025-01-01', day);
        const awaited = awaitedValue(rules, latest, today);
        expect(awaited?.state)
          .withContext(today)
          .toBe(awaited && dueState(awaited.period, rules, today));
      }
    }
  });

  it('may be that of a listed year, and is none when no year is listed', () => {
    const elections = { ...yearly, cadence: 'irregular', irregularYears: [2018, 2022] } as const;
    expect(awaitedValue(elections, parsePeriod('2018'), '2023-03-22')?.daysLate).toBe(1);
    expect(awaitedValue(elections, parsePeriod('2022'), '2026-03-22')).toBeUndefined();
  });
});

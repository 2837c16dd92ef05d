import { breakBetween, isAfterBreak } from './period-break.js';
import { parsePeriod } from './period-code.js';

const cut = (code: string) => ({ firstPeriod: parsePeriod(code), reason: { sv: `Brott ${code}` } });

describe('a series break', () => {
  const sides: [period: string, first: string, isAfter: boolean][] = [
    ['2023', '2024', false],
    ['2024', '2024', true],
    ['2024-Q1', '2024', true],
    ['2023-Q4', '2024', false],
    ['2024', '2024-Q3', true],
    ['2024-Q2', '2024-Q3', false],
  ];
  for (const [period, first, isAfter] of sides) {
    it(`whose first period is ${first} has ${period} ${isAfter ? 'after' : 'before'} it`, () => {
      expect(isAfterBreak(parsePeriod(period), cut(first))).toBe(isAfter);
    });
  }

  it('is found between two periods in either order, the latest of several', () => {
    const breaks = [cut('2024'), cut('2020'), cut('2026')];
    const [early, late] = [parsePeriod('2018'), parsePeriod('2025')];
    expect(breakBetween(early, late, breaks)?.reason.sv).toBe('Brott 2024');
    expect(breakBetween(late, early, breaks)?.reason.sv).toBe('Brott 2024');
    expect(breakBetween(parsePeriod('2024'), late, breaks)).toBeUndefined();
  });
});

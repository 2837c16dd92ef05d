import { parsePeriod } from './period-code.js';
import { sameSeason } from './same-season.js';

const at = (code: string, value: number) => ({ period: parsePeriod(code), value });

describe('sameSeason', () => {
  it('keeps the part of the year and the cadence apart', () => {
    const series = [at('2025-Q3', 3), at('2024-Q3', 2), at('2025-Q2', 9), at('2025', 9), at('2025-M09', 9)];
    expect(sameSeason(series, parsePeriod('2026-Q3'), []).map(({ value }) => value)).toEqual([2, 3]);
  });

  it('stays on the period’s own side of a break, whichever it is', () => {
    const series = [at('2022', 1), at('2023', 2), at('2024', 3), at('2025', 4)];
    const breaks = [{ firstPeriod: parsePeriod('2024'), reason: { sv: 'Ny enkät' } }];
    expect(sameSeason(series, parsePeriod('2023'), breaks).map(({ value }) => value)).toEqual([1, 2]);
    expect(sameSeason(series, parsePeriod('2026'), breaks).map(({ value }) => value)).toEqual([3, 4]);
  });

  it('counts zero as a value and a missing one as none', () => {
    const series = [at('2024', 0), { period: parsePeriod('2025'), missing: 'confidential' as const }];
    expect(sameSeason(series, parsePeriod('2025'), [])).toEqual([at('2024', 0)]);
  });
});

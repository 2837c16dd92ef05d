import { parsePeriod } from './period-code.js';
import { earlierPoints, sameSeason } from './same-season.js';

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

describe('earlierPoints', () => {
  const quarters = [at('2025-Q2', 150), at('2025-Q3', 110), at('2026-Q1', 90), at('2026-Q2', 178)];
  const newMethod = (code: string) => [{ firstPeriod: parsePeriod(code), reason: { sv: 'Ny metod' } }];
  const cases: [name: string, series: typeof quarters, code: string, breaks: ReturnType<typeof newMethod>, found: unknown[]][] = [
    ['both the quarter before and the same one last year', quarters, '2026-Q3', [], [178, 110]],
    ['the latest there is where the quarter before has nothing', quarters, '2026-Q4', [], [178, undefined]],
    ['the same points for a period that has a value already', quarters, '2026-Q2', [], [90, 150]],
    ['no season from before a break', quarters, '2026-Q3', newMethod('2026-Q1'), [178, undefined]],
    ['a year’s own year before once', [at('2024', 1), at('2025', 2)], '2026', [], [2, undefined]],
    ['nothing where nothing came before', quarters, '2025-Q2', [], [undefined, undefined]],
  ];
  for (const [name, series, code, breaks, found] of cases) {
    it(`finds ${name}`, () => {
      const { previous, yearBefore } = earlierPoints(series, parsePeriod(code), breaks);
      expect([previous?.value, yearBefore?.value]).toEqual(found as never);
    });
  }

  it('keeps a season that is known to be missing', () => {
    const series = [{ period: parsePeriod('2025-Q3'), missing: 'confidential' as const }];
    expect(earlierPoints(series, parsePeriod('2026-Q3'), []).yearBefore).toEqual(series[0]);
  });
});

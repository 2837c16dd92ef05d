import { earlierPoints, parsePeriod, periodPosition, questions, sameSeason, type MissingKind } from '@slusen/domain';
import { DataSource } from 'typeorm';
import { observationOf } from '../observations/recorded-series.query.js';
import { SeriesQuery } from '../observations/series.query.js';
import { NOW } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { besideOf, figuresBeside, type BesideLines } from './figures-beside.js';

describe('what a figure is read beside', () => {
  let test: TestApplication;
  let made = 0;
  beforeAll(async () => {
    test = await testApplication([], { now: NOW });
    await test.seed.territory('0884', { name: 'Vimmerby' });
  }, 120_000);
  afterAll(() => test.close());

  const values = (from: number, codes: readonly string[]) => Object.fromEntries(codes.map((code, at) => [code, from + at]));
  const quarters = (year: number) => [1, 2, 3, 4].map((part) => `${year}-Q${part}`);
  const series: readonly (readonly [what: string, figures: Record<string, number | MissingKind>])[] = [
    ['years', values(7, ['2019', '2020', '2021', '2023', '2024'])],
    ['quarters', values(1, [2022, 2023, 2024, 2025].flatMap(quarters))],
    ['quarters with a gap of over a year', values(1, [...quarters(2022), '2024-Q2', '2025-Q4'])],
    ['quarters with a missing one', { ...values(1, quarters(2024)), '2024-Q4': 'non-response', '2025-Q1': 9 }],
    ['months', values(1, ['2024-M01', '2024-M12', '2025-M01', '2025-M02', '2025-M12'])],
    ['months with a loss long ago', { '2020-M03': -4, '2024-M01': 1, '2025-M02': 2000 }],
    ['months with a leap', { '2024-M01': 1, '2024-M02': 'non-response', '2026-M02': 2000 }],
    ['nothing', {}],
  ];
  for (const [what, figures] of series) {
    it(`says the same as the whole series: ${what}`, async () => {
      const indicator = await test.seed.indicator(`bredvid-${++made}`);
      await test.seed.figures({ indicator }, figures);
      await test.seed.figures(
        { indicator },
        { '2019': 1, '2025-Q1': 5, '2025-M01': 5 },
        { revision: 9, publishAt: new Date('2999-01-01') },
      );
      const points = await test.app
        .get(SeriesQuery)
        .points({ indicatorId: indicator, territory: '0884' }, { today: '2026-11-23', known: undefined });
      const whole = points
        .map(observationOf)
        .map(({ period, value, missing }) => ({ period, ...(value === undefined ? { missing: missing } : { value }) }));
      expect(whole.length).toBe(Object.keys(figures).length);
      const rules = { decimals: 0, mayRepeat: true, officialStatistics: false, breaks: [] };
      for (const code of [...Object.keys(figures), '2026', '2026-Q1', '2026-M01']) {
        const period = parsePeriod(code);
        const beside = await besideIn(indicator, periodPosition(period));
        expect(earlierPoints(beside, period, []))
          .withContext(code)
          .toEqual(earlierPoints(whole, period, []));
        expect(sameSeason(beside, period, []))
          .withContext(code)
          .toEqual(sameSeason(whole, period, []));
        for (const value of [1, 500, 1e6])
          expect(questions({ period, value }, beside, rules))
            .withContext(`${code} ${value}`)
            .toEqual(questions({ period, value }, whole, rules));
      }
    });
  }

  async function besideIn(indicator: number, end: number) {
    const [line] = await test.app
      .get(DataSource)
      .query<{ beside: BesideLines }[]>(`select ${figuresBeside('$2::int', '$3')} as beside from series_head h where h.indicator_id = $1`, [
        indicator,
        end,
        null,
      ]);
    return besideOf(line?.beside ?? null);
  }
});

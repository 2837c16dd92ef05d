import { type StrategyFile } from '@slusen/contracts';
import { latestDuePeriod, nextPeriod, parsePeriod, periodCode } from '@slusen/domain';
import { readDemoContent } from './demo-content.js';
import { exampleSeries, type ExampleRow } from './example-series.js';

const DAYS = ['2026-01-01', '2026-03-31', '2026-11-23', '2027-02-28', '2028-02-29', '2031-07-15', '2040-12-31'];

describe('the invented series', () => {
  let strategy: StrategyFile;
  beforeAll(async () => {
    ({ strategy } = await readDemoContent('apps/api/src/demo'));
  });
  const rowsOf = (slug: string, today = '2026-11-23') => exampleSeries(strategy, today).filter((row) => row.indicator === slug);
  const indicatorOf = (row: ExampleRow) => {
    const found = strategy.indicators.find(({ slug }) => slug === row.indicator);
    if (!found) throw new Error(`unknown indicator ${row.indicator}`);
    return found;
  };

  it('are the same every time', () => {
    expect(exampleSeries(strategy, '2026-11-23')).toEqual(exampleSeries(strategy, '2026-11-23'));
  });

  it('give a period the same value whatever the day of the first start', () => {
    const then = rowsOf('biblioteksbesok', '2026-11-23');
    const later = new Map(rowsOf('biblioteksbesok', '2028-06-01').map((row) => [row.period, row.value]));
    const shared = then.filter((row) => later.has(row.period));
    expect(shared.length).toBeGreaterThan(15);
    for (const row of shared)
      expect(row.value)
        .withContext(row.period)
        .toBe(later.get(row.period) ?? '');
  });

  for (const today of DAYS) {
    it(`leave exactly the latest due period to be entered on ${today}`, () => {
      for (const indicator of strategy.indicators.filter(({ isExample }) => isExample)) {
        const last = rowsOf(indicator.slug, today).at(-1);
        const due = latestDuePeriod(indicator, today);
        expect(last && periodCode(nextPeriod(parsePeriod(last.period))))
          .withContext(indicator.slug)
          .toBe(due && periodCode(due));
      }
    });

    it(`are within limits and decimals, and marked as examples, on ${today}`, () => {
      const rows = exampleSeries(strategy, today);
      expect(rows.length).toBeGreaterThan(250);
      for (const row of rows) {
        expect(row.provenance).toBe('example');
        if (row.value === '') continue;
        const { min = -Infinity, max = Infinity, decimals } = indicatorOf(row);
        const value = Number(row.value);
        expect(value >= min && value <= max)
          .withContext(`${row.indicator} ${row.period} ${row.value}`)
          .toBeTrue();
        expect(Number(value.toFixed(decimals)))
          .withContext(row.period)
          .toBe(value);
      }
    });
  }

  it('have seven years of unbroken periods', () => {
    const codes = rowsOf('dialogdeltagare').map((row) => row.period);
    expect(codes.length).toBe(28);
    expect(codes.slice(0, 2)).toEqual(['2019-Q3', '2019-Q4']);
    for (const [index, code] of codes.slice(1).entries()) expect(code).toBe(periodCode(nextPeriod(parsePeriod(codes[index] ?? ''))));
  });

  it('have more than a third of the year’s visits to the tourist office in July', () => {
    const visits = rowsOf('besok-pa-turistbyran');
    for (const year of ['2022', '2023', '2024', '2025']) {
      const months = visits.filter((row) => row.period.startsWith(year)).map((row) => Number(row.value));
      expect(months.length).toBe(12);
      const sum = months.reduce((total, value) => total + value, 0);
      expect((months[6] ?? 0) / sum)
        .withContext(year)
        .toBeGreaterThan(1 / 3);
    }
  });

  it('accumulate passed courses through the year and begin anew', () => {
    const courses = rowsOf('sfi-godkanda-kurser')
      .filter((row) => row.period.startsWith('2025'))
      .map((row) => Number(row.value));
    expect(courses.length).toBe(3);
    expect(courses).toEqual([...courses].sort((a, b) => a - b));
    expect(Number(rowsOf('sfi-godkanda-kurser').find((row) => row.period === '2026-T1')?.value)).toBeLessThan(courses[1] ?? 0);
  });

  it('are counted lower in the libraries once the counters are new', () => {
    const inYear = (year: string) =>
      rowsOf('biblioteksbesok')
        .filter((row) => row.period.startsWith(year))
        .reduce((sum, row) => sum + Number(row.value), 0);
    expect(inYear('2025') / inYear('2024')).toBeLessThan(0.92);
  });

  it('carry a margin that fits the number of answers', () => {
    for (const row of rowsOf('inflytande-i-invanarpanelen')) {
      const share = Number(row.value) / 100;
      expect(Number(row.respondents)).toBeGreaterThan(500);
      expect(Number(row.margin)).toBe(Math.round(196 * Math.sqrt((share * (1 - share)) / Number(row.respondents))));
    }
  });

  it('show one latest period without a value and why', () => {
    const missing = exampleSeries(strategy, '2026-11-23').filter((row) => row.missing !== '');
    expect(missing.map((row) => [row.indicator, row.period, row.missing, row.value])).toEqual([
      ['felanmalningar-i-tid', '2026-Q2', 'not-measured', ''],
    ]);
    expect(missing[0]?.provenance_note).toContain('byttes');
  });
});

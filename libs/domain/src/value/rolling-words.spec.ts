import { type Aggregation } from '../indicator/indicator.js';
import { parsePeriod } from '../time/period-code.js';
import { type Cadence } from '../time/period.js';
import { rollingWayText } from './rolling-words.js';

describe('how twelve months are put together, in words', () => {
  const plain = [{ value: 1 }, { value: 2 }];
  const shares = [{ value: 50, numerator: 1, denominator: 2 }, { value: 25, numerator: 1, denominator: 4 }]; // prettier-ignore
  const cases: [what: string, aggregation: Aggregation, cadence: Cadence, values: typeof plain, sv: string | undefined, en: string | undefined][] = [
    ['a sum', 'sum', 'quarter', plain, 'summan av fyra kvartal', 'the sum of four quarters'],
    ['levels', 'mean', 'quarter', plain, 'medelvärdet av fyra kvartal', 'the mean of four quarters'],
    ['shares with what they are shares of', 'mean', 'month', shares, 'summan av täljarna delad med summan av nämnarna för tolv månader', 'the sum of the numerators divided by the sum of the denominators of twelve months'],
    ['shares of which one lacks that', 'mean', 'half-year', [...shares.slice(1), ...plain], 'medelvärdet av två halvår', 'the mean of two half-years'],
    ['what is known by its latest value', 'last', 'month', plain, 'det senaste värdet', 'the latest value'],
    ['what cannot be put together', 'none', 'month', plain, undefined, undefined],
  ]; // prettier-ignore
  for (const [what, aggregation, cadence, values, sv, en] of cases) {
    it(`of ${what}`, () => {
      const months =
        cadence === 'quarter' ? ['2026-Q1', '2026-Q2'] : cadence === 'month' ? ['2026-M05', '2026-M06'] : ['2025-H2', '2026-H1'];
      const period = parsePeriod(months[1] ?? '');
      const series = values.slice(0, 2).map((value, at) => ({ ...value, period: parsePeriod(months[at] ?? '') }));
      const told = (language: 'sv' | 'en') =>
        rollingWayText(series, { period, rules: { aggregation, cadence, reporting: 'period' } }, language);
      expect([told('sv'), told('en')]).toEqual([sv, en]);
    });
  }

  it('of what accumulates over the year', () => {
    const rules = { aggregation: 'sum', cadence: 'tertial', reporting: 'year-to-date' } as const;
    const told = (language: 'sv' | 'en') => rollingWayText([], { period: parsePeriod('2026-T1'), rules }, language);
    expect([told('sv'), told('en')]).toEqual([
      'årets tal hittills, plus hela förra årets, minus förra årets till samma tid',
      'this year so far, plus the whole of last year, minus last year up to the same time',
    ]);
  });
});

import { type Direction } from '../indicator/indicator.js';
import { parsePeriod } from '../time/period-code.js';
import { type PointTarget, type Target } from '../target/target.js';
import { outlookOf, type OutlookInput } from './outlook.js';

const rules: OutlookInput['rules'] = {
  direction: 'increase',
  cadence: 'year',
  reporting: 'period',
  aggregation: 'last',
  decimals: 0,
  breaks: [],
};
const decision = { tolerance: 0, decision: 'KF 2017 § 100', isExample: true };
const reach = (value: number, period = '2030'): PointTarget => ({
  ...decision,
  kind: 'point',
  measure: 'value',
  path: 'linear',
  baseline: { period: parsePeriod('2016'), value: 0 },
  milestones: [],
  final: { period: parsePeriod(period), value },
});
const since = (firstYear: number, values: readonly number[]) =>
  values.map((value, index) => ({ period: parsePeriod(String(firstYear + index)), value }));
const outlook = (input: Partial<OutlookInput> & Pick<OutlookInput, 'points'>, direction: Direction = 'increase') =>
  outlookOf({ unit: { sv: 'invånare', en: 'residents' }, rules: { ...rules, direction }, ...input });

describe('outlookOf', () => {
  describe('population 2019–2025, 15 800 in 2030', () => {
    const result = outlook({
      points: since(2019, [15647, 15672, 15578, 15557, 15461, 15384, 15327]),
      target: reach(15800),
    });

    it('falls by 53.33 a year with a variation of 47.39: worsening', () => {
      expect(result.pace).toBeCloseTo(-53.33, 2);
      expect(result.variation).toBeCloseTo(47.39, 2);
      expect(result.trend).toBe('worsening');
    });
    it('heads for 15 060.3 ± 408.8 in 2030', () => {
      const { value, low, high } = result.ahead?.projection ?? { value: 0, low: 0, high: 0 };
      expect(value).toBeCloseTo(15060.3, 1);
      expect(value - low).toBeCloseTo(408.8, 1);
      expect(high - value).toBeCloseTo(408.8, 1);
    });
    it('needs +94.6 a year, which happened in 0 of 6', () => {
      expect(result.ahead?.required).toEqual({ perYear: 94.6, happened: 0, of: 6 });
    });
    it('has a chance of 2.2 %: very small', () => {
      expect((result.ahead?.chance?.probability ?? 0) * 100).toBeCloseTo(2.2, 1);
      expect(result.ahead?.chance?.word).toBe('very-small');
    });
  });

  describe('population 2016–2025, 15 800 in 2030', () => {
    const values = [15636, 15728, 15764, 15647, 15672, 15578, 15557, 15461, 15384, 15327];
    const result = outlook({ points: since(2016, values), target: reach(15800) });

    it('falls by 34.33 a year with a variation of 71.71: no clear trend', () => {
      expect(result.pace).toBeCloseTo(-34.33, 2);
      expect(result.variation).toBeCloseTo(71.71, 2);
      expect(result.trend).toBe('no-clear-trend');
    });
    it('heads for 15 155.3 ± 573.4 in 2030', () => {
      const { value, high } = result.ahead?.projection ?? { value: 0, high: 0 };
      expect(value).toBeCloseTo(15155.3, 1);
      expect(high - value).toBeCloseTo(573.4, 1);
    });
    it('needs what happened in 0 of 9, a chance of 7.8 %', () => {
      expect(result.ahead?.required?.happened).toBe(0);
      expect(result.ahead?.required?.of).toBe(9);
      expect((result.ahead?.chance?.probability ?? 0) * 100).toBeCloseTo(7.8, 1);
    });
  });

  describe('business-climate rank 2021–2025, 150 in 2030', () => {
    const result = outlook({ points: since(2021, [220, 200, 236, 210, 179]), target: reach(150) }, 'decrease');

    it('falls by 10.25 places a year with a variation of 31.16: no clear trend', () => {
      expect(result.pace).toBe(-10.25);
      expect(result.variation).toBeCloseTo(31.16, 2);
      expect(result.trend).toBe('no-clear-trend');
    });
    it('changed by −31 last, which is within ordinary variation', () => {
      expect(result.latestChange).toEqual({
        from: { period: parsePeriod('2024'), value: 210 },
        to: { period: parsePeriod('2025'), value: 179 },
        isOrdinary: true,
      });
    });
    it('needs −5.8 a year, which happened in 3 of 4', () => {
      expect(result.ahead?.required).toEqual({ perYear: -5.8, happened: 3, of: 4 });
    });
  });

  describe('what cannot be said', () => {
    it('has a pace but neither trend nor chance with four values', () => {
      const result = outlook({ points: since(2022, [1, 5, 2, 7]), target: reach(10) });
      expect(result.pace).toBe(2);
      expect([result.reason, result.trend, result.latestChange]).toEqual(['too-few-values', undefined, undefined]);
      expect([result.ahead?.reason, result.ahead?.projection, result.ahead?.chance]).toEqual(['too-few-values', undefined, undefined]);
    });
    it('sees no variation in values on a line, though floats see some', () => {
      const result = outlook({ points: since(2021, [0.1, 0.2, 0.3, 0.4, 0.5]), target: reach(1) });
      expect([result.reason, result.ahead?.reason]).toEqual(['no-variation', 'no-variation']);
    });
    it('computes no chance once the final period has come, but keeps the trend', () => {
      const result = outlook({
        points: since(2019, [15647, 15672, 15578, 15557, 15461, 15384, 15327]),
        target: reach(15800, '2025'),
      });
      expect([result.ahead?.reason, result.ahead?.horizon, result.ahead?.required]).toEqual(['final-reached', 0, undefined]);
      expect(result.trend).toBe('worsening');
    });
    it('says nothing at all without a value', () => {
      const result = outlook({ points: [], target: reach(1) });
      expect([result.pace, result.ahead, result.reason]).toEqual([undefined, undefined, 'too-few-values']);
    });
  });

  describe('a series break on the way to the final period', () => {
    const cut = (firstPeriod: string) => ({ firstPeriod: parsePeriod(firstPeriod), reason: { sv: 'Ny metod' } });
    const values = [70, 71, 73, 72, 74, 75];
    const ahead = (breaks: readonly string[], baseline = '2018', first = 2018) => {
      const target = { ...reach(80, '2027'), baseline: { period: parsePeriod(baseline), value: 70 } };
      return outlook({ points: since(first, values), target, rules: { ...rules, breaks: breaks.map(cut) } }).ahead;
    };
    const expectNothingAhead = (told: ReturnType<typeof ahead>, firstPeriod: string) => {
      expect([told?.reason, told?.seriesBreak]).toEqual(['series-break', parsePeriod(firstPeriod)]);
      expect([told?.required, told?.projection, told?.chance]).toEqual([undefined, undefined, undefined]);
    };

    it('leaves nothing to say ahead when it comes after the latest value', () => {
      expectNothingAhead(ahead(['2024']), '2024');
      expectNothingAhead(ahead(['2027']), '2027');
    });
    it('leaves nothing to say ahead when it came after the baseline, as in the status', () => {
      expectNothingAhead(ahead(['2020'], '2018', 2020), '2020');
    });
    it('is of no matter before the baseline or after the final period', () => {
      expect(ahead(['2018'], '2018')?.reason).toBeUndefined();
      expect(ahead(['2028'])?.reason).toBeUndefined();
    });
  });

  it('counts a change as good enough when only floats make it smaller than the required one', () => {
    const result = outlook({ points: since(2021, [0, 0.2, 0.3]), target: reach(1, '2030') });
    expect(result.ahead?.required).toEqual(jasmine.objectContaining({ happened: 2, of: 2 }));
  });

  it('looks at a band as the probability of lying inside, without a required pace', () => {
    const band: Target = {
      ...decision,
      kind: 'band',
      measure: 'value',
      baselinePeriod: parsePeriod('2020'),
      finalPeriod: parsePeriod('2027'),
      low: 190,
      high: 230,
    };
    const narrow = outlook({ points: since(2021, [220, 200, 236, 210, 179]), target: band }, 'none');
    const wide = outlook({ points: since(2021, [220, 200, 236, 210, 179]), target: { ...band, low: 0, high: 9999 } }, 'none');
    expect(narrow.ahead?.required).toBeUndefined();
    expect(narrow.ahead?.chance?.probability).toBeLessThan(wide.ahead?.chance?.probability ?? 0);
    expect(wide.ahead?.chance?.word).toBe('very-large');
  });

  it('clips the interval to what the indicator can be', () => {
    const points = since(2021, [97, 99, 96, 99, 98]);
    const result = outlook({ points, target: reach(100), rules: { ...rules, min: 0, max: 100 } });
    expect(result.ahead?.projection?.high).toBe(100);
    expect(result.ahead?.projection?.low).toBeLessThan(98);
  });

  it('follows twelve months where the target does', () => {
    const months = Array.from({ length: 72 }, (_, index) => ({
      period: { cadence: 'month' as const, year: 2020 + Math.floor(index / 12), part: (index % 12) + 1 },
      value: index % 12 === 6 ? 1000 + 10 * (Math.floor(index / 12) % 3) : 100,
    }));
    const monthly = { ...rules, cadence: 'month' as const, aggregation: 'sum' as const, max: 1500 };
    const result = outlook({
      points: months,
      rules: monthly,
      target: { ...reach(2500, '2026-M12'), measure: 'rolling-12-months' },
    });
    expect(result.values.map(({ value }) => value)).toEqual([2100, 2110, 2120, 2100, 2110, 2120]);
    expect(result.measure).toBe('rolling-12-months');
    expect(result.ahead?.projection?.value).withContext('the limit of one month is no limit of twelve').toBeGreaterThan(2000);
  });
});

import fc from 'fast-check';
import { parsePeriod } from '../time/period-code.js';
import { questions, unansweredKinds, type PlausibilityRules } from './plausibility.js';

const rules: PlausibilityRules = { mayRepeat: false, officialStatistics: false, breaks: [] };
const since = (firstYear: number, values: readonly number[]) =>
  values.map((value, index) => ({ period: parsePeriod(String(firstYear + index)), value }));
const inYear = (year: number, value: number) => ({ period: parsePeriod(String(year)), value });
const kinds = (...asked: Parameters<typeof questions>) => questions(...asked).map(({ kind }) => kind);

/** Six values, five changes of 10, 12, 8, 10 and 9: the median is 10. */
const sixValues = since(2019, [100, 110, 98, 106, 116, 107]);

describe('questions about a figure', () => {
  it('that is final before its period is over ask why, first of all', () => {
    expect(kinds({ ...inYear(2026, -1), finalEarly: true }, [], { ...rules, min: 0 })).toEqual(['early', 'outside-limits']);
    expect(kinds({ period: parsePeriod('2026'), missing: 'confidential', finalEarly: true }, [], rules)).toEqual([]);
  });

  describe('unusual change', () => {
    for (const [value, asked] of [
      [137, []],
      [77, []],
      [138, ['unusual-change']],
      [76, ['unusual-change']],
    ] as const) {
      it(`${asked.length ? 'asks' : 'does not ask'} about ${value} after 107 when changes are usually 10`, () => {
        expect(kinds(inYear(2025, value), sixValues, rules)).toEqual([...asked]);
      });
    }
    it('tells the change and what is usual', () => {
      expect(questions(inYear(2025, 207), sixValues, rules)).toEqual([
        { kind: 'unusual-change', previous: inYear(2024, 107), years: 1, change: 100, usual: 10 },
      ]);
    });
    it('needs five changes', () => expect(kinds(inYear(2025, 999), sixValues.slice(1), rules)).toEqual([]));
    it('does not count changes across a series break', () => {
      const breaks = [{ firstPeriod: parsePeriod('2021'), reason: { sv: 'Ny definition' } }];
      expect(kinds(inYear(2025, 999), sixValues, { ...rules, breaks })).toEqual([]);
    });
    it('compares July with July', () => {
      const months = (value: number) =>
        Array.from({ length: 6 }, (_, index) => ({
          period: parsePeriod(`${2019 + index}-M07`),
          value: value + (index % 2),
        }));
      const series = [...months(9000), ...sixValues.map(({ value }, index) => ({ period: parsePeriod(`${2019 + index}-M01`), value }))];
      expect(kinds({ period: parsePeriod('2025-M07'), value: 9000 }, series, rules)).toEqual([]);
      expect(kinds({ period: parsePeriod('2025-M07'), value: 100 }, series, rules)).toEqual(['unusual-change']);
    });
    it('spreads a change over the years that are missing', () => {
      expect(kinds(inYear(2027, 107 + 90), sixValues, rules)).toEqual([]);
      expect(kinds(inYear(2027, 107 + 91), sixValues, rules)).toEqual(['unusual-change']);
    });
    it('compares a corrected period with those before it, not with itself', () => {
      const published = [...sixValues, inYear(2025, 110), inYear(2026, 111)];
      expect(kinds(inYear(2025, 207), published, rules)).toEqual(['unusual-change']);
      expect(kinds(inYear(2025, 110), published, rules)).toEqual([]);
    });
    it('does not mistake the noise of floats for a change too large', () => {
      // 0.3 − 0.2 is a little less than 0.1 for floats, and 0.6 − 0.3 is not less than 0.3.
      const tenths = since(2019, [0.2, 0.3, 0.2, 0.3, 0.2, 0.3]);
      expect(kinds(inYear(2025, 0.6), tenths, rules)).toEqual([]);
      expect(kinds(inYear(2025, 0.600001), tenths, rules)).toEqual(['unusual-change']);
    });
  });

  describe('limits', () => {
    for (const [value, asked] of [
      [0, []],
      [100, []],
      [-0.1, ['outside-limits']],
      [100.1, ['outside-limits']],
    ] as const) {
      it(`${asked.length ? 'asks' : 'does not ask'} about ${value} when it should lie between 0 and 100, even without history`, () => {
        expect(kinds(inYear(2025, value), [], { ...rules, min: 0, max: 100 })).toEqual([...asked]);
      });
    }
  });

  describe('repeated value', () => {
    it('asks when it equals the value before to the last digit', () => {
      expect(kinds(inYear(2025, 107), sixValues, rules)).toEqual(['repeated']);
      expect(kinds(inYear(2025, 107.000001), sixValues, rules)).toEqual([]);
    });
    it('does not ask where values may repeat', () =>
      expect(kinds(inYear(2025, 107), sixValues, { ...rules, mayRepeat: true })).toEqual([]));
  });

  describe('balance', () => {
    const before = {
      indicator: 'folkmangd',
      name: { sv: 'folkmängd året före' },
      sign: 1,
      at: 'previous-period',
    } as const;
    const balance = { rule: { terms: [before] }, lookup: () => 15383 };
    it('asks when it does not close', () => {
      expect(kinds(inYear(2024, 15384), [], { ...rules, balance })).toEqual(['balance']);
      expect(kinds(inYear(2024, 15383), [], { ...rules, balance })).toEqual([]);
    });
    it('does not reach over a series break', () => {
      const breaks = [{ firstPeriod: parsePeriod('2024'), reason: { sv: 'Ny definition' } }];
      expect(kinds(inYear(2024, 15384), [], { ...rules, balance, breaks })).toEqual([]);
    });
  });

  it('are not put to imported official statistics, but to the same figure typed by hand', () => {
    const official = { ...rules, max: 50, officialStatistics: true };
    expect(kinds({ ...inYear(2025, 999), imported: true }, sixValues, official)).toEqual([]);
    expect(kinds(inYear(2025, 999), sixValues, official)).toEqual(['outside-limits', 'unusual-change']);
    expect(kinds({ ...inYear(2025, 999), imported: true }, sixValues, rules)).toEqual(['unusual-change']);
  });

  it('are not put to a missing value', () => {
    expect(questions({ period: parsePeriod('2025'), missing: 'confidential' }, sixValues, { ...rules, min: 1 })).toEqual([]);
  });

  it('do not depend on the level or the order of the values', () => {
    const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }), (chosen, value, shift) => {
        const year = 2000 + chosen.length;
        const here = kinds(inYear(year, value), since(2000, chosen), rules);
        const there = kinds(
          inYear(year, value + shift),
          since(
            2000,
            chosen.map((old) => old + shift),
          ).reverse(),
          rules,
        );
        expect(there).toEqual(here);
      }),
    );
  });
});

describe('unansweredKinds', () => {
  it('takes only words for an answer', () => {
    const asked = [{ kind: 'repeated' }, { kind: 'outside-limits' }] as const;
    expect(unansweredKinds(asked, [{ kind: 'repeated', comment: '  ' }])).toEqual(['repeated', 'outside-limits']);
    expect(unansweredKinds(asked, [{ kind: 'repeated', comment: 'Räknat två gånger.' }])).toEqual(['outside-limits']);
  });
});

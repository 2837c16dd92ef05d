import fc from 'fast-check';
import { parsePeriod } from '../time/period-code.js';
import { askedAnew, FILE_QUESTIONS, QUESTION_KINDS, questions, unansweredKinds, type PlausibilityRules } from './plausibility.js';

const rules: PlausibilityRules = { decimals: 6, mayRepeat: false, officialStatistics: false, breaks: [] };
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

  describe('decimals', () => {
    for (const [value, decimals, asked] of [
      [15.327, 0, ['decimals']],
      [15.327, 3, []],
      [15, 0, []],
      [-0.25, 1, ['decimals']],
    ] as const) {
      it(`${asked.length ? 'asks' : 'does not ask'} about ${value} where the indicator has ${decimals}, even without history`, () => {
        expect(kinds(inYear(2025, value), [], { ...rules, decimals })).toEqual([...asked]);
      });
    }
  });

  describe('a hundredfold jump', () => {
    const jumps: readonly (readonly [name: string, value: number, history: Parameters<typeof questions>[1], isAsked: boolean])[] = [
      ['up from the only value before', 1000, since(2024, [10]), true],
      ['down from the only value before', 0.1, since(2024, [10]), true],
      ['that is a hundredfold to the last digit', 7, since(2024, [0.07]), true],
      ['of which a little is missing', 999, since(2024, [10]), false],
      ['from 20 to 1 of small counts', 1, since(2024, [20]), false],
      ['down to nothing', 0, since(2024, [1000]), false],
      ['in a series that has been nothing', 1000, since(2022, [0, 10, 10]), false],
      ['in a series that has been below nothing', 236, since(2022, [-218, 5, 2]), false],
      ['past a missing value', 1000, [inYear(2023, 10), { period: parsePeriod('2024'), missing: 'non-response' }], true],
      ['beside an older value only', 1000, [inYear(2020, 10), inYear(2024, 900)], false],
      ['from the first value of a series to an earlier one', 1000, since(2026, [10, 11]), true],
      ['from the value that it corrects', 1000, [inYear(2025, 10)], false],
      ['in a hole, from the value after it, where the one before is near', 1000, [inYear(2024, 900), inYear(2026, 10)], false],
    ];
    for (const [name, value, history, isAsked] of jumps) {
      it(`${isAsked ? 'is' : 'is not'} asked about ${name}`, () => {
        expect(kinds(inYear(2025, value), history, rules)).toEqual(isAsked ? ['jump'] : []);
      });
    }
    it('tells the value that it is beside', () => {
      expect(questions(inYear(2025, 1000), since(2023, [9, 10]), rules)).toEqual([{ kind: 'jump', value: 1000, other: inYear(2024, 10) }]);
    });
    it('says that the value is a later one where there is none before', () => {
      const later = { kind: 'jump', value: 1000, other: inYear(2026, 10), isLater: true } as const;
      expect(questions(inYear(2025, 1000), since(2026, [10, 11]), rules)).toEqual([later]);
      const breaks = [{ firstPeriod: parsePeriod('2025'), reason: { sv: 'I kronor' } }];
      expect(questions(inYear(2025, 1000), [inYear(2024, 900), inYear(2026, 10)], { ...rules, breaks })).toEqual([later]);
    });
    it('is not asked about across a series break', () => {
      const breaks = [{ firstPeriod: parsePeriod('2025'), reason: { sv: 'I kronor' } }];
      expect(kinds(inYear(2025, 1000), since(2023, [9, 10]), { ...rules, breaks })).toEqual([]);
    });
    it('is asked about a neighbouring month, whatever the season', () => {
      expect(kinds({ period: parsePeriod('2025-M02'), value: 1000 }, [{ period: parsePeriod('2025-M01'), value: 10 }], rules)).toEqual([
        'jump',
      ]);
    });
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

  describe('parts', () => {
    const breakdown = { kind: 'sex', groups: [], of: 'people' } as const;
    const parted = (value: number, ...values: number[]) => ({
      ...inYear(2024, value),
      parts: values.map((count, at) => ({ part: ['kvinnor', 'män'][at]!, value: count })),
    });
    it('asks where they make another whole, and of shares where it does not lie between them', () => {
      expect(kinds(parted(101, 49, 53), [], { ...rules, breakdown })).toEqual(['parts']);
      expect(kinds(parted(102, 49, 53), [], { ...rules, breakdown })).toEqual([]);
      expect(kinds(parted(51, 49, 53), [], { ...rules, breakdown: { ...breakdown, of: 'shares' } })).toEqual([]);
    });
    it('says nothing of a whole with a part that nobody knows', () =>
      expect(kinds(parted(101, 49), [], { ...rules, breakdown })).toEqual([]));
    it('asks of a value that was approved too, since its parts may be others', () =>
      expect(askedAnew([{ kind: 'parts' }, { kind: 'repeated' }] as const, { value: 7 }, { value: 7 })).toEqual([{ kind: 'parts' }]));
  });

  it('about limits, changes and sums are not put to imported official statistics, those about how a number was written are', () => {
    const official = { ...rules, decimals: 0, max: 50, officialStatistics: true };
    expect(kinds({ ...inYear(2025, 99999.5), imported: true }, sixValues, official)).toEqual(['decimals', 'jump']);
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

  it('do not depend on the level (but for jumps) or the order of the values', () => {
    const changes = (...asked: Parameters<typeof questions>) => kinds(...asked).filter((kind) => kind !== 'jump');
    const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }), (chosen, value, shift) => {
        const year = 2000 + chosen.length;
        const here = changes(inYear(year, value), since(2000, chosen), rules);
        const there = changes(
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

describe('the questions that a file is asked', () => {
  it('are some of those of the form, each by a word of its own', () => {
    expect(QUESTION_KINDS).toEqual(jasmine.arrayContaining(Object.values(FILE_QUESTIONS)));
    expect(new Set(Object.values(FILE_QUESTIONS)).size).toBe(Object.keys(FILE_QUESTIONS).length);
  });
});

describe('unansweredKinds', () => {
  it('takes only words for an answer', () => {
    const asked = [{ kind: 'repeated' }, { kind: 'outside-limits' }] as const;
    expect(unansweredKinds(asked, [{ kind: 'repeated', comment: '  ' }])).toEqual(['repeated', 'outside-limits']);
    expect(unansweredKinds(asked, [{ kind: 'repeated', comment: 'Räknat två gånger.' }])).toEqual(['outside-limits']);
  });
});

describe('what is asked of a figure that replaces another', () => {
  const asked = [{ kind: 'early' }, { kind: 'unusual-change' }] as const;
  const said = (value: number | undefined, approved: number | undefined) =>
    askedAnew(asked, { value }, { value: approved }).map(({ kind }) => kind);
  it('is only why it is final already, where the value was approved', () => expect(said(7, 7)).toEqual(['early']));
  it('is all where the value is another, or is the first', () => {
    expect(said(8, 7)).toEqual(['early', 'unusual-change']);
    expect(said(8, undefined)).toEqual(['early', 'unusual-change']);
    expect(askedAnew(asked, { value: 7 }, undefined)).toEqual(asked);
  });
});

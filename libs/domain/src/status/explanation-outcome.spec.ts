import { parsePeriod, periodCode } from '../time/period-code.js';
import { figureAt, outcomeOf, type SeriesQuestion } from './explanation-outcome.js';
import { outcome, someRules, yearly } from './status.fixtures.js';

const YEARLY: SeriesQuestion = { rules: someRules(), measure: 'value', observations: yearly(2024, 15384, 15327, 15300) };
const asked = (changes: Partial<SeriesQuestion>) => outcomeOf({ ...YEARLY, ...changes });
const cutAt = (code: string) => ({ firstPeriod: parsePeriod(code), reason: { sv: `Brott ${code}` } });

describe('the outcome of a series', () => {
  it('is that of the latest period, in whatever order the values come', () => {
    const found = asked({ observations: [outcome('2026', 15300), outcome('2024', 15384), outcome('2025', 15327)] });
    expect([found.latest && periodCode(found.latest), found.outcome?.value, found.yearBefore?.value]).toEqual(['2026', 15300, 15327]);
  });

  it('is none without any figure', () => {
    expect(asked({ observations: [] })).toEqual({});
  });

  it('is of whole years only, where it is asked so', () => {
    const rules = someRules({ cadence: 'tertial', reporting: 'year-to-date', aggregation: 'sum' });
    const observations = [outcome('2025-T3', 9), outcome('2026-T2', 6)];
    expect(
      [asked({ rules, observations, wholeYears: true }), asked({ rules, observations })].map(({ outcome: found }) => found?.value),
    ).toEqual([9, 6]);
  });

  it('of a period without a value says which kind is missing, and shows the last real one', () => {
    const observations = [outcome('2024', 15384), outcome('2025', 15327), outcome('2026', { missing: 'non-response' })];
    const { lacking, lastReal, outcome: found, breakWithin } = asked({ observations, rules: someRules({ breaks: [cutAt('2026')] }) });
    expect(lacking).toEqual({ reason: 'missing', missing: 'non-response' });
    expect([lastReal?.value, found, breakWithin]).toEqual([15327, undefined, undefined]);
    expect(asked({ observations: [outcome('2026', { missing: 'confidential' })] }).lastReal).toBeUndefined();
  });

  it('carries its own margin of error, rounded as the indicator is', () => {
    expect(asked({ observations: [outcome('2026', 15300, { margin: 12.4 })] }).outcome?.margin).toBe(12);
    expect(asked({ observations: [outcome('2026', 15300)] }).outcome?.margin).toBeUndefined();
  });

  it('of what is measured in some years is compared with the latest listed year before it that has a value', () => {
    const rules = someRules({ cadence: 'irregular', irregularYears: [2014, 2018, 2022], lagDays: 0 });
    const before = (...observations: SeriesQuestion['observations']) => asked({ rules, observations }).yearBefore;
    const [first, second, third] = [outcome('2014', 86), outcome('2018', 88), outcome('2022', 85)];
    expect(before(third, first, second)).toEqual({ period: parsePeriod('2018'), value: 88 });
    expect(before(third, outcome('2018', { missing: 'not-measured' }), first)).toEqual({ period: parsePeriod('2014'), value: 86 });
    expect(before(third, outcome('2020', 50), second)).toEqual({ period: parsePeriod('2018'), value: 88 });
    expect(before(third)).toBeUndefined();
  });
});

describe('a break before the outcome', () => {
  const quarterly = someRules({ cadence: 'quarter', breaks: [cutAt('2025-Q3')] });
  const cases: [what: string, changes: Partial<SeriesQuestion>, breakBefore: string | undefined][] = [
    ['lies between it and the value of the year before', { rules: someRules({ breaks: [cutAt('2026')] }) }, 'Brott 2026'],
    [
      'lies between it and the last value, though that is older',
      { rules: someRules({ breaks: [cutAt('2025')] }), observations: [outcome('2024', 81), outcome('2026', 74)] },
      'Brott 2025',
    ],
    ['is none where a value of the year before is on its side', { rules: someRules({ breaks: [cutAt('2025')] }) }, undefined],
    [
      'is none where the value before is on its side, whatever is lacking of the year before',
      { rules: someRules({ breaks: [cutAt('2022')] }), observations: [outcome('2021', 3), outcome('2023', 81), outcome('2026', 74)] },
      undefined,
    ],
    [
      'is none where there is nothing before it',
      { rules: someRules({ breaks: [cutAt('2026')] }), observations: [outcome('2026', 74)] },
      undefined,
    ],
    [
      'lies between it and its season, though a quarter is on its side',
      { rules: quarterly, observations: [outcome('2024-Q4', 1), outcome('2025-Q3', 2), outcome('2025-Q4', 3)] },
      'Brott 2025-Q3',
    ],
  ];
  for (const [what, changes, reason] of cases) {
    it(what, () => expect(asked(changes).breakBefore?.reason.sv).toBe(reason));
  }
});

describe('an outcome of twelve months', () => {
  const rules = someRules({ cadence: 'half-year', aggregation: 'sum' });
  const halves = [outcome('2025-H1', 4), outcome('2025-H2', 8), outcome('2026-H1', 16), outcome('2026-H2', 32)];
  const rolling = (changes: Partial<SeriesQuestion>) => asked({ rules, measure: 'rolling-12-months', observations: halves, ...changes });

  it('is the sum of its parts, compared with that of a year before', () => {
    const { outcome: found, yearBefore } = rolling({});
    expect([found?.value, yearBefore]).toEqual([48, { period: parsePeriod('2025-H2'), value: 12 }]);
  });

  const [, , spring, autumn] = halves;
  const qualities = [
    ['final', 'final', 'final'],
    ['preliminary', 'final', 'preliminary'],
    ['final', 'preliminary', 'preliminary'],
    ['estimated', 'preliminary', 'estimated'],
    ['preliminary', 'estimated', 'estimated'],
    ['final', 'estimated', 'estimated'],
  ] as const;
  for (const [first, second, whole] of qualities) {
    it(`is ${whole} where its parts are ${first} and ${second}`, () => {
      const observations = [
        { ...spring!, quality: first },
        { ...autumn!, quality: second },
      ];
      expect(rolling({ observations }).outcome?.quality).toBe(whole);
    });
  }

  it('has nothing of the parts of other years', () => {
    const [old] = halves;
    const observations = [{ ...old!, quality: 'estimated' as const, provenance: 'example' as const }, spring!, autumn!];
    expect(rolling({ observations }).outcome).toEqual(jasmine.objectContaining({ quality: 'final', provenance: 'exact' }));
  });

  it('was known when the last of its parts was, and no margin of one part is that of the sum', () => {
    const [early, late] = ['2027-01-10T08:00:00.000Z', '2027-04-10T08:00:00.000Z'];
    for (const [first, second] of [
      [early, late],
      [late, early],
    ] as const)
      // prettier-ignore
      expect(rolling({ observations: [{ ...spring!, recordedAt: first }, { ...autumn!, recordedAt: second }] }).outcome?.recordedAt).toBe(late);
    expect(rolling({ observations: [spring!, { ...autumn!, margin: 2 }] }).outcome?.margin).toBeUndefined();
  });

  it('of a stock is the value itself, with its own quality and margin', () => {
    const observations = [
      { ...spring!, quality: 'estimated' as const },
      { ...autumn!, margin: 2 },
    ];
    const stock = rolling({ rules: someRules({ cadence: 'half-year', aggregation: 'last' }), observations }).outcome;
    expect([stock?.value, stock?.quality, stock?.margin]).toEqual([32, 'final', 2]);
  });

  it('lacks what one part lacks', () => {
    const observations = [outcome('2026-H1', { missing: 'confidential' }), autumn!];
    expect(rolling({ observations }).lacking).toEqual({ reason: 'missing', missing: 'confidential', parts: [spring!.period] });
    expect(rolling({ observations: [autumn!] }).lacking).toEqual({ reason: 'missing', missing: undefined, parts: [spring!.period] });
  });

  it('that a break cuts names the break, also where figures of the year so far reach further back', () => {
    const cut = rolling({ rules: { ...rules, breaks: [cutAt('2026-H2'), cutAt('2020')] } });
    expect([cut.lacking?.reason, cut.breakWithin?.reason.sv, cut.lastReal?.value]).toEqual(['series-break', 'Brott 2026-H2', 24]);
    const tertials = someRules({ cadence: 'tertial', reporting: 'year-to-date', aggregation: 'sum', breaks: [cutAt('2025-T2')] });
    const soFar = ['2025-T1', '2025-T2', '2025-T3', '2026-T1'].map((code) => outcome(code, 5));
    const further = rolling({ rules: tertials, observations: soFar });
    expect([further.lacking?.reason, further.breakWithin?.reason.sv]).toEqual(['series-break', 'Brott 2025-T2']);
  });
});

describe('what a series says of one period', () => {
  const quarters = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'].map((code, at) =>
    outcome(code, 10 + at, at === 1 ? { quality: 'preliminary' } : {}),
  );
  const question: SeriesQuestion = {
    rules: someRules({ cadence: 'quarter', aggregation: 'sum' }),
    measure: 'rolling-12-months',
    observations: quarters,
  };
  const at = (code: string, changes: Partial<SeriesQuestion> = {}) => figureAt(parsePeriod(code), { ...question, ...changes });

  it('is its twelve months, as sure as the least sure of them, or its own value', () => {
    expect([at('2026-Q1')?.value, at('2026-Q1')?.quality]).toEqual([46, 'preliminary']);
    expect([at('2026-Q1', { measure: 'value' })?.value, at('2026-Q1', { measure: 'value' })?.quality]).toEqual([13, 'final']);
  });

  it('is nothing where a part is lacking, or the period itself', () => {
    expect([at('2025-Q4'), at('2026-Q2')]).toEqual([undefined, undefined]);
  });
});

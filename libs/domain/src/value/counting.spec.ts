import { assess } from '../status/status-assess.js';
import { INHABITANTS, outcome, someRules } from '../status/status.fixtures.js';
import { headingOf } from '../sentence/sentence.js';
import { type IndicatorRules } from '../indicator/indicator.js';
import { awaitedValues } from '../time/awaited-value.js';
import { periodCode } from '../time/period-code.js';
import { type Measure } from '../target/target.js';
import { countedSeries, counts } from './counting.js';
import { type Observation } from './observation.js';
import { type Measured } from './value.js';

/** A revision as the register has it. */
const revision = (code: string, recorded: string, measured: number | Measured, changes: Partial<Observation> = {}): Observation =>
  outcome(code, measured, { recordedAt: `${recorded}T12:00:00.000Z`, ...changes });

describe('a revision', () => {
  const quarterly = someRules({ cadence: 'quarter', lagDays: 30 });
  const cases: [what: string, revision: Observation, counts: boolean][] = [
    ['of a period that was over', revision('2026-Q3', '2026-10-01', 5), true],
    ['of one that was not', revision('2026-Q3', '2026-09-30', 5), false],
    ['preliminary of a period that was over', revision('2026-Q3', '2026-10-01', 5, { quality: 'preliminary' }), true],
    ['preliminary of one that was not', revision('2026-Q4', '2026-11-27', 5, { quality: 'preliminary' }), false],
    [
      'estimated of one that was not, with an answer',
      revision('2026-Q4', '2026-11-27', 5, { quality: 'estimated', finalEarly: true }),
      false,
    ],
    ['final of one that was not, with an answer why', revision('2026-Q4', '2026-11-27', 5, { finalEarly: true }), true],
    ['that is missing, of a period that was over', revision('2026-Q3', '2026-10-01', { missing: 'non-response' }), true],
    ['that is missing, of one that was not', revision('2026-Q4', '2026-11-27', { missing: 'non-response' }), false],
    [
      'that is missing, of one that was not, with an answer',
      revision('2026-Q4', '2026-11-27', { missing: 'non-response' }, { finalEarly: true }),
      false,
    ],
    ['that says “not published yet”', revision('2026-Q3', '2026-10-20', { missing: 'not-yet-published' }), false],
    ['of another cadence', revision('2025', '2026-10-20', 5), false],
  ];
  for (const [what, each, expected] of cases) {
    it(`${what} ${expected ? 'counts' : 'does not count'}`, () => {
      expect(counts(each, quarterly)).toBe(expected);
      const { counting, apart } = countedSeries([each], quarterly);
      expect([counting.length, apart.length]).toEqual(expected ? [1, 0] : [0, 1]);
    });
  }

  it('is put in order of its period', () => {
    const series = countedSeries([revision('2026-Q2', '2026-10-01', 2), revision('2026-Q1', '2026-10-01', 1)], quarterly);
    expect(series.counting.map(({ value }) => value)).toEqual([1, 2]);
  });
});

describe('the one outcome', () => {
  interface Case {
    readonly rules: Partial<IndicatorRules>;
    readonly revisions: readonly Observation[];
    readonly today?: string;
    readonly measure?: Measure;
    /** Period and value of the outcome, and its heading. */
    readonly outcome: readonly [code: string, value: number];
    readonly heading: string;
    readonly awaited: string | undefined;
  }
  const visitors: Partial<IndicatorRules> = { cadence: 'month', lagDays: 30, aggregation: 'sum' };
  const cases: Readonly<Record<string, Case>> = {
    'is October as soon as it is published, final and before its day': {
      rules: visitors,
      revisions: [
        revision('2025-M10', '2025-11-20', 90),
        ...['2026-M06', '2026-M07', '2026-M08', '2026-M09'].map((code) => revision(code, '2026-10-20', 80)),
        revision('2026-M10', '2026-11-10', 100),
      ],
      outcome: ['2026-M10', 100],
      heading: '100 invånare i oktober 2026, 10 fler än i oktober 2025',
      awaited: '2026-M11',
    },
    'stays quarter 3 when quarter 4 is entered as preliminary before it is over': {
      rules: { cadence: 'quarter', lagDays: 30 },
      revisions: [revision('2026-Q3', '2026-10-20', 80), revision('2026-Q4', '2026-11-27', 30, { quality: 'preliminary' })],
      outcome: ['2026-Q3', 80],
      heading: '80 invånare kvartal 3 2026, inget värde att jämföra med',
      awaited: '2026-Q4',
    },
    'stays so after New Year': {
      rules: { cadence: 'quarter', lagDays: 30 },
      revisions: [revision('2026-Q3', '2026-10-20', 80), revision('2026-Q4', '2026-11-27', 30, { quality: 'preliminary' })],
      today: '2027-02-15',
      outcome: ['2026-Q3', 80],
      heading: '80 invånare kvartal 3 2026, inget värde att jämföra med',
      awaited: '2026-Q4',
    },
    'is the election of September from the day it is final': {
      rules: { cadence: 'irregular', irregularYears: [2018, 2022, 2026], lagDays: -100 },
      revisions: [revision('2022', '2022-09-25', 84), revision('2026', '2026-09-25', 88)],
      today: '2026-10-01',
      outcome: ['2026', 88],
      heading: '88 invånare 2026, 4 fler än 2022',
      awaited: undefined,
    },
    'is next year’s tax rate in November': {
      rules: { lagDays: -400 },
      revisions: [revision('2026', '2025-11-20', 22), revision('2027', '2026-11-20', 23)],
      outcome: ['2027', 23],
      heading: '23 invånare 2027, 1 invånare fler än 2026',
      awaited: '2028',
    },
    'is 2025 though 2024 never came': {
      rules: {},
      revisions: [revision('2023', '2024-03-01', 10), revision('2025', '2026-03-01', 12)],
      outcome: ['2025', 12],
      heading: '12 invånare 2025, inget värde att jämföra med',
      awaited: '2024',
    },
    'is the year so far beside last year’s so far': {
      rules: { cadence: 'tertial', reporting: 'year-to-date', aggregation: 'sum', lagDays: 30 },
      revisions: [revision('2025-T2', '2025-09-20', 60), revision('2025-T3', '2026-01-20', 90), revision('2026-T2', '2026-09-20', 66)],
      outcome: ['2026-T2', 66],
      heading: '66 invånare januari–augusti 2026, 6 fler än januari–augusti 2025',
      awaited: '2026-T1',
    },
    'ends twelve months in October while November goes on': {
      rules: visitors,
      measure: 'rolling-12-months',
      revisions: [
        ...Array.from({ length: 12 }, (_, index) =>
          revision(index < 2 ? `2025-M${11 + index}` : `2026-M${String(index - 1).padStart(2, '0')}`, '2026-11-05', 10),
        ),
        revision('2026-M11', '2026-11-27', 4, { quality: 'preliminary' }),
      ],
      outcome: ['2026-M10', 120],
      heading: '120 invånare de tolv månaderna till och med oktober 2026, inget värde att jämföra med',
      awaited: '2026-M11',
    },
  };
  for (const [what, { rules, revisions, today = '2026-11-27', measure, ...expected }] of Object.entries(cases)) {
    it(what, () => {
      const own = someRules(rules);
      const { counting } = countedSeries(revisions, own);
      const made = assess({ rules: own, unit: INHABITANTS, observations: counting, measure, today });
      expect([made.outcome && periodCode(made.outcome.period), made.outcome?.value]).toEqual([...expected.outcome]);
      expect(headingOf(made, 'sv')).toBe(expected.heading);
      const [awaited] = awaitedValues(
        own,
        counting.map(({ period }) => period),
        today,
      );
      expect(awaited && periodCode(awaited.period)).toBe(expected.awaited);
    });
  }
});

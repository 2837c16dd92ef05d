import fc from 'fast-check';
import { parsePeriod, periodCode } from '../time/period-code.js';
import { assess, type Assessed } from './status-assess.js';
import {
  at,
  bandTarget,
  in2026,
  INHABITANTS,
  outcome,
  PERCENT,
  pointTarget,
  populationOf2026,
  question,
  someRules,
  steady,
  TODAY,
  unemployment,
  yearly,
} from './status.fixtures.js';
import { type AssessedStatus, type NotAssessableReason, type Status } from './status.js';

describe('a status', () => {
  const population: [value: number, status: Status][] = [
    [15423, 'on-track'],
    [15422, 'on-track'],
    [15421, 'at-risk'],
    [15372, 'at-risk'],
    [15371, 'off-track'],
  ];
  for (const [value, status] of population) {
    it(`calls ${value} inhabitants against an expected 15 421.6, a tolerance of 50, ${status}`, () => {
      expect(populationOf2026(value).status).toBe(status);
    });
  }

  const unemployed: [value: number, status: Status][] = [
    [5.9, 'on-track'],
    [6, 'on-track'],
    [6.5, 'at-risk'],
    [6.6, 'off-track'],
  ];
  for (const [value, status] of unemployed) {
    it(`calls ${value} % unemployed against an expected 6 %, a tolerance of 0.5, ${status}`, () => {
      expect(unemployment(value).status).toBe(status);
    });
  }

  it('is not misjudged by floats: expected 0.4, outcome 0.3, tolerance 0.1 is at risk', () => {
    const target = steady(0.4, { tolerance: 0.1 });
    expect(in2026(0.3, { target, rules: someRules({ decimals: 1 }) }).status).toBe('at-risk');
  });

  const banded: [value: number, status: Status, shortfall: number][] = [
    [1.7, 'off-track', 0.3],
    [1.8, 'at-risk', 0.2],
    [2, 'on-track', 0],
    [2.5, 'on-track', 0],
    [2.7, 'at-risk', 0.2],
    [2.8, 'off-track', 0.3],
  ];
  for (const [value, status, shortfall] of banded) {
    it(`calls ${value} in a band of 2.0 to 2.5, a tolerance of 0.2, ${status}, also where nothing is better or worse`, () => {
      const made = in2026(value, { target: bandTarget(), rules: someRules({ direction: 'none', decimals: 1 }) });
      expect([made.status, made.shortfall]).toEqual([status, shortfall]);
    });
  }

  it('is final at the final period and after it, and not before', () => {
    const today = '2031-06-01';
    const codes = ['2029', '2030', '2031'];
    const finals = codes.map((code) => assess(question({ observations: [outcome(code, 15800)], today })).isFinal);
    expect(finals).toEqual([false, true, true]);
  });

  it('compares the sum of twelve months when the target says so', () => {
    const rules = someRules({ cadence: 'quarter', aggregation: 'sum', max: 40 });
    const target = pointTarget({
      measure: 'rolling-12-months',
      baseline: at('2025-Q4', 90),
      final: at('2027-Q4', 110),
      tolerance: 2,
    });
    const nights = [10, 20, 40, 20, 11, 25].map((value, index) => outcome(`202${5 + Math.floor(index / 4)}-Q${(index % 4) + 1}`, value));
    const made = assess({ rules, unit: { sv: 'gästnätter' }, target, observations: nights, today: '2026-09-01' });
    expect(made.outcome?.value).toBe(96);
    expect(made.target).toEqual(jasmine.objectContaining({ expected: 95 }));
    expect(made.status).toBe('on-track');
    expect(made.flips[0]).toEqual({ status: 'at-risk', from: 94, to: 93 });
  });

  it('never gets worse when the outcome gets better', () => {
    const order: readonly AssessedStatus[] = ['off-track', 'at-risk', 'on-track'];
    const values = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(
        values,
        values,
        values,
        fc.nat(1e5),
        fc.constantFrom('increase', 'decrease' as const),
        (a, b, expected, tolerance, direction) => {
          const target = steady(expected / 100, { tolerance: tolerance / 100 });
          const rules = someRules({ direction, decimals: 2 });
          const [worse, better] = (direction === 'increase') === a < b ? [a, b] : [b, a];
          const rank = (value: number) => order.indexOf(in2026(value / 100, { target, rules }).status as AssessedStatus);
          expect(rank(better)).toBeGreaterThanOrEqual(rank(worse));
        },
      ),
    );
  });
});

describe('an uncertain status', () => {
  const margins: [margin: number | undefined, uncertain: boolean][] = [
    [undefined, false],
    [10, false],
    [21, false],
    [22, true],
  ];
  for (const [margin, uncertain] of margins) {
    it(`is ${uncertain ? '' : 'not '}one of 15 350 with a margin of ${margin ?? 'nothing'}, 21 below the tolerance`, () => {
      const made = populationOf2026(15350, { margin });
      expect([made.status, made.uncertain]).toEqual(['off-track', uncertain]);
    });
  }
});

describe('the outcome', () => {
  it('carries where it came from, and the year before', () => {
    const made = populationOf2026(15400, { revision: 3, quality: 'preliminary', approvedBy: { sv: 'Kommunledningskontoret' } });
    expect(made.outcome).toEqual(jasmine.objectContaining({ value: 15400, revision: 3, quality: 'preliminary', source: 'SCB' }));
    expect(made.outcome?.approvedBy).toEqual({ sv: 'Kommunledningskontoret' });
    expect(made.yearBefore).toEqual(at('2025', 15327));
  });

  it('of an election is compared with the election before', () => {
    const rules = someRules({ cadence: 'irregular', irregularYears: [2014, 2018], decimals: 2, lagDays: 0 });
    const made = assess({
      rules,
      unit: PERCENT,
      observations: [outcome('2014', 86.62), outcome('2018', 88.22)],
      today: TODAY,
    });
    expect([made.outcome?.value, made.yearBefore]).toEqual([88.22, at('2014', 86.62)]);
  });

  it('of what accumulates over the year is judged when the year is over, its twelve months at any time', () => {
    const rules = someRules({ cadence: 'tertial', reporting: 'year-to-date', aggregation: 'sum', lagDays: 30 });
    const observations = [outcome('2025-T2', 60), outcome('2025-T3', 90), outcome('2026-T1', 30), outcome('2026-T2', 66)];
    const ask = { rules, unit: INHABITANTS, observations, today: '2026-11-27' };
    const target = pointTarget({ baseline: at('2024', 80), final: at('2030', 100), tolerance: 5 });
    const judged = [target, { ...target, measure: 'rolling-12-months' as const }].map((each) => assess({ ...ask, target: each }).outcome);
    expect(judged.map((made) => made && [periodCode(made.period), made.value])).toEqual([
      ['2025-T3', 90],
      ['2026-T2', 96],
    ]);
    expect(assess(ask).outcome?.value).toBe(66);
  });

  it('of twelve months is no better known than the least known of its parts', () => {
    const rules = someRules({ cadence: 'half-year', aggregation: 'sum' });
    const target = pointTarget({ measure: 'rolling-12-months', baseline: at('2024', 1) });
    const observations = [
      outcome('2026-H1', 1, { provenance: 'example', quality: 'estimated', recordedAt: '2027-05-01T00:00:00.000Z' }),
      outcome('2026-H2', 2),
    ];
    expect(assess({ rules, unit: INHABITANTS, target, observations, today: TODAY }).outcome).toEqual(
      jasmine.objectContaining({
        value: 3,
        provenance: 'example',
        quality: 'estimated',
        recordedAt: '2027-05-01T00:00:00.000Z',
      }),
    );
  });

  it('is not compared over a series break', () => {
    const breaks = [{ firstPeriod: parsePeriod('2024'), reason: { sv: 'Fyra områden i stället för sex' } }];
    const made = assess({
      rules: someRules({ breaks }),
      unit: { sv: 'index' },
      observations: yearly(2022, 78, 81, 80),
      today: TODAY,
    });
    expect([made.yearBefore, made.seriesBreak?.firstPeriod]).toEqual([undefined, parsePeriod('2024')]);
    expect(made.breakBefore).toEqual(made.seriesBreak);
  });
});

describe('a status that cannot be assessed', () => {
  const breaks = [{ firstPeriod: parsePeriod('2026'), reason: { sv: 'Ny metod' } }];
  const cases: [reason: NotAssessableReason, changes: Partial<Assessed>][] = [
    ['no-target', { target: undefined }],
    ['no-outcome', { observations: [] }],
    ['no-outcome-after-baseline', { observations: yearly(2024, 15384, 15327) }],
    ['no-outcome-after-baseline', { target: bandTarget({ baselinePeriod: parsePeriod('2026') }) }],
    ['missing', { observations: [outcome('2025', 15327), outcome('2026', { missing: 'non-response' })] }],
    ['series-break', { rules: someRules({ breaks }) }],
    ['series-break', { rules: someRules({ breaks }), target: bandTarget() }],
    ['outdated', { today: '2029-03-21' }],
    ['deliberately-not-measured', { deliberatelyNotMeasured: true }],
  ];
  for (const [index, [reason, changes]] of cases.entries()) {
    it(`says ${reason} (case ${index + 1})`, () => {
      const made = assess(question(changes));
      expect([made.status, made.reason, made.flips, made.shortfall]).toEqual(['not-assessable', reason, [], undefined]);
    });
  }

  it('shows the last real value beside a missing one, and which kind is missing', () => {
    const made = assess(question({ observations: [outcome('2025', 15327), outcome('2026', { missing: 'confidential' })] }));
    expect([made.missing, made.missingPeriod, made.lastReal?.value, made.outcome]).toEqual([
      'confidential',
      parsePeriod('2026'),
      15327,
      undefined,
    ]);
  });

  it('can be assessed again when the baseline lies after the break', () => {
    const rules = someRules({ breaks: [{ firstPeriod: parsePeriod('2025'), reason: { sv: 'Ny metod' } }] });
    expect(assess(question({ rules })).status).toBe('off-track');
  });

  it('says series break when the twelve months themselves are cut', () => {
    const rules = someRules({
      cadence: 'half-year',
      aggregation: 'sum',
      breaks: [{ firstPeriod: parsePeriod('2026-H2'), reason: { sv: 'Ny metod' } }],
    });
    const target = pointTarget({ measure: 'rolling-12-months', baseline: at('2024', 1) });
    const observations = [outcome('2026-H1', 1), outcome('2026-H2', 2)];
    const made = assess({ rules, unit: INHABITANTS, target, observations, today: TODAY });
    expect([made.reason, made.seriesBreak?.firstPeriod]).toEqual(['series-break', parsePeriod('2026-H2')]);
  });

  it('is over once the final value should have been there', () => {
    expect(['2031-02-18', '2031-02-19'].map((today) => assess(question({ observations: [], today })).isFinal)).toEqual([false, true]);
  });
});

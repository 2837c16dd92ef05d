import { RoundsByDay } from '@slusen/domain';
import { anIndicator, aSeries, aTarget } from '@slusen/testing';
import type { MissingKind } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { Goal } from '../strategy/strategy.js';
import { assessedView } from './explanation-view.js';
import { explainMeasure, followUpGoal, goalSummaryOf, hasExamples, rollUpView, type MeasureFacts } from './goal-follow-up.js';
import { awaitedViews, lateView, waitingFor, waitingForLocalities } from './next-expected.js';
import { outlooksOf, rollingOf } from './outlook-view.js';

const TODAY = '2026-11-23';
/** No round asks for anything. */
const on = (today: string) => ({ rounds: new RoundsByDay([]), today });
const PLAN = on(TODAY);
const aGoal = (different: Partial<Goal> = {}): Goal => ({
  id: 1,
  slug: 'mal',
  name: { sv: 'Mål' },
  description: { sv: '' },
  area: { slug: 'leva', name: { sv: 'Leva' } },
  deliberatelyNotMeasured: undefined,
  isExample: false,
  ...different,
});
const named = (different: Partial<Indicator> = {}): Indicator => ({
  id: 1,
  slug: 'folkmangd',
  name: { sv: 'Folkmängd' },
  definition: { sv: '' },
  unit: { sv: 'invånare', en: 'inhabitants' },
  rules: anIndicator(),
  source: { name: 'SCB' },
  owner: undefined,
  perLocality: [],
  isExample: false,
  contextNote: undefined,
  balance: undefined,
  ...different,
});
const series = (figures: Record<string, number | MissingKind>) => ({ points: [], observations: aSeries(figures), apart: [] });
const measured = (outcome: number, different: Partial<MeasureFacts> = {}): MeasureFacts => ({
  indicator: named(),
  target: aTarget({ 2020: 100, 2030: 200 }, { tolerance: 10 }),
  series: series({ 2024: 90, 2025: outcome }),
  ...different,
});

describe('a goal and what measures it', () => {
  const cases: [outcomes: number[], fulfilment: string][] = [
    [[150, 160], 'I fas'],
    [[150, 145], 'Delvis i fas'],
    [[150, 100], 'Delvis i fas'],
    [[100, 100, 150], 'Ur fas'],
    [[], 'Kan inte bedömas'],
  ];
  for (const [outcomes, word] of cases) {
    it(`with ${outcomes.join(', ') || 'nothing'} against an expected 150 is ${word}`, () => {
      expect(
        rollUpView(
          followUpGoal(
            aGoal(),
            outcomes.map((outcome) => measured(outcome)),
            PLAN,
          ).rollUp,
        ).word.sv,
      ).toBe(word);
    });
  }

  it('counts how much of it can be assessed', () => {
    const view = rollUpView(followUpGoal(aGoal(), [measured(150), measured(150, { target: undefined })], PLAN).rollUp);
    expect([view.assessable, view.total, view.counts['not-assessable']]).toEqual([1, 2, 1]);
  });

  it('that is left unmeasured cannot be assessed, whatever its figures say', () => {
    const followUp = followUpGoal(aGoal({ deliberatelyNotMeasured: { sv: 'Beslutat' } }), [measured(150)], PLAN);
    expect(followUp.measures[0]?.explanation.reason).toBe('deliberately-not-measured');
    expect(followUp.rollUp.fulfilment).toBe('not-assessable');
  });

  it('has its line in a list', () => {
    const leads = [{ slug: 'ks', name: { sv: 'Kommunstyrelsen' } }];
    expect(goalSummaryOf(followUpGoal(aGoal(), [measured(150)], PLAN), leads)).toEqual(
      jasmine.objectContaining({ slug: 'mal', leads, hasExamples: false }),
    );
  });

  const examples: [what: string, goal: Goal, fact: MeasureFacts][] = [
    ['the goal', aGoal({ isExample: true }), measured(150)],
    ['an indicator', aGoal(), measured(150, { indicator: named({ isExample: true }) })],
    ['a target', aGoal(), measured(150, { target: aTarget({ 2020: 1, 2030: 2 }, { isExample: true }) })],
  ];
  for (const [what, goal, fact] of examples) {
    it(`shows an example when ${what} is one`, () => {
      expect(hasExamples(followUpGoal(goal, [fact], PLAN))).toBeTrue();
    });
  }
});

describe('an explanation on the wire', () => {
  it('has periods as codes and sentences in both languages', () => {
    const [measure] = followUpGoal(aGoal(), [measured(140)], PLAN).measures;
    if (!measure) throw new Error('nothing measured');
    const { explanation, sentences } = assessedView(measure.explanation, measure.indicator.name);
    expect(explanation.outcome?.period).toBe('2025');
    expect(explanation.yearBefore).toEqual({ period: '2024', value: 90 });
    expect(explanation.target).toEqual(
      jasmine.objectContaining({ baseline: { period: '2020', value: 100 }, final: { period: '2030', value: 200 } }),
    );
    expect([sentences.sv.status.slice(0, 5), sentences.en.status.slice(0, 6)]).toEqual(['Nära:', 'Nearly']);
  });
});

describe('the value that is waited for', () => {
  const cases: [figures: Record<string, number | MissingKind>, period: string | undefined, state: string | undefined][] = [
    [{ 2025: 1 }, '2026', 'not-yet-due'],
    [{ 2024: 1 }, '2025', 'overdue'],
    [{ 2025: 'non-response' }, '2026', 'not-yet-due'],
  ];
  for (const [figures, period, state] of cases) {
    it(`after ${JSON.stringify(figures)} is that of ${period}, ${state}`, () => {
      const [waiting] = waitingFor(named(), series(figures), PLAN).awaited;
      expect([String(waiting?.period.year), waiting?.state]).toEqual([String(period), state]);
    });
  }

  it('does not exist for the municipality where only its localities are counted', () => {
    const local = named({ perLocality: ['0884-frodinge'] });
    expect(waitingFor(local, series({}), PLAN).awaited).toEqual([]);
    expect(waitingFor(local, series({ 2024: 1 }), PLAN).awaited.map(({ state }) => state)).toEqual(['overdue']);
  });

  it('does not exist for an election that no year is listed for', () => {
    const elections = named({ rules: anIndicator({ cadence: 'irregular', irregularYears: [2022] }) });
    expect(waitingFor(elections, series({ 2022: 88 }), PLAN).awaited).toEqual([]);
  });

  it('is no total where figures are told by locality, but the one after the latest of any locality', () => {
    const byLocality = named({ perLocality: ['0884-tuna', '0884-sodra-vi'] });
    expect(waitingFor(byLocality, series({}), PLAN).awaited).toEqual([]);
    expect(explainMeasure({ indicator: byLocality, target: undefined, series: series({}) }, undefined, PLAN).perLocality).toBeTrue();
    const { awaited } = waitingForLocalities(byLocality, [series({ 2023: 240 }), series({ 2024: 1162 }), series({})], PLAN);
    expect(awaited.map(({ period }) => period.year)).toEqual([2025]);
  });

  it('is a total all the same once there has been one', () => {
    const { awaited } = waitingFor(named({ perLocality: ['0884-tuna'] }), series({ 2024: 15384 }), PLAN);
    expect(awaited.map(({ period }) => period.year)).toEqual([2025]);
  });
});

describe('what is missing on a page, and what comes next', () => {
  const yearly = named({ rules: anIndicator({ lagDays: 50, graceDays: 30 }) });
  // On the first of March the value of 2025 is due, but not late yet.
  const cases: [figures: Record<string, number>, today: string, missing: string[], next: string | undefined][] = [
    [{ 2023: 1, 2024: 2 }, '2026-03-01', [], '2025 due'],
    [{ 2023: 1, 2024: 2 }, '2026-04-01', ['2025 overdue'], '2026 not-yet-due'],
    [{ 2021: 1, 2023: 3, 2024: 4 }, '2026-03-01', ['2022 overdue'], '2025 due'],
    [{ 2021: 1, 2025: 5 }, '2026-04-01', ['2022 overdue', '2023 overdue', '2024 overdue'], '2026 not-yet-due'],
    [{ 2024: 1, 2026: 3 }, '2026-03-01', ['2025 due'], '2027 not-yet-due'],
    [{}, '2026-04-01', ['2025 overdue'], '2026 not-yet-due'],
  ];
  for (const [figures, today, missing, next] of cases) {
    it(`of ${JSON.stringify(figures)} on ${today}: ${missing.join(', ') || 'nothing'}, then ${next ?? 'nothing'}`, () => {
      const views = awaitedViews(yearly, waitingFor(yearly, series(figures), on(today)), on(today));
      const told = ({ period, state }: { period: string; state: string }) => `${period} ${state}`;
      expect([views.missingValues.map(told), views.nextExpected && told(views.nextExpected)]).toEqual([missing, next]);
    });
  }

  it('is nothing where nothing is to come', () => {
    const elections = named({ rules: anIndicator({ cadence: 'irregular', irregularYears: [2022] }) });
    expect(awaitedViews(elections, waitingFor(elections, series({ 2022: 88 }), PLAN), PLAN)).toEqual({ missingValues: [] });
  });
});

describe('a late value', () => {
  const late = (indicator: ReturnType<typeof named>, figures: Record<string, number>, today = TODAY) => {
    const known = series(figures);
    return lateView(indicator, waitingFor(indicator, known, on(today)));
  };
  const yearly = named({ rules: anIndicator({ lagDays: 50, graceDays: 30 }) });

  it('counts from the first day after lag and grace', () => {
    // 31 December + 50 + 30 days is 21 March.
    expect(late(yearly, { 2024: 1 }, '2026-03-21')).toBeUndefined();
    expect(late(yearly, { 2024: 1 }, '2026-03-22')).toEqual({
      ...{ values: [{ period: '2025', days: 1 }], reporting: 'period', owner: undefined, arrival: 'by-hand', source: 'SCB' },
      told: { sv: '2025 är försenat', en: '2025 is overdue' },
    });
    expect(late(yearly, { 2024: 1 }, '2026-03-23')?.values).toEqual([{ period: '2025', days: 2 }]);
  });

  it('that is a hole before the latest figure is told as that, beside those after it', () => {
    const told = late(yearly, { 2021: 1, 2023: 3, 2024: 4 }, '2026-03-23');
    expect([told?.values.map(({ period }) => period), told?.told.sv]).toEqual([['2022', '2025'], '2022 saknas, 2025 är försenat']);
  });

  it('says how it is to come, as the list of tasks goes by', () => {
    const official = named({ rules: { ...yearly.rules, officialStatistics: true } });
    expect(late(official, { 2024: 1 }, '2026-03-23')?.arrival).toBe('by-file');
  });

  it('names who answers for it', () => {
    const owner = { id: 1, slug: 'miljo', name: { sv: 'Miljöavdelningen' } };
    expect(late(named({ rules: yearly.rules, owner }), { 2024: 1 }, '2026-04-01')?.owner).toEqual({ sv: 'Miljöavdelningen' });
  });

  it('may be that of a listed year', () => {
    const elections = named({ rules: anIndicator({ cadence: 'irregular', irregularYears: [2018, 2022], lagDays: 50, graceDays: 30 }) });
    expect(late(elections, { 2018: 88 }, '2023-03-22')?.values).toEqual([{ period: '2022', days: 1 }]);
  });
});

describe('what pace says', () => {
  const population = series({ 2019: 15647, 2020: 15672, 2021: 15578, 2022: 15557, 2023: 15461, 2024: 15384, 2025: 15327 });

  it('is told once for the series and once for each goal with a target', () => {
    const target = aTarget({ 2025: 15327, 2030: 15800 });
    const outlooks = outlooksOf({ indicator: named(), series: population }, [
      { goal: { slug: 'a' }, target },
      { goal: { slug: 'b' }, target: undefined },
    ]);
    expect(outlooks.map(({ goal }) => goal)).toEqual([undefined, 'a']);
    expect(outlooks[1]?.ahead.sv.join(' ')).toContain('(2\u00a0%)');
    expect(outlooks[1]?.trend).toEqual({ word: 'worsening', way: 'down' });
    const { numbers } = outlooks[1]!;
    expect(
      [numbers.values.length, numbers.pace, numbers.variation, numbers.required, numbers.projection?.value, numbers.chance].map((number) =>
        number?.toFixed(3),
      ),
    ).toEqual(['7.000', '-53.333', '47.391', '94.600', '15060.333', '0.022']);
  });

  it('is not told of a series without figures', () => {
    expect(
      outlooksOf({ indicator: named(), series: series({}) }, [{ goal: { slug: 'a' }, target: aTarget({ 2025: 1, 2030: 2 }) }]),
    ).toEqual([]);
  });

  it('includes the pace of twelve months where the target is on them', () => {
    const indicator = named({ rules: anIndicator({ cadence: 'half-year', aggregation: 'sum' }) });
    const halves = series({ '2024-H1': 1, '2024-H2': 2, '2025-H1': 3, '2025-H2': 4 });
    const target = aTarget({ '2024-H2': 3, '2030-H2': 20 }, { measure: 'rolling-12-months' });
    expect(rollingOf(indicator, halves, [{ goal: { slug: 'a' }, target }])).toEqual([
      { period: '2024-H2', value: 3, quality: 'final' },
      { period: '2025-H1', value: 5, quality: 'final' },
      { period: '2025-H2', value: 7, quality: 'final' },
    ]);
    const unsure = halves.observations.map((part, at) => (at === 1 ? { ...part, quality: 'estimated' as const } : part));
    const rolling = rollingOf(indicator, { ...halves, observations: unsure }, [{ goal: { slug: 'a' }, target }]);
    expect(rolling?.map(({ quality }) => quality)).toEqual(['estimated', 'estimated', 'final']);
    expect(outlooksOf({ indicator, series: halves }, [{ goal: { slug: 'a' }, target }])[1]?.pace.sv[0]).toContain('tolv månader');
  });
});

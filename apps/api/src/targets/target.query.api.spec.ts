import { parsePeriod, type Measuring } from '@slusen/domain';
import fc from 'fast-check';
import type { Amendment } from '../identity/amendment.js';
import type { AsOf } from '../platform/as-of.js';
import { GoalRepository } from '../strategy/goal.repository.js';
import { DecidedWorld, TODAY, type Why } from '../testing/decided-world.js';
import { DecideTarget } from './decide-target.js';
import { targetPathOf } from './target-path.js';
import { TargetQuery } from './target.query.js';
import { TargetRepository } from './target.repository.js';

const WHY: Why = { reason: 'Nytt beslut', decision: 'KF § 12' };
const now: AsOf = { today: TODAY, known: undefined };

describe('the targets in force', () => {
  let world: DecidedWorld;
  let goalId: number;
  let ids: Map<string, number>;
  beforeAll(async () => {
    world = await DecidedWorld.open();
    goalId = (await world.amend({}, (a) => goalOf(a))).id;
    ids = new Map((await world.rows<{ slug: string; id: number }>('select slug, id from indicator')).map(({ slug, id }) => [slug, id]));
  }, 120_000);
  afterAll(() => world.close());

  const goalOf = (_: Amendment) => world.app.get(GoalRepository).inForce('fler-bor-har', now);
  const decide = (measuring: Measuring) =>
    world.amend(WHY, async (a) => world.app.get(DecideTarget).decide(a, { goal: await goalOf(a), measuring }));
  const ofGoal = (asOf = now) => world.app.get(TargetQuery).ofGoals([goalId], asOf);
  const visits = (tolerance: number): Measuring => ({
    ...{ indicator: 'besok', kind: 'point', measure: 'value', path: 'linear', tolerance, decision: '§ 1', isExample: false },
    ...{ baseline: { period: '2020-Q1', value: 10 }, milestones: [], final: { period: '2030-Q1', value: 20 } },
  });

  it('are the rules’ own: periods are periods, and an indicator without one has none', async () => {
    const found = await ofGoal();
    expect(found.find(({ indicatorId }) => indicatorId === ids.get('i-orten'))?.target).toBeUndefined();
    expect(found.find(({ indicatorId }) => indicatorId === ids.get('folkmangd'))?.target).toEqual({
      ...{
        kind: 'point',
        path: 'linear',
        measure: 'value',
        tolerance: 50,
        decision: 'Kommunfullmäktige 2020-11-17 § 112',
        isExample: false,
      },
      baseline: { period: parsePeriod('2019'), value: 15647 },
      milestones: [{ period: parsePeriod('2025'), value: 15700 }],
      final: { period: parsePeriod('2030'), value: 15800 },
    });
  });

  it('are found from either side alike', async () => {
    const ofGoals = await ofGoal();
    const ofIndicators = await world.app.get(TargetQuery).ofIndicators([...ids.values()], now);
    expect(ofIndicators).toEqual(jasmine.arrayWithExactContents([...ofGoals]));
    for (const { indicatorId } of ofGoals)
      expect(await world.app.get(TargetQuery).ofIndicator(indicatorId, now)).toEqual(
        ofGoals.filter((one) => one.indicatorId === indicatorId),
      );
  });

  it('of a goal or an indicator that is not there are none', async () => {
    const query = world.app.get(TargetQuery);
    expect(await Promise.all([query.ofGoals([999_999], now), query.ofGoals([], now), query.ofIndicator(999_999, now)])).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('are drawn as they were decided: points in their order, or the ends of a band', async () => {
    const [population] = (await world.app.get(TargetQuery).ofIndicator(ids.get('folkmangd')!, now)).map(({ target }) => target!);
    expect(targetPathOf(population!)).toEqual({
      ...{ path: 'linear', measure: 'value', decision: 'Kommunfullmäktige 2020-11-17 § 112', isExample: false },
      points: [
        { period: '2019', value: 15647 },
        { period: '2025', value: 15700 },
        { period: '2030', value: 15800 },
      ],
    });
    const band = { kind: 'band', measure: 'value', tolerance: 1, decision: '§ 2', isExample: true, low: 1, high: 2 } as const;
    expect(targetPathOf({ ...band, baselinePeriod: parsePeriod('2020'), finalPeriod: parsePeriod('2030') })).toEqual({
      ...{ points: [], path: 'linear', measure: 'value', decision: '§ 2', isExample: true },
      band: { low: 1, high: 2, from: '2020', to: '2030' },
    });
  });

  it('of an indicator are what a new definition of it must fit: those in force, not those that were', async () => {
    await decide(visits(3));
    await decide(visits(4));
    const tolerances = () =>
      world.amend({}, async () => (await world.app.get(TargetRepository).ofIndicator('besok')).map(({ tolerance }) => tolerance));
    expect(await tolerances()).toEqual([4]);
    await decide({ indicator: 'besok', kind: 'withdrawn' });
    expect(await tolerances()).toEqual([]);
    expect(await world.amend({}, () => world.app.get(TargetRepository).ofIndicator('ingen'))).toEqual([]);
  });

  it('are at every moment those that had been decided by then', async () => {
    const kind = fc.oneof(
      fc.integer({ min: 1, max: 9 }).map((tolerance) => visits(tolerance)),
      fc.constantFrom<Measuring>({ indicator: 'besok', kind: 'none' }, { indicator: 'besok', kind: 'withdrawn' }),
    );
    /** The tolerance, `null` for an indicator without a target, undefined for one that does not measure. */
    const shown = async (asOf: AsOf) => {
      const found = (await ofGoal(asOf)).find(({ indicatorId }) => indicatorId === ids.get('besok'));
      return found && (found.target?.tolerance ?? null);
    };
    const modelled = (measuring: Measuring) =>
      'tolerance' in measuring ? measuring.tolerance : measuring.kind === 'none' ? null : undefined;
    await fc.assert(
      fc.asyncProperty(fc.array(kind, { minLength: 2, maxLength: 7 }), async (steps) => {
        const history = [{ asOf: await world.moment(), expected: await shown(now) }];
        for (const measuring of steps) {
          await decide(measuring);
          history.push({ asOf: await world.moment(), expected: modelled(measuring) });
        }
        for (const { asOf, expected } of history.slice(0, -1))
          expect(await shown(asOf))
            .withContext(asOf.known!)
            .toBe(expected);
        expect(await shown(now)).toBe(history.at(-1)?.expected);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

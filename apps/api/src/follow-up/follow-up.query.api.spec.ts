import { parsePeriod, periodCode, shiftPeriod, type MissingKind } from '@slusen/domain';
import { aTarget } from '@slusen/testing';
import type { AsOf } from '../platform/as-of.js';
import { goalsOf, type Goal } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { NOW } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { FollowUpModule } from './follow-up.module.js';
import { FollowUpQuery } from './follow-up.query.js';

type Figures = Record<string, number | MissingKind>;

/** So many periods up to the last, counted 100, 101, …; those named are missing. */
function counted(last: string, count: number, missing: Record<string, MissingKind> = {}): Figures {
  const codes = Array.from({ length: count }, (_, index) => periodCode(shiftPeriod(parsePeriod(last), index - count + 1)));
  return Object.fromEntries(codes.map((code, index) => [code, missing[code] ?? 100 + index]));
}

const asOf: AsOf = { today: '2026-11-23', known: undefined };

describe('statuses from the ends of series', () => {
  let test: TestApplication;
  let goals: readonly Goal[];
  beforeAll(async () => {
    test = await testApplication([FollowUpModule], { now: NOW });
    await seedGoals();
    goals = goalsOf(await test.app.get(StrategyQuery).inForce(asOf));
  }, 120_000);
  afterAll(() => test.close());

  const yearly = aTarget({ 2005: 80, 2030: 200 }, { tolerance: 5 });
  const rolling = aTarget({ '2015-M12': 900, '2030-M12': 3000 }, { measure: 'rolling-12-months' });
  const monthly = { cadence: 'month', aggregation: 'sum' } as const;

  async function seedGoals(): Promise<void> {
    const { seed } = test;
    await seed.territory('0884');
    const area = await seed.area(await seed.strategyVersion(), 'omrade');
    const measure = async (
      slug: string,
      { figures, target = yearly, ...definition }: Parameters<typeof seed.indicator>[1] & { figures: Figures; target?: typeof yearly },
    ): Promise<number> => {
      const indicator = await seed.indicator(slug, definition);
      await seed.figures({ indicator }, figures);
      await seed.target(await seed.goal(area, slug), indicator, target);
      return indicator;
    };
    await measure('arlig', { figures: counted('2025', 30) });
    await measure('arlig-saknas', {
      figures: counted('2025', 30, { 2025: 'confidential', 2024: 'non-response', 2023: 'confidential', 2022: 'confidential' }),
    });
    await measure('arlig-upphord', { figures: counted('2009', 20) });
    await measure('arlig-i-forvag', { figures: counted('2027', 30), lagDays: 40 });
    await measure('manad', { ...monthly, figures: counted('2026-M09', 90), target: rolling });
    await measure('manad-med-lucka', {
      ...monthly,
      figures: counted('2026-M09', 90, { '2026-M08': 'non-response', '2025-M05': 'confidential', '2023-M02': 'confidential' }),
      target: rolling,
    });
    await measure('manad-ackumulerad', { ...monthly, reporting: 'year-to-date', figures: counted('2026-M10', 90), target: rolling });
    await measure('val', {
      cadence: 'irregular',
      irregularYears: [2010, 2014, 2018, 2022, 2026],
      figures: { 2010: 80, 2014: 81, 2018: 'non-response', 2022: 88 },
    });
    await measure('tom', { figures: {} });
    const broken = await measure('brott', { ...monthly, figures: counted('2026-M09', 60), target: rolling });
    await seed.seriesBreak(broken, '2026-M03', 'Ny metod');
  }

  it('are the ones that whole series give, explained the same way', async () => {
    const query = test.app.get(FollowUpQuery);
    const fromWhole = await query.ofGoals(goals, asOf);
    const fromEnds = await query.statusesOfGoals(goals, asOf);
    expect(fromEnds.map(({ goal, measures }) => [goal.slug, measures[0]?.explanation])).toEqual(
      fromWhole.map(({ goal, measures }) => [goal.slug, measures[0]?.explanation]),
    );
    expect(
      new Set(fromWhole.flatMap(({ measures }) => measures.map(({ explanation: { reason, status } }) => reason ?? status))).size,
    ).toBeGreaterThan(3);
  });

  it('come from far fewer figures', async () => {
    const [[whole], [end]] = await Promise.all([
      test.app.get(FollowUpQuery).ofGoals(goals, asOf),
      test.app.get(FollowUpQuery).statusesOfGoals(goals, asOf),
    ]);
    expect([whole?.measures[0]?.series.points.length, end?.measures[0]?.series.points.length]).toEqual([30, 5]);
  });
});

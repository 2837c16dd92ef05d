import { NBSP, type BandContent, type Measuring, type PointContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { AddIndicator } from '../indicators/add-indicator.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { AdoptVersion } from '../strategy/adopt-version.js';
import { GoalRepository } from '../strategy/goal.repository.js';
import { DecidedWorld, holding, TODAY, type Refusal, type Why } from '../testing/decided-world.js';
import { DecideTarget } from './decide-target.js';
import { TargetRepository } from './target.repository.js';

const WHY: Why = { reason: 'Lättare att nå', decision: 'KF 2027-03-22 § 12' };
const both = (text: string) => ({ sv: text, en: text });
const DECISION = 'KF 2020-11-17 § 112';

const aPoint = (indicator: string, different: Partial<PointContent> = {}): PointContent => ({
  ...{ indicator, kind: 'point', measure: 'value', path: 'linear', tolerance: 2, decision: DECISION, isExample: false },
  ...{ baseline: { period: '2020-Q1', value: 10 }, milestones: [], final: { period: '2030-Q1', value: 20 } },
  ...different,
});
const aBand = (indicator: string, different: Partial<BandContent> = {}): BandContent => ({
  ...{ indicator, kind: 'band', measure: 'value', tolerance: 0, decision: DECISION, isExample: false },
  ...{ baselinePeriod: '2020-Q1', finalPeriod: '2030-Q1', low: -1.5, high: 2.25 },
  ...different,
});

describe('a target', () => {
  let world: DecidedWorld;
  let made = 0;
  beforeAll(async () => (world = await DecidedWorld.open()), 120_000);
  afterAll(() => world.close());

  /** A quarterly indicator that measures nothing yet. */
  async function newIndicator(
    different: { direction?: 'increase' | 'none'; min?: number; max?: number; decimals?: number } = {},
  ): Promise<string> {
    const slug = `matt-${++made}`;
    const { breaks: _, slug: __, ...visits } = world.file.indicators[1]!;
    await world.amend({}, async (a) => {
      const around = await world.app.get(IndicatorRepository).surroundings();
      await world.app
        .get(AddIndicator)
        .add(a, { slug, definition: { ...visits, name: both('Mått'), ...different }, around, targets: [], breaks: [] });
    });
    return slug;
  }
  const goalOf = (_: Amendment, slug = 'fler-bor-har') => world.app.get(GoalRepository).inForce(slug, { today: TODAY, known: undefined });
  const deciding =
    (measuring: Measuring, { goal, expected }: { goal?: string; expected?: number } = {}) =>
    async (a: Amendment) =>
      world.app.get(DecideTarget).decide(a, { goal: await goalOf(a, goal), measuring, expected });
  const inForce = (indicator: string) =>
    world.amend({}, async (a) => world.app.get(TargetRepository).inForce((await goalOf(a)).id, indicator));
  const measuredBy = () =>
    world.amend({}, async (a) => (await world.app.get(TargetRepository).ofGoal((await goalOf(a)).id)).map(({ indicator }) => indicator));
  const faultsOf = ({ code, errors }: Refusal) => errors?.map(({ path, message }) => `${path}: ${message}`) ?? code;

  const contents: readonly [what: string, measuring: (indicator: string) => Measuring][] = [
    ['a straight path', (indicator) => aPoint(indicator)],
    ['a path in steps with milestones', (indicator) => aPoint(indicator, { path: 'step', milestones: [{ period: '2024-Q1', value: 12 }, { period: '2027-Q4', value: 15 }] })],
    ['a path over twelve months', (indicator) => aPoint(indicator, { measure: 'rolling-12-months' })],
    ['a path to as good as nothing', (indicator) => aPoint(indicator, { final: { period: '2030-Q1', value: 0 }, tolerance: 0 })],
    ['a path that is made up', (indicator) => aPoint(indicator, { isExample: true })],
    ['figures as large as can be', (indicator) => aPoint(indicator, { final: { period: '2030-Q1', value: 999_999_999_999_999 } })],
    ['a tolerance as small as can be', (indicator) => aPoint(indicator, { tolerance: 0.000001 })],
    ['a band on both sides of nothing', (indicator) => aBand(indicator)],
    ['no target at all', (indicator) => ({ indicator, kind: 'none' })],
  ]; // prettier-ignore
  for (const [what, measuring] of contents) {
    it(`says what was decided, to the digit: ${what}`, async () => {
      const indicator = await newIndicator();
      expect(await world.amend(WHY, deciding(measuring(indicator), { expected: 0 }))).toBe(1);
      expect(await inForce(indicator)).toEqual({ revision: 1, content: measuring(indicator) });
      expect(await measuredBy()).toContain(indicator);
    });
  }

  it('goes from one kind to another and back as revisions, and no field of one kind is left in another', async () => {
    const indicator = await newIndicator();
    const way: readonly Measuring[] = [aPoint(indicator, { milestones: [{ period: '2025-Q1', value: 13 }] }), aBand(indicator), { indicator, kind: 'none' }, aBand(indicator), { indicator, kind: 'withdrawn' }, aPoint(indicator)]; // prettier-ignore
    for (const [at, measuring] of way.entries()) {
      expect(await world.amend(WHY, deciding(measuring, { expected: at }))).toBe(at + 1);
      expect(await inForce(indicator)).toEqual({ revision: at + 1, content: measuring });
      expect((await measuredBy()).includes(indicator)).toBe(measuring.kind !== 'withdrawn');
    }
  });

  const changes: readonly [what: string, change: Partial<PointContent>, line: string][] = [
    ['final value', { final: { period: '2030-Q1', value: 1234 } }, `slutvärde 20 (kv 1 2030) → 1${NBSP}234 (kv 1 2030)`],
    ['final period', { final: { period: '2031-Q1', value: 20 } }, 'slutvärde 20 (kv 1 2030) → 20 (kv 1 2031)'],
    ['baseline', { baseline: { period: '2019-Q1', value: 9 } }, 'utgångsvärde 10 (kv 1 2020) → 9 (kv 1 2019)'],
    ['milestones', { milestones: [{ period: '2025-Q1', value: 14 }] }, 'delmål – → 14 (kv 1 2025)'],
    ['tolerance', { tolerance: 2.5 }, 'tolerans 2 → 2,5'],
    ['path', { path: 'step' }, 'målbana rak → i steg'],
    ['measure', { measure: 'rolling-12-months' }, 'det som jämförs värdet → rullande tolv månader'],
    ['decision', { decision: 'KF § 1' }, `beslut ${DECISION} → KF § 1`],
  ];
  for (const [what, change, line] of changes) {
    it(`has another ${what} only by a decision and for a reason, and says what it was`, async () => {
      const indicator = await newIndicator();
      await world.amend(WHY, deciding(aPoint(indicator)));
      const work = deciding(aPoint(indicator, change), { expected: 1 });
      for (const why of [{}, { reason: 'Därför' }, { decision: 'KF § 9' }]) {
        const { code, facts } = await world.refusalOf(why, work);
        expect([code, facts?.['changes']]).toEqual(['change.decision-required', [`Målet Fler bor här, Mått: ${line}`]]);
      }
      expect(await world.linesOf(WHY, work)).toEqual([`Målet Fler bor här, Mått: ${line}`]);
      expect((await inForce(indicator))?.content).toEqual(aPoint(indicator, change));
    });
  }

  it('that says the same is the same revision, whoever decides it again', async () => {
    const indicator = await newIndicator();
    await world.amend(WHY, deciding(aPoint(indicator)));
    const counts = await world.recorded();
    expect(await world.amend(WHY, deciding(aPoint(indicator), { expected: 1 }))).toBe(1);
    expect(await world.recorded()).toEqual(counts);
  });

  it('that was never decided is not taken away: nothing is written', async () => {
    const indicator = await newIndicator();
    const counts = await world.recorded();
    expect(await world.amend(WHY, deciding({ indicator, kind: 'withdrawn' }, { expected: 0 }))).toBe(0);
    expect(await world.recorded()).toEqual(counts);
    expect(await inForce(indicator)).toBeUndefined();
  });

  const unfit: readonly [what: string, definition: Parameters<typeof newIndicator>[0], measuring: (indicator: string) => Measuring, faults: string[]][] = [
    ['whose periods are not the indicator’s', {}, (i) => aPoint(i, { baseline: { period: '2020', value: 1 }, final: { period: '2030-M01', value: 2 } }), ['baseline.period: period.wrong-cadence', 'final.period: period.wrong-cadence']],
    ['that ends before it begins', {}, (i) => aPoint(i, { final: { period: '2019-Q4', value: 2 } }), ['final.period: target.periods-not-in-order']],
    ['whose milestone lies after its end', {}, (i) => aPoint(i, { milestones: [{ period: '2031-Q1', value: 2 }] }), ['final.period: target.periods-not-in-order']],
    ['with two milestones of one period', {}, (i) => aPoint(i, { milestones: [{ period: '2025-Q1', value: 2 }, { period: '2025-Q1', value: 3 }] }), ['milestones.1.period: target.periods-not-in-order']],
    ['with more decimals than the indicator has', { decimals: 1 }, (i) => aPoint(i, { final: { period: '2030-Q1', value: 20.25 } }), ['final.value: target.too-many-decimals']],
    ['above what can be measured', { max: 100 }, (i) => aPoint(i, { final: { period: '2030-Q1', value: 101 } }), ['final.value: target.outside-limits']],
    ['below what can be measured', { min: 0 }, (i) => aPoint(i, { baseline: { period: '2020-Q1', value: -1 } }), ['baseline.value: target.outside-limits']],
    ['for an indicator that should neither rise nor fall', { direction: 'none' }, (i) => aPoint(i), ['kind: target.no-direction']],
    ['that is an empty band', {}, (i) => aBand(i, { low: 2, high: 2 }), ['high: target.band-empty']],
    ['with a tolerance below nothing', {}, (i) => aBand(i, { tolerance: -1 }), ['tolerance: tolerance.negative']],
  ]; // prettier-ignore
  for (const [what, definition, measuring, faults] of unfit) {
    it(`is refused at its places: one ${what}`, async () => {
      const indicator = await newIndicator(definition);
      expect(faultsOf(await world.refusalOf(WHY, deciding(measuring(indicator))))).toEqual(faults);
    });
  }

  it('may lie beyond the limits of one figure when it is about twelve months', async () => {
    const indicator = await newIndicator({ max: 15 });
    expect(await world.amend(WHY, deciding(aPoint(indicator, { measure: 'rolling-12-months' })))).toBe(1);
  });

  it('cannot be given to a goal that is left unmeasured on purpose, nor can an indicator without one', async () => {
    const indicator = await newIndicator();
    for (const measuring of [aPoint(indicator), { indicator, kind: 'none' }] as const) {
      const { code, facts } = await world.refusalOf(WHY, deciding(measuring, { goal: 'trivsel' }));
      expect([code, facts]).toEqual(['goal.not-measured', { goal: 'trivsel' }]);
    }
  });

  it('from a revision that somebody else changed meanwhile is refused, and told which one is there', async () => {
    const indicator = await newIndicator();
    await world.amend(WHY, deciding(aPoint(indicator), { expected: 0 }));
    for (const expected of [0, 2, 999]) {
      const { code, facts } = await world.refusalOf(WHY, deciding(aBand(indicator), { expected }));
      expect([code, facts]).toEqual(['revision.stale', { revision: 1 }]);
    }
  });

  it('is decided by one of several who decide at once, and every number is given out once', async () => {
    const indicator = await newIndicator();
    const tries = [1, 2, 3, 4].map((tolerance) =>
      world.amend(WHY, deciding(aPoint(indicator, { tolerance }), { expected: 0 })).then(String, ({ code }: { code: string }) => code),
    );
    expect((await Promise.all(tries)).sort()).toEqual(['1', 'revision.stale', 'revision.stale', 'revision.stale']);
    const later = [1, 2, 3, 4].map((tolerance) => world.amend(WHY, deciding(aPoint(indicator, { tolerance: 10 + tolerance }))));
    expect((await Promise.all(later)).sort()).toEqual([2, 3, 4, 5]);
  });

  it('of a version that is being adopted is part of its decision, and needs none of its own', async () => {
    const indicator = await newIndicator();
    const goal = {
      slug: 'ny',
      name: both('Ny'),
      description: both('Ny.'),
      isExample: false,
      roles: [],
      targets: [],
      indicatorsWithoutTarget: [],
    };
    const area = { slug: 'ny', name: both('Ny'), shortName: both('Ny'), description: both('Ny.'), goals: [goal] };
    const version = { number: 7, body: both('KF'), decidedOn: '2030-01-01', validFrom: '2031-01-01', isExample: false };
    const { answer, lines } = await world.undone({}, async (a) => {
      const [adopted] = await world.app.get(AdoptVersion).adopt(a, { strategy: world.file.strategy, version, areas: [area] });
      return world.app.get(DecideTarget).decide(a, { goal: adopted!, measuring: aPoint(indicator) });
    });
    expect([answer, lines]).toEqual([1, []]);
  });

  it('is for a strategist or an administrator to decide', async () => {
    const deciders = await world.rolesAllowed(WHY, async () => deciding(aPoint(await newIndicator())));
    expect(deciders).toEqual(['strategist', 'administrator']);
  });

  it('is told to the audit trail: by whom, why and by which decision', async () => {
    const by = holding('strategist');
    await world.amend({ ...WHY, by }, deciding(aPoint(await newIndicator())));
    const { by: told, facts } = await world.lastEvent();
    expect([told, facts['decision'], facts['reason']]).toEqual([by.id, WHY.decision, WHY.reason]);
  });
});

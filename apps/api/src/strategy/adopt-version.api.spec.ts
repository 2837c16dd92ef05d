import { DataSource } from 'typeorm';
import type { AreaContent, GoalContent, VersionContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { DecidedWorld, holding, TODAY, type Refusal } from '../testing/decided-world.js';
import { AdoptVersion, type AdoptedVersion } from './adopt-version.js';
import { StrategyQuery } from './strategy.query.js';
import { GoalRepository } from './goal.repository.js';
import { goalsOf } from './strategy.js';

const both = (text: string) => ({ sv: text, en: `${text} in English` });
const aGoal = (slug: string, different: Partial<GoalContent> = {}): GoalContent => ({
  ...{ slug, name: both(`Mål ${slug}`), description: both('Det ska bli bättre.'), isExample: false },
  ...{ roles: [], targets: [], indicatorsWithoutTarget: [] },
  ...different,
});
const anArea = (slug: string, goals: readonly GoalContent[]): AreaContent => ({
  ...{ slug, name: both(`Område ${slug}`), shortName: both(slug), description: both('Här bor vi.'), goals },
});

describe('a version that is adopted', () => {
  let world: DecidedWorld;
  let adopted = 0;
  beforeAll(async () => (world = await DecidedWorld.open()), 120_000);
  afterAll(() => world.close());

  const version = (number: number, different: Partial<VersionContent> = {}): VersionContent => ({
    ...{ number, body: both('kommunfullmäktige'), decidedOn: '2025-11-24', paragraph: '§ 12', dnr: 'KS 2025/100' },
    ...{ validFrom: '2026-01-01', isExample: false },
    ...different,
  });
  const aVersion = (different: Partial<AdoptedVersion> = {}): AdoptedVersion => ({
    strategy: world.file.strategy,
    version: version(2),
    areas: [anArea('verka', [aGoal('fler-bor-har'), aGoal('fler-jobb')]), anArea('leva', [aGoal('trygghet')]), anArea('tom', [])],
    ...different,
  });
  const adopting = (wanted: AdoptedVersion) => (a: Amendment) => world.app.get(AdoptVersion).adopt(a, wanted);
  /** A version that stays, in a year that no other spec asks about. */
  const inYearOfItsOwn = (): AdoptedVersion & { readonly day: string } => {
    const year = 2100 + ++adopted;
    return {
      ...aVersion({ version: version(10 + adopted, { validFrom: `${year}-01-01`, validTo: `${year}-12-31` }) }),
      day: `${year}-06-06`,
    };
  };
  const inForce = (today: string, known?: string) => world.app.get(StrategyQuery).inForce({ today, known });
  const numberOn = async (today: string, known?: string) => (await inForce(today, known)).decision.version;

  it('is read as it was written: its decision, its areas and goals in their order, and why a goal is not measured', async () => {
    const reason = both('Går inte att räkna.');
    const areas = [
      anArea('b', [aGoal('z', { deliberatelyNotMeasured: reason }), aGoal('a', { isExample: true })]),
      anArea('a', [aGoal('m')]),
    ];
    const { answer: strategy } = await world.undone({}, async (a) => {
      await adopting(aVersion({ areas }))(a);
      return inForce(TODAY);
    });
    expect(strategy.decision).toEqual({
      ...{ name: world.file.strategy.name, purpose: world.file.strategy.purpose, version: 2, body: both('kommunfullmäktige') },
      ...{ decidedOn: '2025-11-24', decidedOnText: undefined, paragraph: '§ 12', dnr: 'KS 2025/100' },
    });
    expect(strategy.areas.map(({ slug, name, shortName, description }) => ({ slug, name, shortName, description }))).toEqual(
      areas.map(({ slug, name, shortName, description }) => ({ slug, name, shortName, description })),
    );
    expect(
      goalsOf(strategy).map(({ slug, isExample, area, deliberatelyNotMeasured }) => [slug, isExample, area.slug, deliberatelyNotMeasured]),
    ).toEqual([
      ['z', false, 'b', reason],
      ['a', true, 'b', undefined],
      ['m', false, 'a', undefined],
    ]);
  });

  it('gives its goals, to which roles and targets can be given as part of the same decision', async () => {
    const { answer: goals } = await world.undone({}, adopting(aVersion()));
    expect(goals.map(({ area, isAdopted, revision, content }) => [area, content.slug, content.position, revision, isAdopted])).toEqual([
      ['verka', 'fler-bor-har', 0, 1, false],
      ['verka', 'fler-jobb', 1, 1, false],
      ['leva', 'trygghet', 0, 1, false],
    ]);
  });

  it('is one audit event with all that came with it, and no reason in any row', async () => {
    const before = await world.recorded();
    await world.amend({}, adopting(inYearOfItsOwn()));
    const { facts } = await world.lastEvent();
    expect((facts['changes'] as { kind: string; isNew: boolean }[]).map(({ kind, isNew }) => [kind, isNew])).toEqual([
      ...[
        ['version', true],
        ['area', true],
        ['goal', true],
        ['goal', true],
        ['area', true],
        ['goal', true],
        ['area', true],
      ],
    ]);
    const added = {
      audit_event: 1,
      strategy_version: 1,
      strategy_version_revision: 1,
      area: 3,
      area_revision: 3,
      goal: 3,
      goal_revision: 3,
    };
    const after = await world.recorded();
    expect(Object.fromEntries(Object.entries(after).filter(([table, count]) => count !== before[table]))).toEqual(
      Object.fromEntries(Object.entries(added).map(([table, more]) => [table, (before[table] ?? 0) + more])),
    );
    expect(
      await world.rows('select 1 from goal_revision where revision <> 1 or change_reason is not null or change_decision is not null'),
    ).toEqual([]);
  });

  // Versions: 1 from 2021 without an end.
  const calendars: readonly [what: string, versions: VersionContent[], inForceOn: Record<string, number | undefined>][] = [
    ['one after another', [version(2)], { '2020-12-31': undefined, '2021-01-01': 1, '2025-12-31': 1, '2026-01-01': 2, '2999-12-31': 2 }],
    ['one that is adopted ahead of its time', [version(2, { validFrom: '2030-01-01' })], { [TODAY]: 1, '2029-12-31': 1, '2030-01-01': 2 }],
    ['one for a while, then the one before again', [version(2, { validTo: '2026-06-30' })], { '2026-06-30': 2, '2026-07-01': 1 }],
    ['one for a single day', [version(2, { validTo: '2026-01-01' })], { '2025-12-31': 1, '2026-01-01': 2, '2026-01-02': 1 }],
    ['two from one day: the later number', [version(3), version(2)], { '2026-01-01': 3 }],
    ['a lower number from a later day', [version(9), version(4, { validFrom: '2026-05-01' })], { '2026-04-30': 9, '2026-05-01': 4 }],
  ];
  for (const [what, versions, expected] of calendars) {
    it(`is in force in its time: ${what}`, async () => {
      await world.undone({}, async (a) => {
        for (const one of versions) await adopting(aVersion({ version: one }))(a);
        for (const [today, number] of Object.entries(expected)) {
          const there = await world.app.get(StrategyQuery).current({ today, known: undefined });
          expect(there?.decision.version).withContext(today).toBe(number);
          if (number === undefined) {
            await expectAsync(inForce(today)).toBeRejectedWith(jasmine.objectContaining({ code: 'strategy.not-found', facts: { today } }));
          }
        }
      });
    });
  }

  it('is unknown to who asks for a moment before it was adopted, though it says that it was in force then', async () => {
    const before = (await world.moment()).known;
    const { day, ...wanted } = inYearOfItsOwn();
    await world.amend({}, adopting(wanted));
    const number = wanted.version.number;
    const after = (await world.moment()).known;
    expect([await numberOn(day, before), await numberOn(day, after), await numberOn(day)]).toEqual([1, number, number]);
  });

  it('gives a goal of a name that an earlier version had another goal', async () => {
    const { day, ...wanted } = inYearOfItsOwn();
    await world.amend({}, async (a) => {
      const goalOn = (today: string) => world.app.get(GoalRepository).inForce('fler-bor-har', { today, known: undefined });
      const earlier = await goalOn(day);
      await adopting(wanted)(a);
      const later = await goalOn(day);
      expect([earlier.area, later.area]).toEqual(['leva', 'verka']);
      expect(later.id).not.toBe(earlier.id);
      expect((await goalOn(TODAY)).id).toBe(earlier.id);
      await expectAsync(goalOn('2020-01-01')).toBeRejectedWith(jasmine.objectContaining({ code: 'goal.not-found' }));
    });
  });

  const faults = (refusal: Refusal) => refusal.errors?.map(({ path, message }) => `${path}: ${message}`) ?? refusal.code;
  const refused: readonly [what: string, wanted: () => AdoptedVersion, fault: string | string[]][] = [
    ['whose number is taken', () => aVersion({ version: version(1) }), 'strategy.version-exists'],
    ['of another strategy', () => aVersion({ strategy: { ...world.file.strategy, slug: 'landsbygd' } }), 'strategy.another'],
    ['that ends before it begins', () => aVersion({ version: version(2, { validTo: '2025-12-31' }) }), ['version.validTo: version.ends-before-it-begins']],
    ['that does not say when it was decided', () => aVersion({ version: version(2, { decidedOn: undefined }) }), ['version.decidedOn: version.decided-missing']],
    ['with two areas of one name', () => aVersion({ areas: [anArea('a', []), anArea('a', [])] }), ['areas.1.slug: name.repeated']],
    ['with two goals of one name in an area', () => aVersion({ areas: [anArea('a', [aGoal('m'), aGoal('m')])] }), ['areas.0.goals.1.slug: name.repeated']],
    ['with two goals of one name in two areas, whose pages would be one', () => aVersion({ areas: [anArea('a', [aGoal('m')]), anArea('b', [aGoal('m')])] }), ['areas.1.goals.0.slug: name.repeated']],
  ]; // prettier-ignore
  for (const [what, wanted, fault] of refused) {
    it(`is refused, whatever is said for it: one ${what}`, async () => {
      expect(faults(await world.refusalOf({ reason: 'Nytt', decision: 'KF § 12' }, adopting(wanted())))).toEqual(fault);
    });
  }

  it('leaves nothing when something fails after all of it was written', async () => {
    const { day, ...wanted } = inYearOfItsOwn();
    const refusal = await world.refusalOf({}, async (a) => {
      await adopting(wanted)(a);
      await world.app.get(DataSource).manager.query('select 1 / 0');
    });
    expect(refusal.code).toBe('22012');
    expect(await numberOn(day)).toBe(1);
    await world.amend({}, adopting(wanted));
    expect(await numberOn(day)).toBe(wanted.version.number);
  });

  it('is adopted once, however many adopt it at the same moment', async () => {
    const { day: _, ...wanted } = inYearOfItsOwn();
    const adopt = () =>
      world.amend({}, adopting(wanted)).then(
        () => 'adopted',
        ({ code }: { code: string }) => code,
      );
    const exists = 'strategy.version-exists';
    expect((await Promise.all([adopt(), adopt(), adopt(), adopt()])).sort()).toEqual(['adopted', exists, exists, exists]);
    expect(await world.rows('select 1 from strategy_version where number = $1', [wanted.version.number])).toHaveSize(1);
  });

  it('is for a strategist to adopt, not for an administrator nor anyone else', async () => {
    expect(await world.rolesAllowed({}, () => adopting(inYearOfItsOwn()))).toEqual(['strategist']);
  });

  it('is told to the audit trail as the deed of whoever adopted it', async () => {
    const by = holding('strategist');
    await world.amend({ by }, adopting(inYearOfItsOwn()));
    expect((await world.lastEvent()).by).toBe(by.id);
  });
});

import { versionComparison, type VersionComparisonView } from '@slusen/contracts';
import { aTarget } from '@slusen/testing';
import { TargetRow } from '../targets/target.row.js';
import { sealSeed } from '../testing/seed.js';
import { NOW, seedSmallWorld, type SmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { PublicPagesModule } from './public-pages.module.js';

describe('two versions of the strategy in the public API', () => {
  let test: TestApplication;
  let world: SmallWorld;
  beforeEach(async () => {
    test = await testApplication([PublicPagesModule], { now: NOW });
    world = await seedSmallWorld(test.seed);
  }, 120_000);
  afterEach(() => test.close());

  const ask = (query: string) => test.app.inject({ url: `/api/strategy/comparison${query}` });
  const compare = async (query = ''): Promise<VersionComparisonView> => versionComparison.parse((await ask(query)).json());
  const outline = ({ areas }: VersionComparisonView): string[] =>
    areas.map(({ slug, change, goals }) => `${slug} ${change}: ${goals.map((goal) => `${goal.slug} ${goal.change}`).join(', ')}`);

  it('are those that are named, else the one in force and the one that it replaced', async () => {
    const told = await compare();
    expect([told.before.decided?.version, told.after.decided?.version, told.versions]).toEqual([1, 2, [1, 2]]);
    expect(outline(told)).toEqual([
      'leva kept: fler-invanare added, gemenskap added, gammalt-mal removed',
      'verka added: fler-gaster added',
    ]);
    expect(await compare('?from=1&to=2')).toEqual(told);
    expect(outline(await compare('?from=2&to=1'))).toEqual([
      'leva kept: gammalt-mal added, fler-invanare removed, gemenskap removed',
      'verka removed: fler-gaster removed',
    ]);
    expect((await compare('?from=2&to=2')).areas).toEqual([]);
  });

  it('are told word by word, target by target, and by who does what', async () => {
    const third = await test.seed.strategyVersion({ strategyId: 1, number: 3, validFrom: '2026-06-01' });
    const living = await test.seed.area(third, 'leva', 1);
    const goal = await test.seed.goal(living, 'fler-invanare', { position: 1, descriptionSv: 'Om fler-invanare i hela kommunen' });
    await test.seed.target(goal, world.population, aTarget({ 2020: 15672, 2030: 15700 }, { tolerance: 50 }));
    const { areas } = await compare('?from=2&to=3');
    const told = areas.find(({ slug }) => slug === 'leva')?.goals.find(({ slug }) => slug === 'fler-invanare');
    expect(told?.change).toBe('kept');
    expect(told?.texts).toEqual([
      {
        field: 'description',
        sv: [
          { kind: 'same', text: 'Om fler-invanare ' },
          { kind: 'added', text: 'i hela kommunen' },
        ],
      },
    ]);
    expect(told?.roles.map(({ actor, role, change }) => `${actor.name.sv} ${role} ${change}`)).toEqual([
      'Utvecklingsavdelningen leads removed',
      'Årets grupp participates removed',
    ]);
    const [measure] = told?.measures ?? [];
    const plain = (text: string | undefined) => text?.replaceAll(/\s/g, ' ');
    expect([measure?.indicator.slug, measure?.change, measure?.reach]).toEqual(['folkmangd', 'changed', 'easier']);
    expect(plain(measure?.before?.text.sv)).toContain('15 800 invånare 2030');
    expect(plain(measure?.after?.text.sv)).toContain('15 700 invånare 2030');
  });

  it('are told as each was when it ceased to be in force, with what was decided of its targets while it was', async () => {
    const final = (value: number) => aTarget({ 2020: 15672, 2030: value });
    const next = await test.seed.strategyVersion({ strategyId: 1, number: 3, validFrom: '2026-11-10' });
    const goal = await test.seed.goal(await test.seed.area(next, 'leva'), 'fler-invanare');
    await test.seed.target(goal, world.population, final(15850));
    await test.seed.changeTarget(world.moreInhabitants, world.population, { target: final(15900), decision: 'KF § 30' });
    await test.recordedAt('2026-11-01T08:00:00.000Z');
    await test.dataSource.transaction(async (manager) => {
      await manager.insert(TargetRow, {
        ...{ goalId: world.moreInhabitants, indicatorId: world.population, revision: 3, ...test.seed.targetColumns(final(16000)) },
        ...{ changeReason: 'För sent', changeDecision: 'KF § 99' },
      });
      await sealSeed(manager);
    });
    const { before, after, areas } = await compare('?from=2&to=3');
    expect([before.readOn, after.readOn]).toEqual(['2026-11-09', undefined]);
    const [measure] = areas.flatMap(({ goals }) => goals).find(({ slug }) => slug === 'fler-invanare')?.measures ?? [];
    const told = [measure?.before, measure?.after].map((target) => [target?.text.sv, ...(target?.changes ?? []).map(({ sv }) => sv)]);
    expect(told.map((texts) => texts.map((text) => text?.replaceAll(/\s/g, ' ')))).toEqual([
      [
        jasmine.stringContaining('15 900 invånare 2030'),
        'Målvärdet ändrades den 1 november 2026 från 15 800 invånare till 15 900 invånare (svårare att nå): KF § 30.',
      ],
      [jasmine.stringContaining('15 850 invånare 2030')],
    ]);
    expect(measure?.reach).toBe('easier');
  });

  it('are told as they are now where they were recorded when they had ceased already', async () => {
    await test.recordedAt('2026-11-01T08:00:00.000Z');
    const { before } = await compare('?from=1&to=2');
    expect([before.decided?.version, before.readOn]).toEqual([1, undefined]);
  });

  it('are not found where there is no version of a number, and refused where it is none', async () => {
    expect([(await ask('?from=1&to=9')).statusCode, (await ask('?from=1&to=9')).json().code]).toEqual([404, 'version.not-found']);
    expect((await ask('?from=en&to=2')).statusCode).toBe(400);
    expect((await ask('?fran=1')).statusCode).toBe(400);
  });
});

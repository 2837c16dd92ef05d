import { strategyDocument, type StrategyDocument } from '@slusen/contracts';
import { aTarget } from '@slusen/testing';
import { NOW, seedSmallWorld, type SmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { PublicPagesModule } from './public-pages.module.js';

describe('the strategy as one document', () => {
  let test: TestApplication;
  let world: SmallWorld;
  beforeEach(async () => {
    test = await testApplication([PublicPagesModule], { now: NOW });
    world = await seedSmallWorld(test.seed);
    const leadId = await test.seed.actor('byalaget', { name: 'Byalaget' });
    await test.seed.action('moten', { goalId: world.moreInhabitants, leadId });
    const words = { documentOwnerSv: 'kommunstrategen', replacesSv: 'Vision 2012–2017', replacesEn: 'Vision 2012–2017' };
    await test.seed.strategyVersion({ strategyId: 1, number: 3, validFrom: '2027-01-01', paragraph: '§ 90', ...words });
  }, 120_000);
  afterEach(() => test.close());

  const get = (url: string) => test.app.inject({ url });
  const read = async (url = '/api/strategy'): Promise<StrategyDocument> => strategyDocument.parse((await get(url)).json());
  const goal = (document: StrategyDocument, slug: string) =>
    document.areas.flatMap(({ goals }) => goals).find((candidate) => candidate.slug === slug);
  const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

  it('is the version in force, with its decision, its validity, what it replaced and what is to replace it', async () => {
    const { version, state, paragraph, dnr, validFrom, validTo, replacesVersion, replacedBy } = await read();
    expect({ version, state, paragraph, dnr, validFrom, validTo, replacesVersion, replacedBy }).toEqual({
      ...{ version: 2, state: 'in-force', paragraph: '§ 12', dnr: 'KS 2025/100', validFrom: '2026-01-01' },
      ...{ validTo: undefined, replacesVersion: 1, replacedBy: 3 },
    });
  });

  it('has the areas and goals in their order; one that is not measured says why', async () => {
    const document = await read();
    expect(document.areas.map(({ slug, goals }) => [slug, goals.map((one) => one.slug)])).toEqual([
      ['leva', ['fler-invanare', 'gemenskap']],
      ['verka', ['fler-gaster']],
    ]);
    expect(goal(document, 'gemenskap')?.deliberatelyNotMeasured).toEqual({ sv: 'Det som räknas går inte att räkna.' });
    expect(document.hasExamples).toBeTrue();
  });

  it('says of each indicator from where to where, by which way, in both languages', async () => {
    const [indicator] = goal(await read(), 'fler-invanare')?.indicators ?? [];
    expect([indicator?.slug, indicator?.target?.isExample]).toEqual(['folkmangd', false]);
    expect(plain(indicator?.target?.text.sv)).toBe('15 800 invånare 2030, från 15 672 invånare 2020');
    expect(plain(indicator?.target?.text.en)).toBe('15,800 inhabitants in 2030, from 15,672 inhabitants in 2020');
    expect(plain(indicator?.target?.path.sv)).toBe(
      'Målbanan är rak. Högst 50 invånare under målbanan räknas som nära. Beslut: KF 2025 § 1.',
    );
  });

  it('says of a target that was changed after the version was adopted by which decision, and what it was', async () => {
    const changed = { target: aTarget({ 2020: 15672, 2030: 15700 }, { tolerance: 50 }), decision: 'KF § 44' };
    await test.seed.changeTarget(world.moreInhabitants, world.population, changed);
    const [indicator] = goal(await read(), 'fler-invanare')?.indicators ?? [];
    expect(plain(indicator?.target?.text.sv)).toBe('15 700 invånare 2030, från 15 672 invånare 2020');
    expect(plain(indicator?.target?.path.sv)).toMatch(
      /^Målbanan är rak\. Högst 50 invånare under målbanan räknas som nära\. Målvärdet ändrades den .+ från 15 800 invånare till 15 700 invånare \(lättare att nå\): KF § 44\.$/,
    );
  });

  it('has no target where none was decided', async () => {
    const indicator = await test.seed.indicator('utan-mal');
    await test.seed.target(world.moreGuests, indicator);
    const found = goal(await read(), 'fler-gaster')?.indicators.find(({ slug }) => slug === 'utan-mal');
    expect(found).toEqual({ slug: 'utan-mal', name: { sv: 'utan-mal' }, isExample: false });
  });

  it('tells who leads and takes part, and what is done', async () => {
    const found = goal(await read(), 'fler-invanare');
    expect(found?.roles.map(({ actor, role }) => [actor.slug, role])).toEqual([
      ['utvecklingsavdelningen', 'leads'],
      ['argus', 'participates'],
    ]);
    expect(found?.actions).toEqual([
      {
        ...{ slug: 'moten', title: { sv: 'moten' }, lead: { slug: 'byalaget', name: { sv: 'Byalaget' } } },
        ...{ startsOn: '2026-02-01', endsOn: '2026-12-31', status: 'ongoing', isPastItsEnd: false, isExample: false },
      },
    ]);
  });

  it('stays to be read when another has taken its place, with its own goals and targets, and without what is done today', async () => {
    const earlier = await read('/api/strategy/versions/1');
    const { version, state, validTo, replacesVersion, replacedBy } = earlier;
    expect([version, state, validTo, replacesVersion, replacedBy]).toEqual([1, 'superseded', '2025-12-31', undefined, 2]);
    expect(earlier.areas.map(({ slug, goals }) => [slug, goals.map((one) => one.slug)])).toEqual([['leva', ['gammalt-mal']]]);
    expect(plain(goal(earlier, 'gammalt-mal')?.indicators[0]?.target?.text.sv)).toBe('16 000 invånare 2025, från 15 672 invånare 2020');
    expect(goal(earlier, 'gammalt-mal')?.actions).toEqual([]);
  });

  it('is the same by its number as without', async () => expect(await read('/api/strategy/versions/2')).toEqual(await read()));

  it('lists every adopted version, the latest first, and one that is to come', async () => {
    expect((await read()).versions.map(({ version, state, paragraph }) => [version, state, paragraph])).toEqual([
      [3, 'coming', '§ 90'],
      [2, 'in-force', '§ 12'],
      [1, 'superseded', undefined],
    ]);
  });

  it('says who answers for it, and what it replaces in the words of the decision', async () => {
    const { documentOwner, replaces } = await read('/api/strategy/versions/3');
    expect({ documentOwner, replaces }).toEqual({
      documentOwner: { sv: 'kommunstrategen' },
      replaces: { sv: 'Vision 2012–2017', en: 'Vision 2012–2017' },
    });
  });

  for (const number of ['9', '0', 'x', '1.5', '99999999999']) {
    it(`is not found under the number ${number}`, async () => {
      const answer = await get(`/api/strategy/versions/${number}`);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'version.not-found']);
    });
  }

  it('is as it was known at a moment', async () => {
    const { statusCode } = await get('/api/strategy?known=1990-01-01');
    expect(statusCode).toBe(404);
  });
});

import { areaPage, goalPage, startPage, type AreaPageView, type GoalPageView, type StartPageView } from '@slusen/contracts';
import { NOW, seedSmallWorld, type SmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { PublicPagesModule } from './public-pages.module.js';

describe('the strategy in the public API', () => {
  let test: TestApplication;
  let world: SmallWorld;
  beforeAll(async () => {
    test = await testApplication([PublicPagesModule], { now: NOW });
    world = await seedSmallWorld(test.seed);
  }, 120_000);
  afterAll(() => test.close());

  const get = async (url: string) => test.app.inject({ url });

  describe('start page', () => {
    const start = async (): Promise<StartPageView> => startPage.parse((await get('/api/start')).json());

    it('shows the version in force with the decision it rests on', async () => {
      expect((await start()).strategy).toEqual(
        jasmine.objectContaining({
          version: 2,
          body: { sv: 'kommunfullmäktige', en: 'the municipal council' },
          paragraph: '§ 12',
          dnr: 'KS 2025/100',
        }),
      );
    });

    it('opens each area as a door with its goals counted by fulfilment', async () => {
      const { areas } = await start();
      expect(areas.map(({ slug }) => slug)).toEqual(['leva', 'verka']);
      expect(areas[0]?.goals).toBe(2);
      expect(areas[0]?.counts).toEqual({ met: 0, 'partly-met': 0, 'not-met': 1, 'not-assessable': 1 });
      expect(areas[1]?.counts).toEqual({ met: 1, 'partly-met': 0, 'not-met': 0, 'not-assessable': 0 });
    });

    it('tells what changed, one line per indicator however many periods came', async () => {
      const lines = (await start()).changes.filter(({ indicator }) => indicator.slug === 'folkmangd');
      expect(lines.map(({ period, value, kind }) => [period, value, kind])).toEqual([['2025', 15327, 'new']]);
    });

    it('calls a later revision a correction and puts it first', async () => {
      const indicator = await test.seed.indicator('rattad');
      await test.seed.figures({ indicator }, { 2023: 5, 2024: 6 });
      await test.seed.figures({ indicator }, { 2024: 7 }, { revision: 2, reason: 'Källan rättade' });
      const [first] = (await start()).changes;
      expect(first).toEqual(jasmine.objectContaining({ kind: 'corrected', period: '2024', value: 7 }));
    });

    it('says nothing of a figure that is not public yet', async () => {
      const indicator = await test.seed.indicator('kommande');
      await test.seed.figures({ indicator }, { 2024: 1 });
      await test.seed.figures({ indicator }, { 2025: 2 }, { publishAt: new Date('2999-01-01') });
      const line = (await start()).changes.find((change) => change.indicator.slug === 'kommande');
      expect(line?.period).toBe('2024');
    });

    it('marks that examples are shown', async () => {
      expect((await start()).hasExamples).toBeTrue();
    });
  });

  describe('area page', () => {
    it('lists its goals in their order with who leads', async () => {
      const area: AreaPageView = areaPage.parse((await get('/api/areas/leva')).json());
      expect(area.goals.map(({ slug }) => slug)).toEqual(['fler-invanare', 'gemenskap']);
      expect(area.goals[0]?.leads.map(({ slug }) => slug)).toEqual(['utvecklingsavdelningen']);
    });

    it('is not found under a name that no area has', async () => {
      const answer = await get('/api/areas/finns-inte');
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'area.not-found']);
    });
  });

  describe('goal page', () => {
    const goal = async (slug: string): Promise<GoalPageView> => goalPage.parse((await get(`/api/goals/${slug}`)).json());

    it('shows status, sentence and points of what measures it', async () => {
      const { indicators, rollUp } = await goal('fler-invanare');
      const [population] = indicators;
      expect(population?.assessed.explanation).toEqual(jasmine.objectContaining({ status: 'off-track', shortfall: 409 }));
      expect(population?.assessed.sentences.sv.status).toContain('Ur fas');
      expect(population?.points.map(({ period }) => period)).toEqual(['2019', '2020', '2021', '2022', '2023', '2024', '2025']);
      expect(rollUp).toEqual(
        jasmine.objectContaining({ fulfilment: 'not-met', assessable: 1, total: 1, word: { sv: 'Ur fas', en: 'Off track' } }),
      );
    });

    it('tells the trend, and what the small chart shows from end to end', async () => {
      const [population] = (await goal('fler-invanare')).indicators;
      expect(population?.trend).toEqual({ word: 'worsening', way: 'down' });
      expect(population?.finding?.sv).toBe('320 färre 2025 än 2019');
    });

    it('prints the rule and puts who leads first', async () => {
      const { rule, roles } = await goal('fler-invanare');
      expect(rule.sv).toContain('fler än hälften');
      expect(roles.map(({ role }) => role)).toEqual(['leads', 'participates']);
    });

    it('says why a goal is left unmeasured', async () => {
      const { deliberatelyNotMeasured, rollUp } = await goal('gemenskap');
      expect(deliberatelyNotMeasured?.sv).toBe('Det som räknas går inte att räkna.');
      expect(rollUp.reason).toBe('deliberately-not-measured');
    });

    it('does not show goals of a strategy that is no longer in force', async () => {
      expect((await get('/api/goals/gammalt-mal')).statusCode).toBe(404);
    });
  });

  describe('actors', () => {
    it('are listed by Swedish alphabet with what they do', async () => {
      const { items } = (await get('/api/actors')).json();
      expect(items.map(({ slug }: { slug: string }) => slug)).toEqual(['utvecklingsavdelningen', 'argus']);
      expect(items[0].roles.map(({ goal: { slug } }: { goal: { slug: string } }) => slug)).toEqual(['fler-invanare', 'fler-gaster']);
    });

    it('have invented roles marked: all of an invented actor, of a real one those in an invented goal', async () => {
      const rolesOf = async (actor: string) => (await get(`/api/actors/${actor}`)).json().roles;
      const told = (roles: { goal: { slug: string }; isExample: boolean }[]) =>
        roles.map(({ goal: { slug }, isExample }) => [slug, isExample]);
      expect(told(await rolesOf('utvecklingsavdelningen'))).toEqual([
        ['fler-invanare', false],
        ['fler-gaster', true],
      ]);
      expect(told(await rolesOf('argus'))).toEqual([['fler-invanare', true]]);
    });

    it('have a page each', async () => {
      expect((await get('/api/actors/argus')).json()).toEqual(
        jasmine.objectContaining({ kind: 'local-development-group', isExample: true }),
      );
      expect((await get('/api/actors/ingen')).statusCode).toBe(404);
    });
  });

  it('tells what the installation is', async () => {
    const site = (await get('/api/site')).json();
    expect(site).toEqual(jasmine.objectContaining({ municipality: 'Vimmerby kommun', isDemonstration: false }));
  });

  describe('as an answer that anyone may keep', () => {
    it('has a tag of its content, and is not sent twice', async () => {
      const first = await get('/api/areas/leva');
      expect(first.headers['cache-control']).toBe('public, max-age=60');
      const again = await test.app.inject({ url: '/api/areas/leva', headers: { 'if-none-match': String(first.headers['etag']) } });
      expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', first.headers['etag']]);
    });

    it('is sent again when it has changed', async () => {
      const before = String((await get('/api/goals/fler-gaster')).headers['etag']);
      await test.seed.figures({ indicator: world.nights }, { '2025-M12': 999 }, { revision: 2 });
      const answer = await test.app.inject({ url: '/api/goals/fler-gaster', headers: { 'if-none-match': before } });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['etag']).not.toBe(before);
    });

    it('is not kept when it is an error', async () => {
      const { headers } = await get('/api/goals/finns-inte');
      expect([headers['cache-control'], headers['etag']]).toEqual(['no-store', undefined]);
    });

    it('refuses a name that no database can read', async () => {
      expect((await get('/api/goals/a%00b')).statusCode).toBe(400);
    });
  });
});

import { chartSourceOf, chartVersion } from '@slusen/charts';
import type { IndicatorPageView } from '@slusen/contracts';
import { NOW, seedSmallWorld, type SmallWorld } from '../../testing/small-world.js';
import { testApplication, type TestApplication } from '../../testing/test-application.js';
import { OpenDataModule } from '../open-data.module.js';

const FOR_EVER = 'public, max-age=31536000, immutable';
const A_MINUTE = 'public, max-age=60';

describe('the address of a picture', () => {
  let test: TestApplication;
  let world: SmallWorld;
  beforeAll(async () => {
    test = await testApplication([OpenDataModule], { now: NOW });
    world = await seedSmallWorld(test.seed);
  }, 120_000);
  afterAll(() => test.close());

  const versionOn = async (goal?: string): Promise<string> => {
    const page = (await test.app.inject({ url: '/api/indicators/folkmangd' })).json<IndicatorPageView>();
    return chartVersion(chartSourceOf(page, goal, 'sv'));
  };
  const keptFor = async (query: string): Promise<unknown> => {
    const { statusCode, headers } = await test.app.inject({ url: `/diagram/folkmangd.svg${query}` });
    expect(statusCode).toBe(200);
    return headers['cache-control'];
  };

  it('with the fingerprint of its page is that picture for ever', async () => {
    for (const goal of [undefined, 'fler-invanare']) {
      const query = `?v=${await versionOn(goal)}${goal ? `&goal=${goal}` : ''}`;
      expect(await keptFor(query))
        .withContext(query)
        .toBe(FOR_EVER);
    }
  });

  it('with another fingerprint, or none, is whatever is true now', async () => {
    expect(await keptFor('')).toBe(A_MINUTE);
    expect(await keptFor('?v=abc')).toBe(A_MINUTE);
    expect(await keptFor(`?v=${await versionOn()}&goal=fler-invanare`)).toBe(A_MINUTE);
  });

  it('has another fingerprint once a figure is published', async () => {
    const before = await versionOn();
    await test.seed.figures({ indicator: world.population }, { 2025: 15328 }, { revision: 2 });
    expect(await versionOn()).not.toBe(before);
    expect(await keptFor(`?v=${before}`)).toBe(A_MINUTE);
    expect(await keptFor(`?v=${await versionOn()}`)).toBe(FOR_EVER);
  });
});

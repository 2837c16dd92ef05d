import { chartSourceOf, chartVersion } from '@slusen/charts';
import type { IndicatorPageView } from '@slusen/contracts';
import { NOW, seedSmallWorld, type SmallWorld } from '../../testing/small-world.js';
import { testApplication, type TestApplication } from '../../testing/test-application.js';
import { OpenDataModule } from '../open-data.module.js';

describe('the address of a picture', () => {
  let test: TestApplication;
  let world: SmallWorld;
  beforeAll(async () => {
    test = await testApplication([OpenDataModule], { now: NOW });
    world = await seedSmallWorld(test.seed);
  }, 120_000);
  afterAll(() => test.close());

  const version = async (): Promise<string> => {
    const page = (await test.app.inject({ url: '/api/indicators/folkmangd' })).json<IndicatorPageView>();
    return chartVersion(chartSourceOf(page, undefined, 'sv'));
  };
  const kept = async (query: string): Promise<unknown[]> => {
    const { statusCode, headers } = await test.app.inject({ url: `/diagram/folkmangd.svg${query}` });
    return [statusCode, headers['cache-control']];
  };

  it('lets it be kept for a minute, with the fingerprint of its page too: what it shows may have to be hidden', async () => {
    for (const query of ['', '?v=abc', `?v=${await version()}`]) {
      expect(await kept(query))
        .withContext(query)
        .toEqual([200, 'public, max-age=60']);
    }
  });

  it('has another fingerprint once a figure is published, so that no page shows an older picture', async () => {
    const before = await version();
    await test.seed.figures({ indicator: world.population }, { 2025: 15328 }, { revision: 2 });
    expect(await version()).not.toBe(before);
  });
});

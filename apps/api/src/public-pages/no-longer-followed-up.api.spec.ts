import { noLongerFollowedUpPage, type NoLongerFollowedUpView } from '@slusen/contracts';
import { aTarget } from '@slusen/testing';
import { NOW, seedSmallWorld, type SmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { PublicPagesModule } from './public-pages.module.js';

describe('what is no longer followed up, in the public API', () => {
  let test: TestApplication;
  let world: SmallWorld;
  beforeEach(async () => {
    test = await testApplication([PublicPagesModule], { now: NOW });
    world = await seedSmallWorld(test.seed);
  }, 120_000);
  afterEach(() => test.close());

  const url = '/api/strategy/no-longer-followed-up';
  const page = async (query = ''): Promise<NoLongerFollowedUpView> =>
    noLongerFollowedUpPage.parse((await test.app.inject({ url: url + query })).json());
  const slugs = (things: readonly { slug: string }[]): string[] => things.map(({ slug }) => slug);

  it('lists a goal of an earlier version with its decision, and where what measured it goes on', async () => {
    const { strategy, goals, indicators } = await page();
    expect(strategy.version).toBe(2);
    expect(goals.map(({ slug, decided, area }) => [slug, decided.version, area.slug])).toEqual([['gammalt-mal', 1, 'leva']]);
    expect(slugs(goals[0]?.goesOnIn ?? [])).toEqual(['fler-invanare']);
    // It measures another goal now, so it has not been left.
    expect(indicators).toEqual([]);
  });

  it('lists an indicator that only an earlier version had, with its target, its last figure and what replaces it', async () => {
    await test.seed.indicator('ny-matning', { nameSv: 'Ny mätning' });
    const left = await test.seed.indicator('trivsel', {
      ...{
        nameSv: 'Trivsel',
        unitSv: '%',
        unitEn: '%',
        decimals: 1,
        endsAfter: '2024',
        endReasonSv: 'Enkäten lades ner',
        endReasonEn: null,
      },
      replacedBy: 'ny-matning',
    });
    await test.seed.target(world.superseded, left, aTarget({ 2020: 61, 2025: 70 }, { tolerance: 1 }));
    await test.seed.figures({ indicator: left }, { 2020: 61.2, 2024: 64.5 });
    const [indicator, ...others] = (await page()).indicators;
    expect(others).toEqual([]);
    expect(indicator).toEqual(
      jasmine.objectContaining({
        slug: 'trivsel',
        decided: jasmine.objectContaining({ version: 1 }),
        latest: { sv: '64,5\u00a0% 2024', en: '64.5% in 2024' },
        replacedBy: { slug: 'ny-matning', name: jasmine.objectContaining({ sv: 'Ny mätning' }) },
      }),
    );
    expect(indicator?.ended?.sv).toBe('Enkäten lades ner');
    expect(indicator?.goals.map(({ slug, target }) => [slug, target?.sv.replaceAll(/\s/g, ' ')])).toEqual([
      ['gammalt-mal', '70,0 % 2025, från 61,0 % 2020'],
    ]);
  });

  it('lists an indicator that was taken out of the version in force, with why and by which decision', async () => {
    await test.recordedAt('2026-11-01T08:00:00Z');
    await test.seed.withdrawTarget(world.moreInhabitants, world.population, { reason: 'Mäts inte mer', decision: 'KF § 7' });
    const { indicators } = await page();
    expect(indicators.map(({ slug, decided, withdrawn }) => [slug, decided.version, withdrawn])).toEqual([
      ['folkmangd', 2, { reason: 'Mäts inte mer', decision: 'KF § 7' }],
    ]);
    expect(indicators[0]?.latest?.sv.replaceAll(/\s/g, ' ')).toBe('15 327 invånare 2025');
    // What the world knew before is still that.
    expect((await page('?known=2026-11-10')).indicators).toEqual([]);
  });

  it('leaves nothing out where a version is to come', async () => {
    await test.seed.strategyVersion({ strategyId: 1, number: 3, validFrom: '2099-01-01' });
    expect(slugs((await page()).goals)).toEqual(['gammalt-mal']);
  });

  it('is an answer that anyone may keep', async () => {
    expect((await test.app.inject({ url })).headers['cache-control']).toBe('public, max-age=60');
  });
});

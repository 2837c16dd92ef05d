import { lateAtEarliest, stockholmDate, type Change, type ChangeRecord } from '@slusen/domain';
import { testDatabase } from '@slusen/embedded-postgres/testing';
import { DataSource } from 'typeorm';
import { migrate } from '../../data-source.js';
import { OPERATOR } from '../../identity/account.js';
import { IndicatorQuery } from '../../indicators/indicator.query.js';
import { openContext, PATIENCE_MS } from '../../integrity/kept-world.fixtures.js';
import { DecidedWorld } from '../../testing/decided-world.js';
import { areaOf, both, changed, goalOf, linesOf, reading, refusalOf, type Changeable } from './changed-files.fixtures.js';
import { ImportStrategy } from './import-strategy.js';

const REASON: ChangeRecord = { reason: 'Fel från början' };
const BOTH: ChangeRecord = { ...REASON, decision: 'KF 2027-03-22 § 12' };

describe('ImportStrategy', () => {
  let world: DecidedWorld;
  beforeEach(async () => (world = await DecidedWorld.open()), PATIENCE_MS);
  afterEach(() => world.close(), PATIENCE_MS);

  const kindsOf = (changes: readonly Change[]): string[] => changes.map(({ kind }) => kind);

  it(
    'refuses another strategy than the one that is there, since an installation holds one',
    async () => {
      const facts = { there: 'strategi', file: 'landsbygd' };
      expect(await refusalOf(world, (file) => Object.assign(file.strategy, { slug: 'landsbygd' }), BOTH)).toEqual(
        jasmine.objectContaining({ code: 'strategy.another', facts }),
      );
    },
    PATIENCE_MS,
  );

  it(
    'takes only one of two strategies that are read at once',
    async () => {
      const other = await testDatabase({ migrate });
      const empty = await openContext(other.appUrl);
      try {
        const reads = ['landsbygd', 'stad'].map((slug) =>
          empty.get(ImportStrategy).import({ file: changed(({ strategy }) => Object.assign(strategy, { slug })) }, OPERATOR),
        );
        const outcomes = await Promise.allSettled(reads);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(outcomes.find((one) => one.status === 'rejected')?.reason).toEqual(jasmine.objectContaining({ code: 'strategy.another' }));
      } finally {
        await empty.close();
        await other.drop();
      }
    },
    PATIENCE_MS,
  );

  it(
    'asks for what comes with a version since that is in force, and for what is added to it since it was added',
    async () => {
      await reading(world, (file) => file.indicators.push({ ...file.indicators[0]!, slug: 'nytt-matt', name: { sv: 'Nytt mått' } }), BOTH);
      const { version, indicators } = changed(() => {});
      const since = async (slug: string) => {
        const { rules } = await world.app.get(IndicatorQuery).bySlug(slug, { today: '2026-11-28', known: undefined });
        return rules.lateAtEarliest;
      };
      expect(await since(indicators[0]!.slug)).toBe(lateAtEarliest(version.validFrom));
      expect(await since('nytt-matt')).toBe(lateAtEarliest(stockholmDate(new Date().toISOString())));
    },
    PATIENCE_MS,
  );

  it(
    'finds the same file there already, changes nothing and records nothing',
    async () => {
      const before = await world.recorded();
      expect(await reading(world, () => {}, BOTH)).toEqual([]);
      expect(await world.recorded()).toEqual(before);
    },
    PATIENCE_MS,
  );

  it(
    'takes actors, territories and indicators that are new, since no version is changed by them',
    async () => {
      const added = await reading(world, (file) => {
        file.territories.push({ code: '0884-frodinge', kind: 'locality', name: { sv: 'Frödinge' }, parent: '0884' });
        file.actors.push({ slug: 'ny', kind: 'business', name: { sv: 'Ny' } });
        file.indicators.push({ ...file.indicators[1], slug: 'ny' });
      });
      expect(kindsOf(added)).toEqual(['territory', 'actor', 'indicator']);
      expect(linesOf(added)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'takes a new version with other contents, whose decision is its own',
    async () => {
      const added = await reading(world, (file) => {
        Object.assign(file.version, { number: 2, validFrom: '2026-01-01' });
        areaOf(file).goals.splice(1);
        goalOf(file).roles.splice(0);
      });
      expect(kindsOf(added)).toEqual(['version', 'area', 'goal', 'target', 'target', 'target']);
    },
    PATIENCE_MS,
  );

  it(
    'takes a new series break for its own reason; one that is there changes or goes only for another',
    async () => {
      const broken = (firstPeriod: string, reason: string) => (file: Changeable) =>
        Object.assign(file.indicators[0]!, { breaks: [{ firstPeriod, reason: both(reason) }] });
      expect(kindsOf(await reading(world, broken('2023', 'Ny metod')))).toEqual(['series-break']);
      expect(await reading(world, broken('2023', 'Ny metod'))).toEqual([]);
      expect((await refusalOf(world, broken('2023', 'Nytt register'))).code).toBe('change.reason-required');
      expect(linesOf(await reading(world, broken('2023', 'Nytt register'), REASON))[0]).toBe(
        'Folkmängd, brott i serien från 2023: skäl Ny metod → Nytt register',
      );
      expect((await refusalOf(world, broken('2024', 'Nytt register'))).code).toBe('change.reason-required');
      await reading(world, broken('2024', 'Nytt register'), REASON);
      const { rules } = await world.app.get(IndicatorQuery).bySlug('folkmangd', await world.moment());
      expect(rules.breaks.map(({ firstPeriod }) => firstPeriod.year)).toEqual([2024]);
      expect((await refusalOf(world, broken('2023', 'Ny metod'))).code).toBe('change.reason-required');
    },
    PATIENCE_MS,
  );

  it(
    'does not let an indicator with figures be measured otherwise than its figures are',
    async () => {
      await world.app.get(DataSource).transaction(async (manager) => {
        await manager.query(`
          with head as (insert into series_head (indicator_id, territory_id, breakdown)
            select i.id, t.id, '' from indicator i, territory t where i.slug = 'besok' and t.code = '0884' returning id)
          insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, publish_at)
          select id, '2025-Q1', 24303, 1, 1, 'final', 'exact', 'x', now() from head`);
        await manager.query(`select seal('{}')`);
      });
      const yearly = (file: Changeable) => Object.assign(file.indicators[1]!, { cadence: 'year' });
      expect((await refusalOf(world, yearly, REASON)).code).toBe('definition.has-figures');
    },
    PATIENCE_MS,
  );
});

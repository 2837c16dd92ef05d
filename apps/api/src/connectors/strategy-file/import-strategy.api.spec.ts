import type { INestApplicationContext } from '@nestjs/common';
import { strategyFile } from '@slusen/contracts';
import { DataSource } from 'typeorm';
import { migrate } from '../../data-source.js';
import { openContext, PATIENCE_MS, STRATEGY_FILE } from '../../integrity/kept-world.fixtures.js';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { ImportStrategy, type StrategyImport } from './import-strategy.js';
import { OPERATOR } from '../../identity/account.js';

type Json = Record<string, unknown>;
interface Changeable {
  territories: Json[];
  actors: Json[];
  strategy: Json;
  version: Json;
  areas: (Json & { goals: (Json & { roles: Json[]; targets: Json[]; indicatorsWithoutTarget: string[] })[] })[];
  indicators: Json[];
}

const aFile = (): Changeable => structuredClone(STRATEGY_FILE) as unknown as Changeable;
const areaOf = (file: Changeable) => file.areas[0]!;
const goalOf = (file: Changeable) => areaOf(file).goals[0]!;
const both = (sv: string) => ({ sv, en: sv });

const TABLES = [
  'strategy',
  'strategy_version',
  'territory',
  'actor',
  'indicator',
  'series_break',
  'area',
  'goal',
  'target',
  'responsibility',
  'audit_event',
];

describe('ImportStrategy', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;

  beforeEach(async () => {
    database = await testDatabase({ migrate });
    app = await openContext(database.appUrl);
    await reading(() => {});
  }, PATIENCE_MS);
  afterEach(async () => {
    await app.close();
    await database.drop();
  }, PATIENCE_MS);

  /** Reads the small strategy with these changes, and says what was new. */
  async function reading(change: (file: Changeable) => void): Promise<Partial<StrategyImport>> {
    const file = aFile();
    change(file);
    const counts = await app.get(ImportStrategy).run(strategyFile.parse(file), OPERATOR);
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  }
  const rows = (): Promise<unknown> =>
    app.get(DataSource).query(`select ${TABLES.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`);
  async function lastFacts(): Promise<unknown> {
    const [event] = await app
      .get(DataSource)
      .query<{ payload: string }[]>('select payload from audit_event order by record_id desc limit 1');
    return (JSON.parse(event!.payload) as Json)['facts'];
  }
  async function refusalOf(change: (file: Changeable) => void): Promise<unknown> {
    const before = await rows();
    const error = await reading(change).then(() => undefined, (reason: unknown) => reason); // prettier-ignore
    expect(await rows()).toEqual(before);
    return error;
  }

  const GOAL = 'leva/fler-bor-har';
  const anotherGoal = { slug: 'mer', name: both('Mer'), description: both('Mer.') };
  const anotherArea = { slug: 'mer', name: both('Mer'), shortName: both('Mer'), description: both('Mer.') };
  const anotherTarget = {
    indicator: 'besok',
    kind: 'point',
    baseline: { period: '2019-Q1', value: 1 },
    final: { period: '2030-Q1', value: 2 },
    tolerance: 0,
    decision: '§ 1',
  };

  const differences: readonly [what: string, change: (file: Changeable) => void, code: string, part: string, name: string][] = [
    ['adds an area', (f) => f.areas.push({ ...anotherArea, goals: [] }), 'strategy.adopted-without', 'area', 'mer'],
    ['adds a goal', (f) => areaOf(f).goals.push({ ...anotherGoal } as never), 'strategy.adopted-without', 'goal', 'leva/mer'],
    ['adds a role', (f) => goalOf(f).roles.push({ actor: 'gatukontoret', role: 'delivers' }), 'strategy.adopted-without', 'role', `${GOAL}/gatukontoret/delivers`],
    ['adds an actor with a role', (f) => {
      f.actors.push({ slug: 'ny', kind: 'business', name: { sv: 'Ny' } });
      goalOf(f).roles.push({ actor: 'ny', role: 'leads' });
    }, 'strategy.adopted-without', 'role', `${GOAL}/ny/leads`],
    ['adds an indicator to a goal', (f) => {
      f.indicators.push({ ...f.indicators[1], slug: 'ny' });
      goalOf(f).indicatorsWithoutTarget.push('ny');
    }, 'strategy.adopted-without', 'indicator without target', `${GOAL}/ny`],
    ['gives an indicator a target', (f) => {
      goalOf(f).indicatorsWithoutTarget = ['i-orten'];
      goalOf(f).targets.push(anotherTarget);
    }, 'strategy.adopted-without', 'target', `${GOAL}/besok`],
    ['leaves out every area', (f) => f.areas.splice(0), 'strategy.adopted-with', 'area', 'leva'],
    ['leaves out a goal', (f) => areaOf(f).goals.splice(1), 'strategy.adopted-with', 'goal', 'leva/trivsel'],
    ['leaves out a role', (f) => goalOf(f).roles.splice(0), 'strategy.adopted-with', 'role', `${GOAL}/kommunstyrelsen/leads`],
    ['leaves out a target', (f) => goalOf(f).targets.splice(0), 'strategy.adopted-with', 'target', `${GOAL}/folkmangd`],
    ['leaves out an indicator of a goal', (f) => goalOf(f).indicatorsWithoutTarget.splice(0, 1), 'strategy.adopted-with', 'indicator without target', `${GOAL}/besok`],
  ]; // prettier-ignore
  for (const [what, change, code, part, name] of differences) {
    it(
      `refuses a file that ${what} in a version that was adopted`,
      async () => {
        expect(await refusalOf(change)).toEqual(jasmine.objectContaining({ code, facts: { version: 1, part, name } }));
      },
      PATIENCE_MS,
    );
  }

  it(
    'refuses another strategy than the one that is there, since an installation holds one',
    async () => {
      const facts = { there: 'strategi', file: 'landsbygd' };
      expect(await refusalOf((file) => Object.assign(file.strategy, { slug: 'landsbygd' }))).toEqual(
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
          empty.get(ImportStrategy).run(strategyFile.parse({ ...STRATEGY_FILE, strategy: { ...STRATEGY_FILE.strategy, slug } }), OPERATOR),
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
    'finds the same file there already',
    async () => {
      expect(await reading(() => {})).toEqual({});
    },
    PATIENCE_MS,
  );

  it(
    'takes actors, territories and indicators that are new, since no version is changed by them',
    async () => {
      const added = await reading((file) => {
        file.territories.push({ code: '0884-frodinge', kind: 'locality', name: { sv: 'Frödinge' }, parent: '0884' });
        file.actors.push({ slug: 'ny', kind: 'business', name: { sv: 'Ny' } });
        file.indicators.push({ ...file.indicators[1], slug: 'ny' });
      });
      expect(added).toEqual({ territories: 1, actors: 1, indicators: 1 });
    },
    PATIENCE_MS,
  );

  it(
    'takes a new version with other contents',
    async () => {
      const added = await reading((file) => {
        Object.assign(file.version, { number: 2, validFrom: '2026-01-01' });
        areaOf(file).goals.splice(1);
        goalOf(file).roles.splice(0);
      });
      expect(added).toEqual({ versions: 1, areas: 1, goals: 1, targets: 3 });
    },
    PATIENCE_MS,
  );

  it(
    'counts and audits a new series break of an indicator that is there, since it changes what can be compared',
    async () => {
      const change = (file: Changeable) =>
        Object.assign(file.indicators[0]!, { breaks: [{ firstPeriod: '2023', reason: both('Ny metod') }] });
      expect(await reading(change)).toEqual({ breaks: 1 });
      expect(await lastFacts()).toEqual(
        jasmine.objectContaining({ breaks: 1, newBreaks: [{ indicator: 'folkmangd', firstPeriod: '2023' }] }),
      );
      expect(await reading(change)).toEqual({});
      expect(await lastFacts()).toEqual(jasmine.objectContaining({ breaks: 0, newBreaks: [] }));
    },
    PATIENCE_MS,
  );
});

import type { INestApplicationContext } from '@nestjs/common';
import { strategyFile } from '@slusen/contracts';
import { changeLines, NBSP, type Change, type ChangeRecord } from '@slusen/domain';
import { DataSource } from 'typeorm';
import { migrate } from '../../data-source.js';
import { openContext, PATIENCE_MS, STRATEGY_FILE } from '../../integrity/kept-world.fixtures.js';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { OPERATOR } from '../../identity/account.js';
import { IndicatorQuery } from '../../indicators/indicator.query.js';
import { ActorQuery } from '../../organisation/actor.query.js';
import type { AsOf } from '../../platform/as-of.js';
import { ResponsibilityQuery } from '../../strategy/responsibility.query.js';
import { goalsOf } from '../../strategy/strategy.js';
import { StrategyQuery } from '../../strategy/strategy.query.js';
import { TargetQuery } from '../../targets/target.query.js';
import { ImportStrategy } from './import-strategy.js';

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
  ...['strategy', 'strategy_revision', 'strategy_version', 'strategy_version_revision', 'territory', 'territory_revision', 'actor'],
  ...['actor_revision', 'indicator', 'indicator_definition', 'series_break', 'area', 'area_revision', 'goal', 'goal_revision'],
  ...['target', 'responsibility', 'audit_event'],
];
const REASON: ChangeRecord = { reason: 'Fel från början' };
const BOTH: ChangeRecord = { ...REASON, decision: 'KF 2027-03-22 § 12' };

type Changing = (file: Changeable) => unknown;

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

  /** Reads the small strategy with these changes, and says what was new or changed. */
  function reading(change: Changing, record: ChangeRecord = {}): Promise<readonly Change[]> {
    const file = aFile();
    change(file);
    return app.get(ImportStrategy).import({ file: strategyFile.parse(file), ...record }, OPERATOR);
  }
  const linesOf = (changes: readonly Change[]): string[] => changes.flatMap(changeLines);
  const kindsOf = (changes: readonly Change[]): string[] => changes.map(({ kind }) => kind);
  const rows = (): Promise<unknown> =>
    app.get(DataSource).query(`select ${TABLES.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`);
  async function lastFacts(): Promise<unknown> {
    const [event] = await app
      .get(DataSource)
      .query<{ payload: string }[]>('select payload from audit_event order by record_id desc limit 1');
    return (JSON.parse(event!.payload) as Json)['facts'];
  }
  async function refusalOf(change: Changing, record: ChangeRecord = {}): Promise<{ code: string; facts: Json }> {
    const before = await rows();
    const error: unknown = await reading(change, record).then(() => undefined, (reason: unknown) => reason); // prettier-ignore
    expect(await rows()).toEqual(before);
    return error as { code: string; facts: Json };
  }
  /** The moment of the latest record. */
  async function recordedAt(): Promise<AsOf> {
    const [record] = await app.get(DataSource).query<{ at: Date }[]>('select at from record order by seq desc limit 1');
    return { today: '2026-11-27', known: record!.at.toISOString() };
  }

  const aTargetOf = (indicator: string, final: number) => ({
    indicator,
    kind: 'point',
    baseline: { period: '2019-Q1', value: 1 },
    final: { period: '2030-Q1', value: final },
    tolerance: 0,
    decision: '§ 1',
  });
  const goal = 'Målet Fler bor här';

  const byReason: readonly [what: string, change: Changing, lines: string[]][] = [
    ['a definition', (f) => Object.assign(f.indicators[1]!, { lagDays: 50 }), ['Besök: dagar till publicering 10 → 50']],
    [
      'direction, calendar and decimals',
      (f) => Object.assign(f.indicators[1]!, { direction: 'none', graceDays: 5, decimals: 1 }),
      ['Besök: decimaler 0 → 1', 'Besök: riktning ska öka → ingen', 'Besök: dagar innan värdet är försenat 30 → 5'],
    ],
    ['who answers for figures', (f) => Object.assign(f.indicators[1]!, { owner: 'kommunstyrelsen' }), ['Besök: ansvarig Gatukontoret → Kommunstyrelsen']],
    ['the name of an actor', (f) => Object.assign(f.actors[1]!, { name: { sv: 'Stadsmiljö' } }), ['Gatukontoret: namn Gatukontoret → Stadsmiljö']],
    ['the name of a place', (f) => Object.assign(f.territories[1]!, { name: { sv: 'Tuna by' } }), ['Tuna: namn Tuna → Tuna by']],
  ]; // prettier-ignore
  for (const [what, change, lines] of byReason) {
    it(
      `writes ${what} as a new revision when it is told why, and not before`,
      async () => {
        const { code, facts } = await refusalOf(change);
        expect(code).toBe('change.reason-required');
        expect(facts['changes']).toEqual(lines);
        expect(linesOf(await reading(change, REASON))).toEqual(lines);
        expect(await lastFacts()).toEqual(jasmine.objectContaining({ reason: 'Fel från början', decision: null }));
        expect(await reading(change)).toEqual([]);
      },
      PATIENCE_MS,
    );
  }

  const byDecision: readonly [what: string, change: Changing, lines: string[]][] = [
    ['the name of the strategy', (f) => Object.assign(f.strategy, { name: both('Ny strategi') }), [
      'Strategin: namn Utvecklingsstrategi → Ny strategi',
      'Strategin: namn på engelska Utvecklingsstrategi → Ny strategi',
    ]],
    ['the decision', (f) => Object.assign(f.version, { paragraph: '§ 113' }), ['Beslutet om version 1: paragraf § 112 → § 113']],
    ['the name of an area', (f) => Object.assign(areaOf(f), { shortName: { sv: 'Bo', en: 'Leva' } }), ['Området Leva: kort namn Leva → Bo']],
    ['the name of a goal', (f) => Object.assign(goalOf(f), { name: { sv: 'Fler bor kvar', en: 'Fler bor här' } }), [`${goal}: namn Fler bor här → Fler bor kvar`]],
    ['the order of goals', (f) => areaOf(f).goals.reverse(), ['Målet Trivsel: plats i ordningen 2 → 1', `${goal}: plats i ordningen 1 → 2`]],
    ['a role that is given', (f) => goalOf(f).roles.push({ actor: 'gatukontoret', role: 'delivers' }), [`${goal}, Gatukontoret: roll – → levererar`]],
    ['a role that is taken back', (f) => goalOf(f).roles.splice(0), [`${goal}, Kommunstyrelsen: roll leder → –`]],
    ['a target', (f) => Object.assign(goalOf(f).targets[0]!, { final: { period: '2030', value: 16000 } }), [`${goal}, Folkmängd: slutvärde 15${NBSP}800 (2030) → 16${NBSP}000 (2030)`]],
    ['a target where there was none', (f) => {
      goalOf(f).indicatorsWithoutTarget = ['i-orten'];
      goalOf(f).targets.push(aTargetOf('besok', 2));
    }, [
      `${goal}, Besök: mäts utan målvärde → mot en målbana`,
      `${goal}, Besök: det som jämförs – → värdet`,
      `${goal}, Besök: målbana – → rak`,
      `${goal}, Besök: utgångsvärde – → 1 (kv 1 2019)`,
      `${goal}, Besök: slutvärde – → 2 (kv 1 2030)`,
      `${goal}, Besök: tolerans – → 0`,
      `${goal}, Besök: beslut – → § 1`,
      `${goal}, Besök: påhittat – → nej`,
    ]],
    ['an indicator that no longer measures', (f) => goalOf(f).indicatorsWithoutTarget.splice(0, 1), [`${goal}, Besök: mäts utan målvärde → inte längre`]],
  ]; // prettier-ignore
  for (const [what, change, lines] of byDecision) {
    it(
      `writes ${what} of what was adopted by a decision and for a reason, and not by one of them alone`,
      async () => {
        for (const record of [{}, REASON, { decision: 'KF § 12' }]) {
          const { code, facts } = await refusalOf(change, record);
          expect(code).toBe('change.decision-required');
          expect(facts['changes']).toEqual(lines);
        }
        expect(linesOf(await reading(change, BOTH))).toEqual(lines);
        expect(await lastFacts()).toEqual(jasmine.objectContaining({ ...BOTH, version: 1 }));
        expect(await reading(change)).toEqual([]);
        expect(await reading(() => {}, BOTH)).toHaveSize(new Set(lines.map((line) => line.split(':')[0])).size);
        expect(await reading(() => {})).toEqual([]);
      },
      PATIENCE_MS,
    );
  }

  const byVersion: readonly [what: string, change: Changing, lines: string[]][] = [
    ['adds an area', (f) => f.areas.push({ slug: 'mer', name: both('Mer'), shortName: both('Mer'), description: both('Mer.'), goals: [] }), ['Området Mer: ingår i versionen nej → ja']],
    ['adds a goal', (f) => areaOf(f).goals.push({ slug: 'mer', name: both('Mer'), description: both('Mer.') } as never), ['Målet Mer: ingår i versionen nej → ja']],
    ['leaves out every area', (f) => f.areas.splice(0), ['Området Leva: ingår i versionen ja → nej']],
    ['leaves out a goal', (f) => areaOf(f).goals.splice(1), ['Målet Trivsel: ingår i versionen ja → nej']],
  ]; // prettier-ignore
  for (const [what, change, lines] of byVersion) {
    it(
      `refuses a file that ${what} in a version that was adopted, whatever is said for it`,
      async () => {
        const { code, facts } = await refusalOf(change, BOTH);
        expect([code, facts['changes']]).toEqual(['change.version-required', lines]);
      },
      PATIENCE_MS,
    );
  }

  it(
    'lists every difference at once, by the most that any of them needs',
    async () => {
      const { code, facts } = await refusalOf((file) => {
        Object.assign(file.indicators[1]!, { lagDays: 50 });
        goalOf(file).roles.splice(0);
      }, REASON);
      expect([code, facts['changes']]).toEqual([
        'change.decision-required',
        ['Besök: dagar till publicering 10 → 50', `${goal}, Kommunstyrelsen: roll leder → –`],
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'tells the audit trail what was said before and after',
    async () => {
      await reading((file) => Object.assign(file.indicators[1]!, { lagDays: 50 }), REASON);
      expect(await lastFacts()).toEqual({
        version: 1,
        reason: 'Fel från början',
        decision: null,
        changes: [
          {
            kind: 'indicator',
            subject: 'Besök',
            isNew: false,
            differences: [{ field: 'dagar till publicering', before: '10', after: '50' }],
          },
        ],
      });
    },
    PATIENCE_MS,
  );

  it(
    'shows for a moment before the change what was said then, and from then on the other',
    async () => {
      const before = await recordedAt();
      await reading((file) => {
        Object.assign(file.actors[0]!, { name: { sv: 'Styrelsen' } });
        Object.assign(file.strategy, { name: both('Ny strategi') });
        Object.assign(file.version, { paragraph: '§ 113' });
        Object.assign(areaOf(file), { name: both('Bo') });
        Object.assign(goalOf(file), { name: both('Fler bor kvar') });
        goalOf(file).roles.push({ actor: 'gatukontoret', role: 'delivers' });
        Object.assign(goalOf(file).targets[0]!, { tolerance: 60 });
        goalOf(file).indicatorsWithoutTarget.splice(0, 1);
        Object.assign(file.indicators[0]!, { decimals: 1, breaks: [{ firstPeriod: '2023', reason: both('Ny metod') }] });
      }, BOTH);
      const old = ['Utvecklingsstrategi', '§ 112', 'Leva', 'Fler bor här', 'Kommunstyrelsen leads', '50, none, none', '0 decimals, 0 breaks', 'Kommunstyrelsen'];
      const now = ['Ny strategi', '§ 113', 'Bo', 'Fler bor kvar', 'Styrelsen leads, Gatukontoret delivers', '60, none', '1 decimals, 1 breaks', 'Styrelsen'];
      expect(await said(before)).toEqual(old);
      expect(await said(await recordedAt())).toEqual(now);
      expect(await said({ today: before.today, known: undefined })).toEqual(now);
    },
    PATIENCE_MS,
  ); // prettier-ignore

  /** What the readings say of the first area and goal and all that hangs on it. */
  async function said(asOf: AsOf): Promise<unknown[]> {
    const strategy = await app.get(StrategyQuery).inForce(asOf);
    const [first] = goalsOf(strategy);
    const roles = (await app.get(ResponsibilityQuery).ofGoals([first!.id], asOf)).get(first!.id)!;
    const targets = await app.get(TargetQuery).ofGoals([first!.id], asOf);
    const { rules } = await app.get(IndicatorQuery).bySlug('folkmangd', asOf);
    return [
      strategy.decision.name.sv,
      strategy.decision.paragraph,
      strategy.areas[0]!.name.sv,
      first!.name.sv,
      roles.map(({ actor, role }) => `${actor.name.sv} ${role}`).join(', '),
      targets.map(({ target }) => target?.tolerance ?? 'none').join(', '),
      `${rules.decimals} decimals, ${rules.breaks.length} breaks`,
      (await app.get(ActorQuery).bySlug('kommunstyrelsen', asOf)).name.sv,
    ];
  }

  it(
    'refuses another strategy than the one that is there, since an installation holds one',
    async () => {
      const facts = { there: 'strategi', file: 'landsbygd' };
      expect(await refusalOf((file) => Object.assign(file.strategy, { slug: 'landsbygd' }), BOTH)).toEqual(
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
          empty
            .get(ImportStrategy)
            .import({ file: strategyFile.parse({ ...STRATEGY_FILE, strategy: { ...STRATEGY_FILE.strategy, slug } }) }, OPERATOR),
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
    'finds the same file there already, changes nothing and records nothing',
    async () => {
      const before = await rows();
      expect(await reading(() => {}, BOTH)).toEqual([]);
      expect(await rows()).toEqual(before);
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
      expect(kindsOf(added)).toEqual(['territory', 'actor', 'indicator']);
      expect(linesOf(added)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'takes a new version with other contents, whose decision is its own',
    async () => {
      const added = await reading((file) => {
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
      expect(kindsOf(await reading(broken('2023', 'Ny metod')))).toEqual(['series-break']);
      expect(await reading(broken('2023', 'Ny metod'))).toEqual([]);
      expect((await refusalOf(broken('2023', 'Nytt register'))).code).toBe('change.reason-required');
      expect(linesOf(await reading(broken('2023', 'Nytt register'), REASON))[0]).toBe(
        'Folkmängd, brott i serien från 2023: skäl Ny metod → Nytt register',
      );
      expect((await refusalOf(broken('2024', 'Nytt register'))).code).toBe('change.reason-required');
      await reading(broken('2024', 'Nytt register'), REASON);
      const { rules } = await app.get(IndicatorQuery).bySlug('folkmangd', await recordedAt());
      expect(rules.breaks.map(({ firstPeriod }) => firstPeriod.year)).toEqual([2024]);
      expect((await refusalOf(broken('2023', 'Ny metod'))).code).toBe('change.reason-required');
    },
    PATIENCE_MS,
  );

  it(
    'does not let an indicator with figures be measured otherwise than its figures are',
    async () => {
      await app.get(DataSource).transaction(async (manager) => {
        await manager.query(`
          with head as (insert into series_head (indicator_id, territory_id, breakdown)
            select i.id, t.id, '' from indicator i, territory t where i.slug = 'besok' and t.code = '0884' returning id)
          insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, publish_at)
          select id, '2025-Q1', 24303, 1, 1, 'final', 'exact', 'x', now() from head`);
        await manager.query(`select seal('{}')`);
      });
      const yearly = (file: Changeable) => Object.assign(file.indicators[1]!, { cadence: 'year' });
      expect((await refusalOf(yearly, REASON)).code).toBe('definition.has-figures');
    },
    PATIENCE_MS,
  );
});

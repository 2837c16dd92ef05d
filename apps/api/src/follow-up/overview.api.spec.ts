import { SelectQueryBuilder } from 'typeorm';
import { overview, type OverviewView } from '@slusen/contracts';
import type { AccountRole } from '@slusen/domain';
import { OPERATOR } from '../identity/account.js';
import { CreateAccount } from '../identity/create-account.js';
import { Transactions } from '../platform/transactions.js';
import { Publications } from '../observations/publications.js';
import { Statements } from '../platform/statements.js';
import { NOW, seedSmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { FollowUpModule } from './follow-up.module.js';

/** Where a reporter reports. */
const DEPARTMENT = 'utvecklingsavdelningen';
const PASSWORD = 'ett långt lösenord för prov';

async function overviewApplication(): Promise<TestApplication> {
  const test = await testApplication([FollowUpModule], { now: NOW });
  await seedSmallWorld(test.seed);
  return test;
}

async function cookieOf({ app }: TestApplication, role: AccountRole): Promise<string> {
  const username = `${role}-${crypto.randomUUID()}`;
  await app
    .get(Transactions, { strict: false })
    .run(() =>
      app
        .get(CreateAccount, { strict: false })
        .create(OPERATOR, { username, name: role, password: PASSWORD, roles: [{ role, department: DEPARTMENT }] }),
    );
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password: PASSWORD } });
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

describe('overview of all goals', () => {
  let test: TestApplication;
  beforeAll(async () => (test = await overviewApplication()), 120_000);
  afterAll(() => test.close());

  const get = (cookie: string) => test.app.inject({ url: '/api/overview', headers: { cookie } });
  const asPolitician = async (): Promise<OverviewView> => overview.parse((await get(await cookieOf(test, 'politician'))).json());

  it('is for those who signed in', async () => {
    expect((await test.app.inject({ url: '/api/overview' })).statusCode).toBe(401);
  });

  it('is not for a role that has no use for it', async () => {
    expect((await get(await cookieOf(test, 'reporter'))).statusCode).toBe(403);
  });

  it('is kept by no cache', async () => {
    const { headers } = await get(await cookieOf(test, 'politician'));
    expect(headers['etag']).toBeUndefined();
    expect(String(headers['cache-control'] ?? '')).not.toContain('public');
  });

  it('has every goal of every area with its statuses and what is overdue', async () => {
    const { areas, computedOn } = await asPolitician();
    expect(computedOn).toBe('2026-11-23');
    expect(areas.map(({ slug, goals }) => [slug, goals.map((goal) => [goal.slug, goal.rollUp.word.sv])])).toEqual([
      [
        'leva',
        [
          ['fler-invanare', 'Ur fas'],
          ['gemenskap', 'Kan inte bedömas'],
        ],
      ],
      ['verka', [['fler-gaster', 'I fas']]],
    ]);
    expect(
      areas.flatMap(({ goals }) =>
        goals.flatMap(({ indicators }) => indicators.map(({ slug, late }) => [slug, late?.values.map(({ period }) => period)])),
      ),
    ).toEqual([
      ['folkmangd', undefined],
      ['gastnatter', ['2026-M08']],
    ]);
  });

  it('tells which way it goes, where there are values enough', async () => {
    const { areas } = await asPolitician();
    expect(areas.flatMap(({ goals }) => goals.flatMap(({ indicators }) => indicators.map(({ slug, trend }) => [slug, trend])))).toEqual([
      ['folkmangd', { word: 'worsening', way: 'down' }],
      ['gastnatter', undefined],
    ]);
  });

  it('says of a late value which it is and for how many days', async () => {
    const { areas } = await asPolitician();
    const late = areas.flatMap(({ goals }) => goals.flatMap(({ indicators }) => indicators.map((indicator) => indicator.late)));
    // 31 August + 30 days + the days of grace, to 23 November.
    expect(late).toEqual([
      undefined,
      {
        ...{ values: [{ period: '2026-M08', days: 24 }], reporting: 'period', arrival: 'by-hand', source: 'SCB' },
        told: { sv: 'augusti 2026 är försenat', en: 'August 2026 is overdue' },
      },
    ]);
  });

  it('sums a seasonal indicator over twelve months, and says so in both languages', async () => {
    const { areas } = await asPolitician();
    const indicator = areas[1]?.goals[0]?.indicators[0];
    expect(indicator).toEqual(jasmine.objectContaining({ slug: 'gastnatter', status: 'on-track', isFinal: false }));
    expect(indicator?.heading.sv).toContain('tolv månaderna');
    expect(indicator?.heading.en).toContain('twelve months');
  });
});

describe('overview asked again', () => {
  const DECIDED = [
    ...['strategy_version_revision', 'strategy_revision', 'area_revision', 'goal_revision'],
    ...['responsibility', 'goal_revision', 'actor_revision'],
    ...['target', 'indicator_definition', 'indicator.since', 'series_break', 'actor_revision'],
  ];
  let test: TestApplication;
  let cookie: string;
  beforeAll(async () => {
    test = await overviewApplication();
    const [goal] = await test.dataSource.query<{ id: number }[]>(`select id from goal where slug = 'fler-gaster'`);
    await test.seed.target(Number(goal?.id), await test.seed.indicator('utan-varde'));
    cookie = await cookieOf(test, 'politician');
  }, 120_000);
  afterAll(() => test.close());

  let byStatement: jasmine.Spy<Statements['rows']>;
  let byRepository: jasmine.Spy;
  beforeEach(() => {
    byStatement = spyOn(test.app.get(Statements), 'rows').and.callThrough();
    byRepository = spyOn(SelectQueryBuilder.prototype, 'getRawAndEntities').and.callThrough();
  });

  const get = () => test.app.inject({ url: '/api/overview', headers: { cookie } });
  /** Names of the statements, and tables of the repositories, that one request reads by, apart from its session. */
  const reads = async (): Promise<string[]> => {
    byStatement.calls.reset();
    byRepository.calls.reset();
    await get();
    const names = byStatement.calls.allArgs().map(([statement]) => statement.name);
    const tables = byRepository.calls
      .all()
      .map(({ object }) => (object as SelectQueryBuilder<object>).expressionMap.mainAlias?.metadata.tableName ?? '');
    return [...names.filter((name) => !name.startsWith('session')), ...tables];
  };
  const gist = async () => overview.parse((await get()).json()).areas.flatMap(({ goals }) => goals.flatMap(({ indicators }) => indicators));

  /** Which indicators are derived (asked for those without a figure of their own), and when rounds become public: changed by no figure. */
  const UNMOVED = ['indicator_definition', 'follow_up_round_revision'];

  it('reads the last figures only, after a publication what was decided and whole series too', async () => {
    for (const [publication, unmoved] of [
      ['everything', UNMOVED],
      [{ indicators: ['folkmangd'] }, []],
    ] as const) {
      test.app.get(Publications).announce(publication);
      expect(await reads()).toEqual(
        jasmine.arrayWithExactContents([...DECIDED, ...unmoved, 'series.ends', 'observation', 'series.of-indicators']),
      );
      expect(await reads()).toEqual(['series.ends']);
    }
  });

  it('keeps nothing while other processes are not heard', async () => {
    test.app.get(Publications).hear(false);
    for (const _ of [1, 2]) expect((await reads()).length).toBe(DECIDED.length + 2 * UNMOVED.length + 3);
    test.app.get(Publications).hear(true);
    expect((await reads()).length).toBe(DECIDED.length + UNMOVED.length + 3);
    expect((await reads()).length).toBe(1);
  });

  it('computes from the figures of that moment, announced or not', async () => {
    const { status } = (await gist())[0] ?? {};
    const population = await test.dataSource.query<{ id: number }[]>(`select id from indicator where slug = 'folkmangd'`);
    await test.seed.figures({ indicator: Number(population[0]?.id) }, { 2025: 16000 }, { revision: 2 });
    expect([status, (await gist())[0]?.status]).toEqual(['off-track', 'on-track']);
  });

  it('tells the new trend after a publication', async () => {
    const { seed } = test;
    const [goal] = await test.dataSource.query<{ id: number }[]>(`select id from goal where slug = 'fler-gaster'`);
    const indicator = await seed.indicator('moten', { nameSv: 'Möten' });
    await seed.target(Number(goal?.id), indicator);
    const trendOf = async (figures: Record<string, number>, revision: number) => {
      await seed.figures({ indicator }, figures, { revision });
      test.app.get(Publications).announce({ indicators: ['moten'] });
      return (await gist()).find(({ slug }) => slug === 'moten')?.trend?.word;
    };
    expect(await trendOf({ 2021: 50, 2022: 41, 2023: 29, 2024: 20, 2025: 11 }, 1)).toBe('worsening');
    expect(await trendOf({ 2021: 11, 2022: 20, 2024: 41, 2025: 50 }, 2)).toBe('improving');
  });

  it('knows a new target and a new definition as soon as they are announced', async () => {
    await gist();
    const { seed } = test;
    const [goal] = await test.dataSource.query<{ id: number }[]>(`select id from goal where slug = 'fler-gaster'`);
    await seed.target(Number(goal?.id), await seed.indicator('foretag', { nameSv: 'Företag' }));
    test.app.get(Publications).announce('everything');
    expect((await gist()).map(({ slug }) => slug)).toContain('foretag');
  });
});

describe('overview of an installation without a strategy', () => {
  it('is empty, and no error', async () => {
    const test = await testApplication([FollowUpModule], { now: NOW });
    await test.seed.actor(DEPARTMENT);
    const { statusCode, json } = await test.app.inject({ url: '/api/overview', headers: { cookie: await cookieOf(test, 'strategist') } });
    expect([statusCode, json()]).toEqual([200, { areas: [], computedOn: '2026-11-23' }]);
    await test.close();
  });
});

import type { GoalPageView, IndicatorPageView, ReviewQueue, SiteView, StartPageView, TaskList } from '@slusen/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { migrate } from '../data-source.js';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { openContext } from '../integrity/kept-world.fixtures.js';
import { Verify } from '../integrity/verify/verify.js';
import { Transactions } from '../platform/transactions.js';
import { Visitor } from '../testing/visitor.js';
import { DEMO_ACCOUNTS } from './accounts.js';
import type { DemoCredentials } from './demo-passwords.js';
import { prepareDemonstration } from './demonstration.js';

const CONTENT = 'apps/api/src/demo';
const COUNTS = `select (select count(*)::int from observation) as observations, (select count(*)::int from entry) as entries, (select count(*)::int from entry_event) as events,
  (select count(*)::int from account) as accounts, (select count(*)::int from goal) as goals, (select count(*)::int from target) as targets,
  (select count(*)::int from import_run) as runs`;

/** An application on an empty database with a data folder of its own. */
class Installation {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly dataDir: string,
    private readonly database: TestDatabase,
    private readonly owner: pg.Client,
  ) {}

  static async make(): Promise<Installation> {
    const database = await testDatabase({ migrate });
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const dataDir = await mkdtemp(join(tmpdir(), 'slusen-demo-'));
    const app = await createApplication(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }), database.appUrl);
    return new Installation(app, dataDir, database, owner);
  }

  prepare(): Promise<string | undefined> {
    return prepareDemonstration(this.app, CONTENT);
  }

  async counts(): Promise<Record<string, number>> {
    return (await this.owner.query<Record<string, number>>(COUNTS)).rows[0] ?? {};
  }

  /** What `npm run verify` finds wrong. */
  async faults(): Promise<string[]> {
    const context = await openContext(this.database.appUrl);
    try {
      const results = await context.get(Verify).run(this.database);
      return results.flatMap(({ name, faults }) => faults.map(({ where, what }) => `${name}: ${where}: ${what}`));
    } finally {
      await context.close();
    }
  }

  async query(sql: string): Promise<void> {
    await this.owner.query(sql);
  }

  async credentials(): Promise<DemoCredentials[]> {
    return JSON.parse(await readFile(join(this.dataDir, 'demonstration-accounts.json'), 'utf8')) as DemoCredentials[];
  }

  async as(username: string): Promise<Visitor> {
    const visitor = new Visitor(this.app);
    const found = (await this.credentials()).find((one) => one.username === username);
    expect((await visitor.signIn(username, found?.password ?? '')).status)
      .withContext(username)
      .toBe(201);
    return visitor;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.owner.end();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

describe('the demonstration', () => {
  let installation: Installation;
  let printed: string | undefined;
  beforeAll(async () => {
    installation = await Installation.make();
    printed = await installation.prepare();
  }, 120_000);
  afterAll(() => installation.close());

  const get = async <Shape>(url: string): Promise<Shape> => (await new Visitor(installation.app).get(url)).json<Shape>();

  it('shows six areas with goals, and says that it holds examples', async () => {
    const { areas, hasExamples } = await get<StartPageView>('/api/start');
    expect([areas.length, hasExamples]).toEqual([6, true]);
    for (const { goals, slug } of areas) expect(goals).withContext(slug).toBeGreaterThanOrEqual(1);
  });

  it('is called one at the foot of each page', async () => {
    expect((await get<SiteView>('/api/site')).isDemonstration).toBeTrue();
  });

  it('shows the real population with its source', async () => {
    const { points, indicator } = await get<IndicatorPageView>('/api/indicators/folkmangd');
    const of = (period: string) => points.find((point) => point.period === period);
    expect([of('2019')?.value, of('2023')?.value, of('2024')?.value]).toEqual([15647, 15461, 15384]);
    expect(of('2024')).toEqual(jasmine.objectContaining({ provenance: 'exact', revision: 1, source: jasmine.stringMatching(/SCB/) }));
    expect(indicator.isExample).toBeFalse();
  });

  it('says of four localities that they have no figure of their own', async () => {
    const { localities } = await get<IndicatorPageView>('/api/indicators/folkmangd-i-orten');
    const missing = localities.filter(({ points: their }) => their.every((point) => point.missing === 'not-applicable'));
    expect([localities.length, missing.length]).toEqual([10, 4]);
  });

  it('holds what every check of the history asks for', async () => {
    expect(await installation.faults()).toEqual([]);
  }, 60_000);

  it('marks every invented figure', async () => {
    const { points } = await get<IndicatorPageView>('/api/indicators/foretagsbesok');
    expect(points.length).toBeGreaterThan(5);
    expect(new Set(points.map(({ provenance }) => provenance))).toEqual(new Set(['example']));
  });

  it('has a goal with a status and who leads it', async () => {
    const { areas } = await get<StartPageView>('/api/start');
    expect(areas.reduce((sum, { counts }) => sum + counts.met + counts['partly-met'] + counts['not-met'], 0)).toBeGreaterThan(3);
    const goal = await get<GoalPageView>('/api/goals/fler-bor-i-vimmerby');
    expect(goal.roles.some(({ role }) => role === 'leads')).toBeTrue();
  });

  it('prints the accounts with their passwords, which are in a file that only its owner reads', async () => {
    const credentials = await installation.credentials();
    expect(credentials.map(({ username }) => username)).toEqual(DEMO_ACCOUNTS.map(({ username }) => username));
    for (const { username, password, name } of credentials) {
      expect(password.length).toBeGreaterThanOrEqual(12);
      expect(printed).toMatch(new RegExp(`${username} +${password} +${name}`));
    }
    expect(new Set(credentials.map(({ password }) => password)).size).toBe(credentials.length);
    expect((await stat(join(installation.dataDir, 'demonstration-accounts.json'))).mode & 0o777).toBe(0o600);
  });

  it('has something for everyone to do', async () => {
    const states = async (username: string) =>
      new Set((await (await installation.as(username)).get('/api/tasks')).json<TaskList>().items.map(({ state }) => state));
    expect(await states('johan')).toContain('returned');
    expect([...(await states('anna'))]).toEqual(jasmine.arrayContaining(['submitted', 'draft']));
    const queue = (await (await installation.as('karin')).get('/api/review-queue')).json<ReviewQueue>();
    expect(queue.total).toBeGreaterThanOrEqual(1);
    expect(queue.items.some(({ questions, answers }) => questions.length > 0 && answers.length > 0)).toBeTrue();
    const own = (await (await installation.as('mikael')).get('/api/review-queue')).json<ReviewQueue>();
    expect(own.items.some(({ isOwn }) => isOwn)).toBeTrue();
  });

  it('is loaded once: another start changes nothing and prints the same', async () => {
    const before = await installation.counts();
    expect(await installation.prepare()).toBe(printed);
    expect(await installation.counts()).toEqual(before);
  });

  it('leaves a database alone that holds someone’s own', async () => {
    const own = await Installation.make();
    await own.query(`insert into account (username, name) values ('chefen', 'Chefen')`);
    const before = await own.counts();
    expect(await own.prepare()).toBeUndefined();
    expect(await own.counts()).toEqual(before);
    await own.close();
  }, 60_000);

  it('goes on where it was cut off, wherever that was', async () => {
    const cut = await Installation.make();
    const transactions = cut.app.get(Transactions);
    const wanted = await installation.counts();
    const run = transactions.run.bind(transactions);
    /** Lets so many changes through, then the power goes; whether it held to the end. */
    const lasts = async (changes: number): Promise<boolean> => {
      let left = changes;
      transactions.run = async (work) => {
        if (left-- === 0) throw new Error('power cut');
        return run(work);
      };
      return cut.prepare().then(
        () => true,
        (error: unknown) => {
          if ((error as Error).message !== 'power cut') throw error;
          return false;
        },
      );
    };
    let attempts = 1;
    try {
      // Each attempt comes three changes further than the one before.
      while (!(await lasts(3 * attempts))) attempts++;
      expect(attempts).toBeGreaterThan(4);
      expect(await cut.counts()).toEqual(wanted);
    } finally {
      await cut.close();
    }
  }, 120_000);
});

describe('accounts of the demonstration that were changed', () => {
  let own: Installation;
  beforeAll(async () => {
    own = await Installation.make();
    await own.prepare();
  }, 120_000);
  afterAll(() => own.close());

  const file = () => join(own.dataDir, 'demonstration-accounts.json');
  const anna = async () => (await own.credentials()).find(({ username }) => username === 'anna')?.password;

  const damages: readonly (readonly [name: string, text: (kept: readonly DemoCredentials[]) => string])[] = [
    ['emptied', () => ''],
    ['cut off', (kept) => JSON.stringify(kept).slice(0, 90)],
    ['of another shape', () => '{"anna": "hemligt"}'],
    ['without one of them', (kept) => JSON.stringify(kept.slice(1))],
    ['with a name that is not known', (kept) => JSON.stringify(kept.map((account) => ({ ...account, username: `${account.username}2` })))],
  ];
  for (const [name, text] of damages)
    it(`gives them new passwords when their file was ${name}`, async () => {
      const before = await anna();
      const { accounts } = await own.counts();
      await writeFile(file(), text(await own.credentials()));
      expect(await own.prepare()).toContain(String(await anna()));
      expect(await anna()).not.toBe(before);
      expect((await own.counts())['accounts']).toBe(accounts);
      await own.as('anna');
    });

  it('starts all the same with one disabled, and says so', async () => {
    await own.query(`update account set disabled_at = now() where username = 'lena'`);
    expect(await own.prepare()).toMatch(/^ {2}lena .*\(disabled\)$/m);
    await writeFile(file(), '');
    expect(await own.prepare()).toMatch(/^ {2}lena .*\(disabled\)$/m);
  });

  it('lets an account of one’s own keep its password', async () => {
    await own.query(`update account set is_demonstration = false where username = 'maria'`);
    await writeFile(file(), '');
    expect(await own.prepare()).toMatch(/^ {2}maria .*\(an account of your own, with its own password\)$/m);
  });
});

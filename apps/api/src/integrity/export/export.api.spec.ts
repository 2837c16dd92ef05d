import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApplication } from '../../application.js';
import { readConfig } from '../../config.js';
import { OPERATOR } from '../../identity/account.js';
import { MakeMachineKey } from '../../identity/machines/make-machine-key.js';
import { ProvidedAccounts } from '../../identity/provider/provided-accounts.js';
import { FirstCode } from '../../set-up/first-code.js';
import { INSTALLATION } from '../../testing/installation.js';
import { setUpSecondFactor } from '../../testing/second-factor.js';
import { Visitor } from '../../testing/visitor.js';
import { BackupError } from '../backup/manifest.js';
import { migrateAndFill, openContext, PATIENCE_MS } from '../kept-world.fixtures.js';
import { Verify } from '../verify/verify.js';
import { EXPORTED, LEFT_OUT } from './export-tables.js';
import { readExport } from './read-export.js';
import { writeExport } from './write-export.js';

const nothing = async (): Promise<void> => {};
const NAMES: Readonly<Record<string, string>> = {
  '/api/areas/{slug}': '/api/areas/leva',
  '/api/goals/{slug}': '/api/goals/fler-bor-har',
  '/api/actors/{slug}': '/api/actors/gatukontoret',
  '/api/strategy/versions/{number}': '/api/strategy/versions/1',
  '/diagram/{file}': '/diagram/besok.svg',
};
/** What says how the program runs, not what it holds. */
const OF_THE_PROGRAM = /^\/api\/(?:openapi|history\/head|set-up)/;

describe('everything out, and into a new installation', () => {
  let folder: string;
  let source: TestDatabase;
  const made: TestDatabase[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slusen-export-'));
    source = await testDatabase({ migrate: migrateAndFill });
    await openWays();
  }, PATIENCE_MS);
  afterAll(async () => {
    await source.drop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const one of made.splice(0)) await one.drop();
  });

  /** A second factor, a key of another system and a sign-in by a provider. */
  const openWays = async (): Promise<void> => {
    const app = await served(source);
    const visitor = new Visitor(app);
    await visitor.signIn('gert', 'ett långt lösenord');
    await setUpSecondFactor(visitor);
    const lastDay = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await app.get(MakeMachineKey).make(OPERATOR, { username: 'tidboken', name: 'Tidboken', department: 'gatukontoret', lastDay });
    await app
      .get(ProvidedAccounts)
      .of({ issuer: 'https://login.example', subject: 'eva', username: 'eva', name: 'Eva Norrby', roles: undefined });
    await app.close();
  };

  let count = 0;
  const exported = async (withPeople = false): Promise<string> => {
    const path = join(folder, `allt-${++count}`);
    await writeExport({ url: source.ownerUrl, folder: path, version: '0.1.0', withPeople });
    return path;
  };
  const empty = async (): Promise<TestDatabase> => {
    const database = await testDatabase({ migrate: nothing });
    made.push(database);
    return database;
  };
  const moved = async (path: string): Promise<TestDatabase> => {
    const target = await empty();
    await readExport({ ownerUrl: target.ownerUrl, folder: path });
    return target;
  };
  const rows = async <Row extends object>({ ownerUrl }: TestDatabase, sql: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const faultsOf = async ({ appUrl, ownerUrl }: TestDatabase): Promise<readonly string[]> => {
    const app = await openContext(appUrl);
    const faults = (await app.get(Verify).run({ ownerUrl })).filter(({ faults: found }) => found.length > 0).map(({ name }) => name);
    await app.close();
    return faults;
  };
  const served = async ({ appUrl }: TestDatabase): Promise<NestFastifyApplication> => {
    const app = await createApplication(readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION, DATA_DIR: folder }), appUrl);
    await app.getHttpAdapter().getInstance().ready();
    return app;
  };

  /** Every answer that anyone may read, now and at moments that are past. */
  const answersOf = async (database: TestDatabase, moments: readonly string[]): Promise<Map<string, string>> => {
    const app = await served(database);
    const answers = new Map<string, string>();
    const ask = async (url: string): Promise<void> => {
      const { statusCode, body } = await app.inject({ method: 'GET', url });
      // Each refusal has an id of its own.
      answers.set(url, `${statusCode} ${body.replace(/urn:request:[\w-]+/, '')}`);
    };
    const { paths } = (await app.inject({ method: 'GET', url: '/api/openapi.json' })).json<OpenAPIObject>();
    const open = Object.entries(paths).flatMap(([path, { get }]) => (get?.security?.length === 0 ? [path] : []));
    const asked = open.filter((path) => !OF_THE_PROGRAM.test(path)).map((path) => NAMES[path] ?? path.replace('{slug}', 'besok'));
    for (const path of asked)
      for (const at of ['', ...moments.map((moment) => `?known=${encodeURIComponent(moment)}`)]) await ask(path + at);
    await app.close();
    return answers;
  };

  it('answers as before whatever anyone asks, also of the past, and holds', async () => {
    const moments = (await rows<{ at: Date }>(source, 'select at from record order by seq')).map(({ at }) => at.toISOString());
    const some = [moments.at(2), moments.at(-3)].filter((moment) => moment !== undefined);
    const before = await answersOf(source, some);
    const target = await moved(await exported());
    const after = await answersOf(target, some);
    expect(before.size).toBeGreaterThan(40);
    expect([...before.values()].filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(20);
    for (const [path, answer] of before) expect(after.get(path)).withContext(path).toBe(answer);
    expect(await faultsOf(target)).toEqual([]);
  }, PATIENCE_MS); // prettier-ignore

  it('leaves people and whatever lets them in behind; the first administrator is made by the code of a new installation', async () => {
    const path = await exported();
    const names = (await rows<{ name: string }>(source, 'select name from account where pseudonymised_at is null union select username from account where pseudonymised_at is null')).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(2);
    const secrets = await rows<{ text: string }>(source, 'select password_hash as text from account where password_hash is not null');
    for (const file of await readdir(path)) {
      const text = await readFile(join(path, file), 'utf8');
      for (const { text: secret } of secrets) expect(text.includes(secret)).withContext(file).toBeFalse();
      // People's names are words, too: as a whole field they are somebody.
      for (const name of names) expect(text.split(/[,\n"]/).includes(name)).withContext(`${name} in ${file}`).toBeFalse();
    }
    const target = await moved(path);
    expect(await rows(target, `select count(*)::int as n from account where disabled_at is null or password_hash is not null`)).toEqual([{ n: 0 }]);
    const app = await served(target);
    expect(await app.get(FirstCode, { strict: false }).renew()).toMatch(/\S{8,}/);
    await app.close();
  }, PATIENCE_MS); // prettier-ignore

  it('brings people along where that is asked for: with their names and roles, and without a password', async () => {
    const target = await moved(await exported(true));
    const people = `select id, username, name, email, disabled_at from account order by id`;
    expect(await rows(target, people)).toEqual(await rows(source, people));
    expect(await rows(target, 'select 1 from account where password_hash is not null')).toEqual([]);
    expect(await faultsOf(target)).toEqual([]);
  }, PATIENCE_MS); // prettier-ignore

  it('decides about every table, says in two languages what each file is, and replaces no folder', async () => {
    const path = await exported();
    const files = await readdir(path);
    expect(files.sort()).toEqual([...Object.keys(EXPORTED).map((name) => `${name}.csv`), 'README.txt', 'manifest.json'].sort());
    const readme = await readFile(join(path, 'README.txt'), 'utf8');
    for (const texts of Object.values(EXPORTED)) for (const text of texts) expect(readme).toContain(text);
    for (const warning of ['händelser från äldre versioner (audit_event.csv)', 'events that older versions wrote (audit_event.csv)', 'läsa in dem som text', 'reading them in as text'])
      expect(readme).toContain(warning);
    for (const name of LEFT_OUT) expect(files).not.toContain(`${name}.csv`);
    expect((await stat(join(path, 'observation.csv'))).mode & 0o777).toBe(0o600);
    await expectAsync(writeExport({ url: source.ownerUrl, folder: path, version: '0.1.0', withPeople: false })).toBeRejectedWithError(
      BackupError,
      `${path} is there already; name another folder.`,
    );
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  }, PATIENCE_MS); // prettier-ignore

  const edited = async (path: string, file: string, change: (text: string) => string): Promise<void> =>
    writeFile(join(path, file), change(await readFile(join(path, file), 'utf8')));
  const refused: [what: string, spoil: (path: string) => Promise<unknown>, sentence: RegExp][] = [
    ['a value that was changed', (path) => edited(path, 'observation.csv', (text) => text.replace('15384', '15385')), /observation\.csv is not what it was/],
    ['a file that was cut short', (path) => edited(path, 'target.csv', (text) => text.slice(0, -4)), /target\.csv (?:is not what it was|cannot be read)/],
    ['a file that is missing', (path) => rm(join(path, 'goal.csv')), /the file goal\.csv is missing/],
    ['a file too many', (path) => appendFile(join(path, 'more.csv'), 'a\n1\n'), /more\.csv does not belong to the export/],
    ['a column by another name', (path) => edited(path, 'area.csv', (text) => text.replace('slug', 'snigel')), /area\.csv cannot be read/],
    ['another format', (path) => edited(path, 'manifest.json', (text) => text.replace('"format": 1', '"format": 2')), /has the format 2/],
    ['another program’s folder', (path) => edited(path, 'manifest.json', (text) => text.replace('"slusen"', '"annat"')), /is not an export of this program/],
    ['no manifest', (path) => rm(join(path, 'manifest.json')), /There is no file/],
    ['a newer version', (path) => edited(path, 'manifest.json', (text) => text.replace(/("migrations": \[\n\s+)"/, '$1"Later1999", "')), /made by another version/],
  ]; // prettier-ignore
  for (const [what, spoil, sentence] of refused) {
    it(`is refused with ${what}, and nothing is stored`, async () => {
      const path = await exported();
      await spoil(path);
      const target = await empty();
      await expectAsync(readExport({ ownerUrl: target.ownerUrl, folder: path })).toBeRejectedWithError(BackupError, sentence);
      expect(await rows(target, `select 1 from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([]);
    }, PATIENCE_MS); // prettier-ignore
  }

  it('is refused when somebody changed a value and its checksum: the chain knows', async () => {
    const path = await exported();
    await edited(path, 'observation.csv', (text) => text.replace('15384', '15385'));
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256').update(await readFile(join(path, 'observation.csv'))).digest('hex'); // prettier-ignore
    await edited(path, 'manifest.json', (text) => {
      const contents = JSON.parse(text) as { tables: { name: string }[] };
      return JSON.stringify({ ...contents, tables: contents.tables.map((table) => (table.name === 'observation' ? { ...table, sha256 } : table)) });
    });
    const target = await empty();
    await expectAsync(readExport({ ownerUrl: target.ownerUrl, folder: path })).toBeRejectedWithError(BackupError, /is not what was recorded/);
  }, PATIENCE_MS); // prettier-ignore

  it('is read into an empty installation only', async () => {
    const path = await exported();
    const target = await moved(path);
    await expectAsync(readExport({ ownerUrl: target.ownerUrl, folder: path })).toBeRejectedWithError(BackupError, /The database is not empty/);
  }, PATIENCE_MS); // prettier-ignore
});

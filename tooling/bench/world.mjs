/** What a run measures on, each part made when the first measure asks for it: the demonstration, and the generated strategy's databases. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDatabase, databaseSettings, databaseUrls, dropDatabase, withClient } from './databases.mjs';
import { OWNER, QUARTERS, strategyFile, TERRITORY, writeFigures } from './generated-strategy.mjs';
import { signIn } from './people.mjs';
import { freePort, startProvider } from './provider.mjs';
import { childrenOf, memoryOf, memoryOfChildren, runCommand, runProgram, startApp } from './processes.mjs';

/** How many quarters each share of the history has; the figures end with the last whole year. */
export const HISTORIES = { large: QUARTERS, tenth: QUARTERS / 10, upload: 6 };
const TEMPLATE = 'bench_strategy';
const PASSWORD = 'Bara-for-matningen-1';
const ACCOUNTS = {
  reporter: { name: 'Rapportör', roles: [`reporter:${OWNER}`] },
  strategist: { name: 'Strateg', roles: ['strategist'] },
  colleague: { name: 'Strategens kollega', roles: ['strategist'] },
  reviewer: { name: 'Granskare', roles: [`reviewer:${OWNER}`, 'politician'] },
};
/** The demonstration's municipality, so that one is compared with the other, but nothing else of it. */
const INSTALLATION = { DEMO: '0', MUNICIPALITY: 'Vimmerby kommun', MUNICIPALITY_CODE: TERRITORY };
/** The account whose figures a file's are. */
export const APPROVER = 'reviewer';

/** Keeps everything in `folder`; `built(name)` is a file of the built API. */
export class World {
  #made = new Map();
  #apps = [];
  #providers = [];
  #dataDir;
  year = new Date().getFullYear();
  territory = TERRITORY;

  constructor({ built, folder }) {
    Object.assign(this, { built, folder });
    this.#dataDir = join(folder, 'data');
  }

  /** The application on its own database with the demonstration, with the milliseconds of its first and second start and its idle memory. */
  demonstration() {
    return this.#once('demonstration', async () => {
      const env = { DATA_DIR: this.#dataDir, DEMO: '1' };
      const first = await startApp({ main: this.built('main.mjs'), env });
      await first.stop();
      const app = await this.#start(env);
      const memory = { idle: memoryOf(app.pid), idleDatabase: memoryOfChildren(app.pid) };
      return { ...app, ...memory, starts: { first: first.startedIn, second: app.startedIn } };
    });
  }

  /** The process that started the backends of every database; the demonstration's application started it. */
  async databasePid() {
    return childrenOf((await this.demonstration()).pid)[0];
  }

  /** The settings that make a program use one of the databases. */
  async environment(name) {
    return { ...(await databaseSettings(this.#dataDir, name)), DATA_DIR: join(this.folder, name), ...INSTALLATION };
  }

  /** The path of a share's figures as a file to import, and how many there are. */
  file(share) {
    return this.#once(`file ${share}`, async () => {
      const path = join(this.folder, `${share}.csv`);
      return { path, rows: await writeFigures(path, this.year, HISTORIES[share]) };
    });
  }

  /** Makes a database with the strategy and the accounts, no figures; gives its addresses. */
  async copy(name) {
    await this.#once('template', () => this.#makeTemplate());
    await createDatabase(this.#dataDir, name, TEMPLATE);
    return databaseUrls(this.#dataDir, name);
  }

  drop(name) {
    return dropDatabase(this.#dataDir, name);
  }

  /** The application on a database with that share of the history, with its `urls`, and `people` signed in, by username. */
  running(share) {
    return this.#once(`running ${share}`, async () => {
      const name = `bench_${share}`;
      const urls = await this.copy(name);
      await importByHand((await this.file(share)).path, urls);
      await withClient(urls.owner, vacuumFilled);
      const app = await this.#start(await this.environment(name));
      return { ...app, urls, people: await signInAll(app.url) };
    });
  }

  /** The application with a strategy of so many indicators and no figures, whose people may sign in at a provider. */
  wide(indicators) {
    return this.#once(`wide ${indicators}`, async () => {
      await this.demonstration();
      const name = `bench_wide_${indicators}`;
      await createDatabase(this.#dataDir, name);
      const env = await this.environment(name);
      await fillTemplate({ built: this.built, folder: this.folder, strategy: strategyFile(this.year, indicators), env });
      const port = await freePort();
      const provider = await startProvider(`http://127.0.0.1:${port}`);
      this.#providers.push(provider);
      const own = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
      const app = await this.#start({ ...env, ...provider.settings, ...own });
      return { ...app, people: await signInAll(app.url) };
    });
  }

  async stop() {
    await Promise.all(this.#apps.map((app) => app.stop()));
    await Promise.all(this.#providers.map((provider) => provider.stop()));
  }

  #once(key, work) {
    if (!this.#made.has(key)) this.#made.set(key, work());
    return this.#made.get(key);
  }

  async #start(env) {
    const app = await startApp({ main: this.built('main.mjs'), env });
    this.#apps.push(app);
    return app;
  }

  async #makeTemplate() {
    await this.demonstration();
    await createDatabase(this.#dataDir, TEMPLATE);
    await fillTemplate({
      built: this.built,
      folder: this.folder,
      strategy: strategyFile(this.year),
      env: await this.environment(TEMPLATE),
    });
  }
}

/**
 * What PostgreSQL would have done by itself within a minute: it leaves tables alone that have fewer than fifty rows, and makes plans for
 * them as for tables that will grow. Told that they are empty, both sides would keep plans that read through whole tables for as long as
 * they are connected.
 */
async function vacuumFilled(client) {
  const { rows } = await client.query(
    `select oid::regclass::text as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > current_setting('block_size')::int`,
  );
  await client.query(`vacuum analyze ${rows.map(({ name }) => name).join(', ')}`);
}

/** The hand-written import of a file; gives what `runProgram` gives. */
export function importByHand(path, urls) {
  return runProgram('hand-import.mjs', [path, APPROVER], { DATABASE_URL: urls.app });
}

/** The way any municipality begins: a strategy from a file, then accounts. */
async function fillTemplate({ built, folder, strategy, env }) {
  const [path, password] = [join(folder, 'strategy.json'), join(folder, 'password')];
  await writeFile(path, JSON.stringify(strategy));
  await writeFile(password, `${PASSWORD}\n`, { mode: 0o600 });
  await runCommand(built('commands/strategy-import.mjs'), [path], { env });
  for (const [username, { name, roles }] of Object.entries(ACCOUNTS)) {
    const orders = ['--username', username, '--name', name, '--password-file', password, ...roles.flatMap((role) => ['--role', role])];
    await runCommand(built('commands/account.mjs'), orders, { env });
  }
}

/** The sign-in headers of everyone by username. */
async function signInAll(url) {
  const people = {};
  for (const username of Object.keys(ACCOUNTS)) people[username] = await signInAs(url, username);
  return people;
}

/** Signs one of the accounts in, in a session of its own. */
export function signInAs(url, username) {
  return signIn(url, { username, password: PASSWORD });
}

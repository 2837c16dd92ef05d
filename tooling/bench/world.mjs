/** What a run measures on, each part made when the first measure asks for it: the demonstration, and the generated strategy's databases. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDatabase, databaseSettings, databaseUrls, dropDatabase, withClient } from './databases.mjs';
import { OWNER, QUARTERS, strategyFile, TERRITORY, writeFigures } from './generated-strategy.mjs';
import { signIn } from './people.mjs';
import { childrenOf, memoryOf, memoryOfChildren, runCommand, runProgram, startApp } from './processes.mjs';

/** How many quarters each share of the history has; the figures end with the last whole year. */
export const HISTORIES = { large: QUARTERS, tenth: QUARTERS / 10 };
const TEMPLATE = 'bench_strategy';
const PASSWORD = 'Bara-for-matningen-1';
const ACCOUNTS = {
  reporter: { name: 'Rapportör', roles: [`reporter:${OWNER}`] },
  reviewer: { name: 'Granskare', roles: [`reviewer:${OWNER}`, 'politician', 'administrator'] },
};
/** The account whose figures a file's are. */
export const APPROVER = 'reviewer';

/** Work that is done once, for whoever asks. */
function once(work) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, work(key));
    return made.get(key);
  };
}

/**
 * `built(name)`: a file of the built API; `folder`: where everything is kept. Gives
 * - `demonstration()`: the application on its own database with the demonstration, with the milliseconds of its first and second start;
 * - `databasePid()`: the process whose children are the backends of every database;
 * - `file(share)`: the path of a share's figures and how many;
 * - `copy(name)`: a new database with the strategy and accounts, no figures, and its addresses; `environment(name)`: the settings for it;
 *   `drop(name)`;
 * - `running(share)`: the application on the database with that share of the history, with `people` signed in;
 * - `stop()`.
 */
export function makeWorld({ built, folder }) {
  const dataDir = join(folder, 'data');
  const apps = [];
  const start = async (env) => {
    const app = await startApp({ main: built('main.mjs'), env });
    apps.push(app);
    return app;
  };
  const demonstration = once(async () => {
    const env = { DATA_DIR: dataDir, DEMO: '1' };
    const first = await startApp({ main: built('main.mjs'), env });
    await first.stop();
    const app = await start(env);
    const memory = { idle: memoryOf(app.pid), idleDatabase: memoryOfChildren(app.pid) };
    return { ...app, ...memory, starts: { first: first.startedIn, second: app.startedIn } };
  });
  const databasePid = once(async () => childrenOf((await demonstration()).pid)[0]);
  const environment = async (name) => ({ ...(await databaseSettings(dataDir, name)), DATA_DIR: join(folder, name), DEMO: '0' });
  const year = new Date().getFullYear();
  const file = once(async (share) => {
    const path = join(folder, `${share}.csv`);
    return { path, rows: await writeFigures(path, year, HISTORIES[share]) };
  });
  const template = once(async () => {
    await demonstration();
    await createDatabase(dataDir, TEMPLATE);
    await fillTemplate({ built, folder, year, env: await environment(TEMPLATE) });
  });
  const copy = async (name) => {
    await template();
    await createDatabase(dataDir, name, TEMPLATE);
    return databaseUrls(dataDir, name);
  };
  const urlsOf = once(async (share) => {
    const urls = await copy(`bench_${share}`);
    await importByHand((await file(share)).path, urls);
    await withClient(urls.owner, (client) => client.query('vacuum analyze'));
    return urls;
  });
  const running = once(async (share) => {
    const urls = await urlsOf(share);
    const app = await start(await environment(`bench_${share}`));
    return { ...app, urls, people: await signInAll(app.url) };
  });
  const drop = (name) => dropDatabase(dataDir, name);
  const stop = () => Promise.all(apps.map((app) => app.stop()));
  return { built, folder, year, territory: TERRITORY, demonstration, databasePid, environment, file, copy, drop, running, stop };
}

/** The hand-written import of a file; gives what `runProgram` gives. */
export function importByHand(path, urls) {
  return runProgram('hand-import.mjs', [path, APPROVER], { DATABASE_URL: urls.app });
}

/** The way any municipality begins: a strategy from a file, then accounts. */
async function fillTemplate({ built, folder, year, env }) {
  const [strategy, password] = [join(folder, 'strategy.json'), join(folder, 'password')];
  await writeFile(strategy, JSON.stringify(strategyFile(year)));
  await writeFile(password, `${PASSWORD}\n`, { mode: 0o600 });
  await runCommand(built('commands/strategy-import.mjs'), [strategy], { env });
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

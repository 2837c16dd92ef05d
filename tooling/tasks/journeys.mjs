/** Starts the built application on a data folder and a port of its own, and runs the browser journeys against it. */
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findChromium } from '../browser.mjs';
import { startQuietly } from '../launcher/child.mjs';
import { StepError, step } from '../launcher/progress.mjs';
import { root } from './build.mjs';

const START_LIMIT = 120_000;
/** What a municipality says that has just installed the application: nothing; a journey sets it up in the browser. */
const ANOTHER = { DEMO: '0' };
/** Settings that the surroundings may have and the journeys do without. */
const LEFT_OUT = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'MUNICIPALITY',
  'MUNICIPALITY_CODE',
  'CONTACT_EMAIL',
  'CONTACT_TELEPHONE',
  'DATA_PROTECTION_OFFICER',
];

/**
 * Gives what `run(env)` gives, called while the application answers. `env` tells a journey where things are: `BASE_URL`, `DATA_DIR`
 * (the demonstration passwords are in it), `CHROME_BIN`, `BUILT` (what was built), and `OTHER_URL`, where an empty installation is that
 * nobody has set up yet (`OTHER_LOG` is what it said at its start).
 */
export async function runJourneys({ out, scratch, run }) {
  const chromium = await step('Finding a Chromium', () => findChromium());
  const main = join(root, out, 'api/main.mjs');
  const own = { url: await freeUrl(), dataDir: join(scratch, 'journeys') };
  const other = { url: await freeUrl(), dataDir: join(scratch, 'journeys-other') };
  const apps = [startApp(main, own, { DEMO: '1' }), startApp(main, other, ANOTHER)];
  const where = { BASE_URL: own.url, OTHER_URL: other.url, OTHER_LOG: apps[1].log, BUILT: join(root, out) };
  const env = { DATA_DIR: own.dataDir, CHROME_BIN: chromium, ...where };
  try {
    await step('Starting the application for the journeys', () => Promise.all(apps.map(answering)));
    return await run(env);
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
  }
}

/** A free port's address. */
async function freeUrl() {
  return `http://127.0.0.1:${await freePort()}`;
}

/** A port that is free now. Another process may take it before the application does; then the start fails and says so. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function startApp(main, { url, dataDir }, settings) {
  const where = { PORT: new URL(url).port, HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: dataDir };
  const env = { ...process.env, ...where, ...settings };
  for (const name of Object.keys(env)) if (LEFT_OUT.includes(name) || /^(?:OIDC|MAIL)_/.test(name)) delete env[name];
  const log = join(root, 'tmp/log', `${basename(dataDir)}-app.log`);
  const app = { url, log, ...startQuietly(process.execPath, [main], { cwd: root, env, log }) };
  app.ended.then((code) => (app.exitCode = code)).catch(() => (app.exitCode = 1));
  return app;
}

async function answering(app) {
  const until = Date.now() + START_LIMIT;
  while (Date.now() < until) {
    if (app.exitCode !== undefined) throw failure(`the application stopped at start with code ${app.exitCode}.`, app);
    const isReady = await fetch(`${app.url}/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await sleep(250);
  }
  throw failure(`the application did not answer within ${START_LIMIT / 1000} s.`, app);
}

function failure(sentence, app) {
  return new StepError(sentence, { tail: app.tail(), log: app.log });
}

/** Starts the built application on a data folder and a port of its own, and runs the browser journeys against it. */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findChromium } from '../browser.mjs';
import { startQuietly } from '../launcher/child.mjs';
import { StepError, step } from '../launcher/progress.mjs';
import { root } from './build.mjs';

const START_LIMIT = 120_000;

/**
 * Gives what `run(env)` gives, called while the application answers. `env` tells a journey where things are: `BASE_URL`, `DATA_DIR`
 * (the demonstration passwords are in it) and `CHROME_BIN`.
 */
export async function runJourneys({ out, scratch, run }) {
  const chromium = await step('Finding a Chromium', () => findChromium());
  const port = await freePort();
  const env = { DATA_DIR: join(scratch, 'journeys'), BASE_URL: `http://127.0.0.1:${port}`, CHROME_BIN: chromium };
  const app = startApp(join(root, out, 'api/main.mjs'), {
    ...env,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: env.BASE_URL,
    DEMO: '1',
  });
  try {
    await step('Starting the application for the journeys', () => answering(env.BASE_URL, app));
    return await run(env);
  } finally {
    await app.stop();
  }
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

function startApp(main, settings) {
  const env = { ...process.env, ...settings };
  delete env.DATABASE_URL;
  delete env.DATABASE_OWNER_URL;
  const app = startQuietly(process.execPath, [main], { cwd: root, env, log: join(root, 'tmp/log/journeys-app.log') });
  app.ended.then((code) => (app.exitCode = code)).catch(() => (app.exitCode = 1));
  return app;
}

async function answering(url, app) {
  const until = Date.now() + START_LIMIT;
  while (Date.now() < until) {
    if (app.exitCode !== undefined) throw failure(`the application stopped at start with code ${app.exitCode}.`, app);
    const isReady = await fetch(`${url}/ready`).then(
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

/** The application and its database under test: started, killed without warning, started again. */
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanEnvironment } from '../bench/processes.mjs';

const READY_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 20_000;
const POLL_MS = 25;

/** The application on a data folder of its own; the same address at every start. */
export class Victim {
  #child;
  #ended = Promise.resolve();

  constructor({ main, dataDir, port }) {
    Object.assign(this, { main, dataDir, port, url: `http://127.0.0.1:${port}` });
    this.log = createWriteStream(join(dataDir, 'crash-test.log'), { flags: 'a' });
  }

  /** Starts it and waits until it answers from its database. Throws when it ends instead, with where its log is. */
  async start() {
    const env = cleanEnvironment({ DATA_DIR: this.dataDir, PORT: String(this.port), DEMO: '1', LOG_LEVEL: 'warn', NODE_ENV: 'production' });
    const child = spawn(process.execPath, [this.main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => this.log.write(chunk));
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('close', resolve));
    await this.ready();
  }

  /** Waits until /ready says so. */
  async ready() {
    const end = Date.now() + READY_WITHIN_MS;
    while (Date.now() < end) {
      if (this.#child.exitCode !== null)
        throw new Error(`The application ended with ${this.#child.exitCode} instead of starting; see ${this.log.path}.`);
      const answer = await fetch(`${this.url}/ready`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok) return;
      await sleep(POLL_MS);
    }
    throw new Error(`The application did not answer within ${READY_WITHIN_MS / 1000} seconds; see ${this.log.path}.`);
  }

  /** Kills the application, the database's main process or both, by their process ids, with SIGKILL. */
  async kill(what) {
    const database = what === 'app' ? undefined : postmasterOf(this.dataDir);
    if (what !== 'database') this.#child.kill('SIGKILL');
    if (database) kill(database, 'SIGKILL');
    if (what !== 'database') await this.#ended;
  }

  /** Ends both as a person would; what does not end is killed. */
  async stop() {
    if (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#abandon();
    this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), STOPS_WITHIN_MS);
    await this.#ended;
    clearTimeout(late);
    this.#abandon();
  }

  /** A database that outlived its application is told to stop at once. */
  #abandon() {
    const database = postmasterOf(this.dataDir);
    if (database) kill(database, 'SIGQUIT');
    this.log.end();
  }
}

/** Process id of the database's main process, as it wrote it down itself; undefined when there is none. */
function postmasterOf(dataDir) {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** A port nobody listens on. */
export function freePort() {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

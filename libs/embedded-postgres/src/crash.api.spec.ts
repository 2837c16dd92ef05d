import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { servesFolder, startOf } from './process-identity.js';
import { PATIENCE_MS, madeFolder, rowsOf, Scratch } from './testing/scratch.js';
import { runWritingApp } from './testing/writing-app.js';

const CHILD = 'SLUSEN_WRITING_APP';

/** The writing app in a process of its own, which can be killed; what it printed so far. */
class WritingApp {
  readonly lines: string[] = [];
  private readonly child: ChildProcess;

  constructor(dataDir: string) {
    const env = { ...process.env, [CHILD]: dataDir };
    this.child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.lines.push(line));
    }
  }

  get acknowledged(): number[] {
    return this.lines.filter((line) => line.startsWith('ack ')).map((line) => Number(line.slice(4)));
  }

  get serverPid(): number {
    return Number(this.lines.find((line) => line.startsWith('server '))?.slice(7));
  }

  async acknowledges(more: number): Promise<void> {
    const goal = this.acknowledged.length + more;
    await this.until(() => this.acknowledged.length >= goal);
  }

  async says(line: string): Promise<void> {
    await this.until(() => this.lines.includes(line));
  }

  async kill(): Promise<void> {
    const gone = this.gone();
    this.child.kill('SIGKILL');
    await gone;
  }

  private async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.child.exitCode !== null || this.child.signalCode !== null) throw new Error(`the app has ended: ${this.lines.join('\n')}`);
      await delay(10);
    }
  }

  async gone(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
  }
}

async function missing(database: EmbeddedPostgres, acknowledged: readonly number[]): Promise<number[]> {
  const stored = new Set((await rowsOf(database.ownerUrl, 'SELECT n FROM written')).flat());
  return acknowledged.filter((n) => !stored.has(n));
}

function specs(): void {
  const scratch = new Scratch();
  const shared = new Scratch();
  const apps: WritingApp[] = [];
  let dataDir: string;
  const startApp = (dataDir: string) => {
    const app = new WritingApp(dataDir);
    apps.push(app);
    return app;
  };
  beforeAll(async () => (dataDir = await madeFolder(shared)), PATIENCE_MS);
  afterAll(() => shared.clear(), PATIENCE_MS);
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.kill();
    await scratch.clear();
  }, PATIENCE_MS);

  it(
    'keeps every acknowledged row when the app is killed, and takes its server over',
    async () => {
      const app = startApp(dataDir);
      await app.acknowledges(50);
      const { serverPid } = app;
      await app.kill();
      expect(await servesFolder(serverPid, join(dataDir, 'postgres')))
        .withContext('the server outlives the app')
        .toBe('yes');
      const begun = Date.now();
      const database = await scratch.start(dataDir);
      expect(Date.now() - begun).toBeLessThan(5_000);
      expect(await startOf(serverPid))
        .withContext('the old server is gone')
        .toBeUndefined();
      expect(scratch.messages.join()).toContain(`process ${serverPid}`);
      expect(await missing(database, app.acknowledged)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'starts PostgreSQL again when it is killed, and the app goes on writing',
    async () => {
      const app = startApp(dataDir);
      await app.acknowledges(50);
      process.kill(app.serverPid, 'SIGKILL');
      const begun = Date.now();
      await app.says('warn The database ended unexpectedly (SIGKILL) and is started again.');
      await app.says('info The database runs again.');
      await app.acknowledges(50);
      expect(Date.now() - begun).toBeLessThan(5_000);
      await app.kill();
      expect(await missing(await scratch.start(dataDir), app.acknowledged)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'keeps every acknowledged row when both are killed',
    async () => {
      const app = startApp(dataDir);
      await app.acknowledges(50);
      process.kill(app.serverPid, 'SIGKILL');
      await app.kill();
      const database = await scratch.start(dataDir);
      expect(app.acknowledged.length).toBeGreaterThanOrEqual(50);
      expect(await missing(database, app.acknowledged)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'comes up though PostgreSQL is killed while it starts',
    async () => {
      const file = join(dataDir, 'postgres', 'postmaster.pid');
      const starting = scratch.start(dataDir);
      let pid = 0;
      while (!(pid > 0)) {
        pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
        await delay(2);
      }
      process.kill(pid, 'SIGKILL');
      const database = await starting;
      expect(await rowsOf(database.appUrl, 'SELECT 1')).toEqual([[1]]);
      expect(database.pid).not.toBe(pid);
    },
    PATIENCE_MS,
  );

  it(
    'refuses a second app on the folder and leaves the first in peace',
    async () => {
      const database = await scratch.start(dataDir, { durable: false });
      const { pid } = database;
      const second = startApp(dataDir);
      await second.gone();
      expect(second.lines.join('\n')).toContain(`SLUSEN already runs on this data folder (process ${process.pid}).`);
      expect(database.pid).toBe(pid);
      expect(await rowsOf(database.appUrl, 'SELECT 1')).toEqual([[1]]);
      expect(await EmbeddedPostgres.running(dataDir)).toEqual({ ownerUrl: database.ownerUrl, appUrl: database.appUrl });
    },
    PATIENCE_MS,
  );

  it(
    'does not touch a stranger that has the number of a server that died',
    async () => {
      const file = join(dataDir, 'postgres', 'postmaster.pid');
      const first = await scratch.start(dataDir, { durable: false });
      const left = await readFile(file, 'utf8');
      await first.stop();
      const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
      await once(stranger, 'spawn');
      await writeFile(file, left.replace(/^\d+/, String(stranger.pid)));
      const again = await scratch.start(dataDir, { durable: false });
      expect(await rowsOf(again.appUrl, 'SELECT 1')).toEqual([[1]]);
      expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
      stranger.kill();
    },
    PATIENCE_MS,
  );

  it(
    'is there again within seconds though a long query of the dead server runs on',
    async () => {
      const database = await scratch.start(dataDir, { durable: false });
      const restarted = new Promise<void>((resolve) => database.onRestart(resolve));
      const long = rowsOf(database.ownerUrl, 'DO $$ BEGIN LOOP END LOOP; END $$').catch(() => 'cut off');
      await delay(300);
      const begun = Date.now();
      process.kill(database.pid as number, 'SIGKILL');
      await restarted;
      expect(Date.now() - begun).toBeLessThan(4_000);
      expect(await long).toBe('cut off');
      expect(await rowsOf(database.appUrl, 'SELECT 1')).toEqual([[1]]);
    },
    PATIENCE_MS,
  );

  it(
    'begins again when the first start was killed while it made the database',
    async () => {
      const empty = await scratch.folder();
      const app = startApp(empty);
      const unfinished = async () => (await readdir(empty)).filter((name) => name.includes('.unfinished-'));
      while (!(await unfinished()).some((name) => !name.endsWith('.password'))) await delay(5);
      await delay(250);
      await app.kill();
      expect(app.lines.join()).not.toContain('server');
      expect(await readdir(empty)).not.toContain('postgres');
      const database = await scratch.start(empty);
      expect(await rowsOf(database.appUrl, 'SELECT 1')).toEqual([[1]]);
      await database.stop();
      await delay(500);
      await scratch.start(empty);
      expect(await unfinished()).toEqual([]);
    },
    PATIENCE_MS,
  );
}

if (process.env[CHILD]) await runWritingApp(process.env[CHILD]);
else describe('embedded PostgreSQL after a crash', specs);

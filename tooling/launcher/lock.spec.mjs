import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, withLock } from './lock.mjs';

describe('A lock between processes', () => {
  let folder;
  let file;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'slusen-lock-'));
    file = join(folder, 'x.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A pid that was just alive and is not now. */
  const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

  /** Runs JavaScript with `withLock` and the lock file at hand in a process of its own; gives its exit code. */
  function inProcess(body) {
    const text = `import { withLock } from ${JSON.stringify(new URL('lock.mjs', import.meta.url).href)};
      import { readFileSync, writeFileSync } from 'node:fs';
      const file = ${JSON.stringify(file)}; ${body}`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', text], { stdio: 'inherit' });
    return { child, ended: new Promise((resolve) => child.once('close', resolve)) };
  }

  it('lets one process at a time in', async () => {
    const counter = join(folder, 'counter');
    writeFileSync(counter, '0');
    const body = `for (let i = 0; i < 5; i++) await withLock(file, async () => {
      const before = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'));
      await new Promise((resolve) => setTimeout(resolve, 5));
      writeFileSync(${JSON.stringify(counter)}, String(before + 1));
    });`;
    const codes = await Promise.all([1, 2, 3, 4].map(() => inProcess(body).ended));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(readFileSync(counter, 'utf8')).toBe('20');
  });

  it('gives what the work gives, and is free afterwards', async () => {
    expect(await withLock(file, async () => (existsSync(file) ? 'held' : 'not held'))).toBe('held');
    expect(existsSync(file)).toBeFalse();
  });

  it('is free after work that failed', async () => {
    await expectAsync(withLock(file, () => Promise.reject(new Error('no')))).toBeRejectedWithError('no');
    expect(existsSync(file)).toBeFalse();
  });

  it('is taken from a process that was killed', async () => {
    const { child, ended } = inProcess('await withLock(file, () => new Promise((resolve) => setTimeout(resolve, 60_000)));');
    while (!existsSync(file) || readFileSync(file, 'utf8') === '') await sleep(20);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(file)).toBeTrue();
    expect(await withLock(file, async () => 'mine')).toBe('mine');
  });

  it('is taken by exactly one of many who find it left behind', async () => {
    writeFileSync(file, `${deadPid()}\n`);
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sleep(10);
      inside--;
    };
    await Promise.all([1, 2, 3, 4, 5].map(() => withLock(file, work)));
    expect(most).toBe(1);
  });

  it('waits for a living process and says which', async () => {
    writeFileSync(file, `${process.pid}\n`);
    const waits = [];
    const mine = withLock(
      file,
      async () => 'mine',
      (pid) => waits.push(pid),
    );
    await sleep(500);
    expect(waits).toEqual([process.pid]);
    rmSync(file);
    expect(await mine).toBe('mine');
  });

  it('is taken from a holder that has been silent for more than a minute, whose pid another process may have now', async () => {
    writeFileSync(file, `${process.pid}\n`);
    const past = new Date(Date.now() - 61_000);
    utimesSync(file, past, past);
    expect(await withLock(file, async () => 'mine')).toBe('mine');
  });

  it('knows the living from the dead', () => {
    expect(isAlive(process.pid)).toBeTrue();
    expect(isAlive(deadPid())).toBeFalse();
  });
});

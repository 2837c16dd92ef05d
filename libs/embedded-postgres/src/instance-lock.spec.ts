import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InstanceLock, lockHolder } from './instance-lock.js';
import { startOf } from './process-identity.js';

describe('lock of a data folder', () => {
  let root: string;
  let folder: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'slusen-lock-'));
    folder = join(root, 'lock');
  });
  afterEach(() => rm(root, { recursive: true }));

  async function leave(content: string): Promise<void> {
    await mkdir(folder);
    await writeFile(join(folder, '7'), content);
  }

  it('is refused while a living process has it, and free afterwards', async () => {
    const lock = await InstanceLock.acquire(folder);
    expect((await lockHolder(folder))?.pid).toBe(process.pid);
    const refused = `SLUSEN already runs on this data folder (process ${process.pid}).`;
    await expectAsync(InstanceLock.acquire(folder)).toBeRejectedWithError(refused);
    await lock.release();
    expect(await lockHolder(folder)).toBeUndefined();
    await InstanceLock.acquire(folder);
    expect((await lockHolder(folder))?.pid).toBe(process.pid);
  });

  it('says so when it is a command that has it', async () => {
    await InstanceLock.acquire(folder, 'visit');
    expect((await lockHolder(folder))?.purpose).toBe('visit');
    const refused = `A command of SLUSEN is at work on this data folder (process ${process.pid}); try again when it is done.`;
    await expectAsync(InstanceLock.acquire(folder)).toBeRejectedWithError(refused);
  });

  it('has no holder where there is no lock', async () => {
    expect(await lockHolder(folder)).toBeUndefined();
  });

  const stale: [what: string, content: string][] = [
    ['a process that has ended', JSON.stringify({ pid: 2 ** 22 + 1, started: 'x' })],
    ['an earlier process with a number in use again', JSON.stringify({ pid: process.pid, started: 'earlier' })],
    ['a write that was cut off', '{"pid": 12'],
    ['one that gave it up', ''],
  ];
  for (const [what, content] of stale) {
    it(`is taken from ${what}`, async () => {
      await leave(content);
      await InstanceLock.acquire(folder);
      expect((await lockHolder(folder))?.pid).toBe(process.pid);
      expect(await readdir(folder)).toEqual(['8']);
    });
  }

  for (let round = 1; round <= 10; round += 1) {
    it(`goes to one of many that find it stale at once (${round})`, async () => {
      await leave('stale');
      const takers = await Promise.allSettled(Array.from({ length: 20 }, () => InstanceLock.acquire(folder)));
      expect(takers.filter(({ status }) => status === 'fulfilled').length).toBe(1);
      expect((await lockHolder(folder))?.pid).toBe(process.pid);
    });
  }

  it('is not taken away by one that lost it', async () => {
    const lock = await InstanceLock.acquire(folder);
    const other = JSON.stringify({ pid: process.ppid, started: await startOf(process.ppid) });
    await writeFile(join(folder, '9'), other);
    await lock.release();
    expect((await lockHolder(folder))?.pid).toBe(process.ppid);
    expect(await readFile(join(folder, '9'), 'utf8')).toBe(other);
  });
});

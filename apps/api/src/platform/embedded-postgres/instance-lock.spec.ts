import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InstanceLock, lockHolder } from './instance-lock.js';
import { startOf } from './process-identity.js';

describe('lock of a data folder', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slusen-lock-'));
    file = join(folder, 'app.lock');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is refused while a living process has it, and free afterwards', async () => {
    const lock = await InstanceLock.acquire(file);
    expect(await lockHolder(file)).toBe(process.pid);
    await expectAsync(InstanceLock.acquire(file)).toBeRejectedWithError(`SLUSEN already runs on this data folder (process ${process.pid}).`);
    await lock.release();
    expect(await lockHolder(file)).toBeUndefined();
    await (await InstanceLock.acquire(file)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  const stale: [what: string, content: string][] = [
    ['a process that has ended', JSON.stringify({ pid: 2 ** 22 + 1, started: 'x' })],
    ['an earlier process with a number in use again', JSON.stringify({ pid: process.pid, started: 'earlier' })],
    ['a write that was cut off', '{"pid": 12'],
    ['no one', ''],
  ];
  for (const [what, content] of stale) {
    it(`is taken from ${what}`, async () => {
      await writeFile(file, content);
      await InstanceLock.acquire(file);
      expect(await lockHolder(file)).toBe(process.pid);
    });
  }

  it('goes to one of many that find it stale at once', async () => {
    await writeFile(file, 'stale');
    const takers = await Promise.allSettled(Array.from({ length: 20 }, () => InstanceLock.acquire(file)));
    expect(takers.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(await readdir(folder)).toEqual(['app.lock']);
  });

  it('is not taken away by one that lost it', async () => {
    const lock = await InstanceLock.acquire(file);
    const other = JSON.stringify({ pid: process.ppid, started: await startOf(process.ppid) });
    await writeFile(file, other);
    await lock.release();
    expect(await lockHolder(file)).toBe(process.ppid);
  });
});

import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { DatabaseStartError } from './start-error.js';
import { startOf } from './process-identity.js';

interface Holder {
  readonly pid: number;
  readonly started: string;
}

/** Keeps a second program off a data folder: a file with the number and start of the process that has it. */
export class InstanceLock {
  private constructor(
    private readonly file: string,
    private readonly content: string,
  ) {}

  /** Takes the lock, also from a process that died with it; throws DatabaseStartError `in-use` when one lives. */
  static async acquire(file: string): Promise<InstanceLock> {
    const content = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) });
    const own = `${file}.${randomBytes(6).toString('hex')}`;
    await writeFile(own, content, { mode: 0o644 });
    try {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        // A link to a finished file, so that no one ever reads a lock half written.
        if (await succeeds(link(own, file), 'EEXIST')) return new InstanceLock(file, content);
        const found = await readFile(file, 'utf8').catch(() => '');
        const pid = await livingHolder(found);
        if (pid) throw new DatabaseStartError('in-use', `SLUSEN already runs on this data folder (process ${pid}).`);
        await removeStale(file, found);
      }
      throw new DatabaseStartError('in-use', 'SLUSEN is being started on this data folder by another process.');
    } finally {
      await rm(own, { force: true });
    }
  }

  /** Gives the lock up; does nothing when someone else has taken it. */
  async release(): Promise<void> {
    if ((await readFile(this.file, 'utf8').catch(() => '')) === this.content) await rm(this.file, { force: true });
  }
}

/** Number of the living process that holds the lock, if any. */
export async function lockHolder(file: string): Promise<number | undefined> {
  return livingHolder(await readFile(file, 'utf8').catch(() => ''));
}

async function livingHolder(content: string): Promise<number | undefined> {
  const holder = parse(content);
  return holder && (await startOf(holder.pid)) === holder.started ? holder.pid : undefined;
}

function parse(content: string): Holder | undefined {
  try {
    const { pid, started } = JSON.parse(content) as Partial<Holder>;
    return Number.isInteger(pid) && typeof started === 'string' ? { pid: pid as number, started } : undefined;
  } catch {
    return undefined;
  }
}

/** Moves the file away first: of two that saw the same stale lock only one moves it, the other puts back what it took. */
async function removeStale(file: string, seen: string): Promise<void> {
  const moved = `${file}.${randomBytes(6).toString('hex')}`;
  if (!(await succeeds(rename(file, moved), 'ENOENT'))) return;
  if ((await readFile(moved, 'utf8')) !== seen) await succeeds(link(moved, file), 'EEXIST');
  await rm(moved, { force: true });
}

async function succeeds(action: Promise<void>, expected: string): Promise<boolean> {
  try {
    await action;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === expected) return false;
    throw error;
  }
}

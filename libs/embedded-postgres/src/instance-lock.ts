import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOf } from './process-identity.js';
import { DatabaseStartError } from './start-error.js';

/** What a process has the folder for: the application, or one command that lets go of it when it is done. */
export type Purpose = 'serve' | 'visit';

/** The living process that has a data folder. */
export interface Holder {
  readonly pid: number;
  readonly purpose: Purpose;
}

interface Content extends Holder {
  readonly started: string;
}

const ATTEMPTS = 20;

/**
 * Keeps a second program off a data folder: a folder of numbered files, each with the number and start of a process.
 * The highest number holds the lock, and only the next number is ever made, so that of many who find it free at once
 * one succeeds. (A single file that is removed when stale can be removed just after another has taken it.)
 */
export class InstanceLock {
  private constructor(private readonly file: string) {}

  /** Takes the lock, also from a process that died with it; throws DatabaseStartError `in-use` when one lives. */
  static async acquire(folder: string, purpose: Purpose = 'serve'): Promise<InstanceLock> {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const highest = await highestNumber(folder);
      const holder = await livingHolder(join(folder, String(highest)));
      if (holder) throw inUse(holder);
      const lock = await InstanceLock.take(folder, highest + 1, purpose);
      if (lock) return lock;
    }
    throw new DatabaseStartError('in-use', 'SLUSEN is being started on this data folder by another process.');
  }

  /** Gives the lock up. The emptied file stays, since numbers must never be used again. */
  async release(): Promise<void> {
    await truncate(this.file).catch(ignore('ENOENT'));
  }

  private static async take(folder: string, number: number, purpose: Purpose): Promise<InstanceLock | undefined> {
    const unfinished = join(folder, `new-${randomBytes(6).toString('hex')}`);
    const file = join(folder, String(number));
    await writeFile(unfinished, JSON.stringify({ pid: process.pid, started: await startOf(process.pid), purpose }));
    try {
      // A link to a finished file, so that no one ever reads a lock half written.
      await link(unfinished, file);
    } catch (error) {
      return ignore('EEXIST', 'ENOENT')(error);
    } finally {
      await rm(unfinished, { force: true });
    }
    // One that waited long may have made a number that others have passed and removed.
    if ((await highestNumber(folder)) !== number) return rm(file, { force: true }).then(() => undefined);
    for (const name of await readdir(folder)) if (name !== String(number)) await rm(join(folder, name), { force: true });
    return new InstanceLock(file);
  }
}

/** The living process that holds the lock, if any. */
export async function lockHolder(folder: string): Promise<Holder | undefined> {
  return livingHolder(join(folder, String(await highestNumber(folder))));
}

/** That someone else has the folder, as one sentence for whoever wanted it. */
export function inUse({ pid, purpose }: Holder): DatabaseStartError {
  const sentence = {
    serve: `SLUSEN already runs on this data folder (process ${pid}).`,
    visit: `A command of SLUSEN is at work on this data folder (process ${pid}); try again when it is done.`,
  };
  return new DatabaseStartError('in-use', sentence[purpose]);
}

async function highestNumber(folder: string): Promise<number> {
  const names = await readdir(folder).catch(ignore('ENOENT'));
  return Math.max(0, ...(names ?? []).map(Number).filter(Number.isInteger));
}

async function livingHolder(file: string): Promise<Holder | undefined> {
  const content = parse(await readFile(file, 'utf8').catch(() => ''));
  return content && (await startOf(content.pid)) === content.started ? content : undefined;
}

function parse(text: string): Content | undefined {
  try {
    const { pid, started, purpose } = JSON.parse(text) as Partial<Content>;
    if (!Number.isInteger(pid) || typeof started !== 'string') return undefined;
    return { pid: pid as number, started, purpose: purpose === 'visit' ? 'visit' : 'serve' };
  } catch {
    return undefined;
  }
}

function ignore(...codes: string[]): (error: unknown) => undefined {
  return (error) => {
    if (!codes.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  };
}

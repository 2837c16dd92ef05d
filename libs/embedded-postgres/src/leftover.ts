import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { serversIn, servesFolder } from './process-identity.js';
import { DatabaseStartError } from './start-error.js';

/** The fields of postmaster.pid that matter here. */
export interface PidFile {
  readonly pid: number;
  /** `ready` once it takes connections. */
  readonly status: string;
}

/** Reads postmaster.pid of a cluster; undefined when there is none. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Math.abs(Number(lines[0]));
  return pid > 0 ? { pid, status: (lines[7] ?? '').trim() } : undefined;
}

/** How a server is stopped that is no child of this process. */
export type StopServer = (pid: number, mode: 'fast' | 'immediate' | 'kill') => Promise<void>;

/**
 * Makes way for a new server: stops one that outlived the app which started it, and only if that process really is a
 * database server on this cluster. A stranger that got the number of a dead server is left alone.
 * Returns the number of the server it stopped, if any.
 */
export async function clearLeftover(cluster: string, stop: StopServer): Promise<number | undefined> {
  const found = await readPidFile(cluster);
  if (!found) {
    await removeEmptied(cluster);
    return undefined;
  }
  const serves = await servesFolder(found.pid, cluster);
  if (serves === 'unknown') {
    const message = `The database in ${cluster} is already run by another user (process ${found.pid}); stop it first.`;
    throw new DatabaseStartError('in-use', message);
  }
  if (serves === 'no') {
    await disown(cluster, found.pid);
    return undefined;
  }
  for (const [mode, seconds] of [
    ['fast', 20],
    ['immediate', 5],
    ['kill', 5],
  ] as const) {
    await stop(found.pid, mode);
    if (await hasStopped(found.pid, cluster, seconds)) return found.pid;
  }
  throw new DatabaseStartError('in-use', `An earlier database server (process ${found.pid}) does not stop.`);
}

/** Ends processes of a server whose main process is dead, so that a long query does not keep the data locked. */
export async function endOrphans(cluster: string, signal: NodeJS.Signals): Promise<number> {
  const orphans = await serversIn(cluster);
  for (const pid of orphans) trySignal(pid, signal);
  return orphans.length;
}

/** Sends a signal to a process that may have ended meanwhile. */
export function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * PostgreSQL refuses to start while a process with the number in the file lives, whatever it is. It overlooks its own
 * parent, so that number is put in; the file itself stays, since it names the shared memory that must be free.
 */
async function disown(cluster: string, stranger: number): Promise<void> {
  if (process.platform === 'win32') return;
  const file = join(cluster, 'postmaster.pid');
  const content = await readFile(file, 'utf8');
  if (content.startsWith(`${stranger}\n`)) await writeFile(file, content.replace(/^\d+/, String(process.pid)));
}

/** A power cut can leave the file without its content, and PostgreSQL then waits for a server that is not there. */
async function removeEmptied(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const content = await readFile(file, 'utf8').catch(() => undefined);
  if (content?.trim() === '' && (await serversIn(cluster)).length === 0) await rm(file, { force: true });
}

async function hasStopped(pid: number, cluster: string, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 1000; waited += 50) {
    if ((await servesFolder(pid, cluster)) === 'no') return true;
    await delay(50);
  }
  return false;
}

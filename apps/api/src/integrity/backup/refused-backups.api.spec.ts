import { createHash, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PATIENCE_MS } from '../kept-world.fixtures.js';
import { backedUpWorld, nothing, TABLES } from './backed-up-world.fixtures.js';
import { BackupError } from './manifest.js';

describe('restoring refuses, with one sentence and nothing changed,', () => {
  const world = backedUpWorld();

  /** The backup with something done to its unpacked bytes. */
  const changed = async (change: (archive: Buffer) => Buffer): Promise<string> => {
    const path = join(world.folder, randomUUID());
    await writeFile(path, gzipSync(change(gunzipSync(await readFile(world.file)))));
    return path;
  };
  /** The backup with something changed in its rows, and the hashes of its manifest computed anew, as a forger would. */
  const forged = (from: RegExp, to: string): Promise<string> =>
    changed((archive) => {
      const text = archive.toString('latin1').replace(from, to);
      expect(text).not.toBe(archive.toString('latin1'));
      const copy = Buffer.from(text, 'latin1');
      const { tables } = world.made;
      for (const { name, sha256, bytes } of tables) {
        const start = entryStarts(copy, `${name}.copy`) + 512;
        const now = createHash('sha256')
          .update(copy.subarray(start, start + bytes))
          .digest('hex');
        copy.write(now, copy.indexOf(sha256));
      }
      return copy;
    });
  /** The manifest with a field changed, in a tar file of the same layout: replaced text must have the same length. */
  const withText = (from: string, to: string): Promise<string> =>
    changed((archive) => {
      expect(to.length).toBe(from.length);
      const at = archive.indexOf(from);
      expect(at).withContext(from).toBeGreaterThan(0);
      const copy = Buffer.from(archive);
      copy.write(to, at);
      return copy;
    });

  const cases: readonly [what: string, path: () => Promise<string>, sentence: RegExp][] = [
    ['a file that is not there', async () => join(world.folder, 'missing'), /^There is no file .*missing\.$/],
    ['a folder', async () => world.folder, /^The file is not a backup made by this program\.$/],
    [
      'another kind of file',
      async () => writeFile(join(world.folder, 'text'), 'Hej').then(() => join(world.folder, 'text')),
      /not a backup made by this program/,
    ],
    [
      'another compressed file',
      async () => writeFile(join(world.folder, 'gz'), gzipSync('Hej')).then(() => join(world.folder, 'gz')),
      /not a backup made by this program/,
    ],
    ['a newer format', () => withText('"format": 1,', '"format": 9,'), /^The backup has format 9, which only a newer version/],
    [
      'a migration it does not know',
      () => withText('GuardHistory1795428000001', 'GuardHistory1795428999999'),
      /made by another version.*GuardHistory1795428999999/,
    ],
    [
      'a figure that was changed in the file',
      () => withText('15557.000000', '15558.000000'),
      /damaged: the table observation is not what it was/,
    ],
    [
      'a figure that was changed in the file together with the list of contents',
      () => forged(/15557\.000000/g, '15558.000000'),
      /^The backup is not what was recorded: record 5 \(import\.run import-run:1\), observation: one or more of its 7 rows are not what was sealed\.$/,
    ],
    [
      'a word of the trail that was changed together with the list of contents',
      () => forged(/"source":"SCB"/g, '"source":"SCC"'),
      /^The backup is not what was recorded: audit event 5: its hash is not that of its content\.$/,
    ],
    [
      'a right that was changed together with the list of contents',
      () => forged(/\treporter\b/, '\treviewer'),
      /^The backup is not what was recorded: account [0-9a-f-]{36}: the audit trail says reporter gatukontoret, the table reviewer gatukontoret\.$/,
    ],
    [
      'an entry that was put back together with the list of contents',
      () => forged(/\tapproved\b/, '\treturned'),
      /^The backup is not what was recorded: entry [^:]*: it stands as returned, but its history ends as approved\.$/,
    ],
    [
      'a row that no longer fits',
      () => withText('\tmunicipality\tVimmerby', '\tmunicipalitx\tVimmerby'),
      /damaged: the table territory_revision cannot be read \(.*ck_/,
    ],
    ['a table that is missing', () => withText('observation.copy', 'observatiom.copy'), /damaged/],
    [
      'a file that was cut off',
      async () => {
        const whole = await readFile(world.file);
        await writeFile(join(world.folder, 'cut'), whole.subarray(0, Math.floor(whole.length * 0.8)));
        return join(world.folder, 'cut');
      },
      /damaged/,
    ],
    [
      'more than it says',
      () =>
        changed((archive) =>
          Buffer.concat([
            archive.subarray(0, lastEntry(archive)),
            archive.subarray(lastEntry(archive), -1024),
            archive.subarray(lastEntry(archive)),
          ]),
        ),
      /holds more than it says/,
    ],
  ];
  for (const [what, path, sentence] of cases) {
    it(
      what,
      async () => {
        const target = await world.database(nothing);
        await expectAsync(world.restore(target, await path())).toBeRejectedWithError(BackupError, sentence);
        expect(await world.rows(target.ownerUrl, TABLES)).toEqual([]);
      },
      PATIENCE_MS,
    );
  }
});

/** Where the last file of a tar begins: it has a name ending in .copy at the start of a block. */
/** Where a file of the archive begins, by its whole name: one name can be the end of another. */
function entryStarts(archive: Buffer, name: string): number {
  let at = archive.indexOf(`${name}\0`);
  while (at % 512 !== 0) at = archive.indexOf(`${name}\0`, at + 1);
  return at;
}

function lastEntry(archive: Buffer): number {
  let last = 0;
  for (let at = 0; at < archive.length; at += 512) if (/^[a-z_]+\.copy\0/.test(archive.subarray(at, at + 40).toString('latin1'))) last = at;
  return last;
}

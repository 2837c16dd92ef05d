import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headsFile, noteHead, readHeads, type HeadLine } from './head-lines.js';

describe('heads on the disk', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'slusen-heads-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const aHead = (seq: number, isRestored = false): HeadLine => ({ at: '2026-11-27T08:00:00.000Z', seq, hash: 'ab'.repeat(32), isRestored });

  it('are none where no file is', async () => expect(await readHeads(headsFile(folder))).toBeUndefined());

  it('are read as they were noted, one line each, in a file that is its owner’s', async () => {
    const file = headsFile(join(folder, 'djup', 'ner'));
    for (const head of [aHead(1), aHead(2, true), aHead(999_999_999_999_999)]) await noteHead(file, head);
    expect(await readHeads(file)).toEqual([aHead(1), aHead(2, true), aHead(999_999_999_999_999)]);
    expect((await readFile(file, 'utf8')).split('\n')).toHaveSize(4);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  const lines: readonly [what: string, text: string, heads: (number | undefined)[]][] = [
    ['an empty file', '', []],
    ['a last line that a power cut tore', `2026-11-27T08:00:00.000Z 1 ${'ab'.repeat(32)}\n2026-11-27T08:00`, [1]],
    ['a hash that is too short', `2026-11-27T08:00:00.000Z 1 ${'ab'.repeat(31)}\n`, [undefined]],
    ['a place that is none', `2026-11-27T08:00:00.000Z -1 ${'ab'.repeat(32)}\n`, [undefined]],
    ['a word too many', `2026-11-27T08:00:00.000Z 1 ${'ab'.repeat(32)} changed\n`, [undefined]],
    ['an empty line between two', `\n2026-11-27T08:00:00.000Z 2 ${'ab'.repeat(32)}\n`, [undefined, 2]],
  ];
  for (const [what, text, heads] of lines) {
    it(`are known from what is no head: ${what}`, async () => {
      await writeFile(headsFile(folder), text);
      expect((await readHeads(headsFile(folder)))?.map((head) => head?.seq)).toEqual(heads as never);
    });
  }
});

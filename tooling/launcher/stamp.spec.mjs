import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesUnder, hashOf, isFresh, stamped } from './stamp.mjs';

describe('A stamp', () => {
  let root;
  let stamp;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'slusen-stamp-'));
    stamp = join(root, 'made/.stamp');
    mkdirSync(join(root, 'made'));
    writeFileSync(join(root, 'a.txt'), 'a');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const hash = (name = 'a.txt') => hashOf({ texts: ['linux'], files: [join(root, name)], root });

  it('is fresh when the step was finished with the same inputs, and not when one has changed', async () => {
    await stamped(stamp, hash(), async () => undefined);
    expect(isFresh(stamp, hash())).toBeTrue();
    writeFileSync(join(root, 'a.txt'), 'b');
    expect(isFresh(stamp, hash())).toBeFalse();
  });

  it('is gone while the step runs and after it failed, though an earlier one had left it', async () => {
    await stamped(stamp, hash(), async () => undefined);
    const failing = stamped(stamp, hash(), async () => {
      expect(existsSync(stamp)).toBeFalse();
      throw new Error('killed');
    });
    await expectAsync(failing).toBeRejectedWithError('killed');
    expect(isFresh(stamp, hash())).toBeFalse();
  });

  it('notices a file that is renamed, gone or new', () => {
    const before = hash();
    writeFileSync(join(root, 'b.txt'), 'a');
    expect(hash('b.txt')).not.toBe(before);
    expect(hash('none.txt')).not.toBe(before);
  });

  it('is made from every wanted file of a folder, in one order', () => {
    for (const name of ['c/d.ts', 'c/d.spec.ts', 'c/node_modules/e.ts', 'c/b.ts']) {
      mkdirSync(join(root, name, '..'), { recursive: true });
      writeFileSync(join(root, name), '');
    }
    expect(filesUnder(join(root, 'c'), (path) => !path.endsWith('.spec.ts'))).toEqual([join(root, 'c/b.ts'), join(root, 'c/d.ts')]);
    expect(filesUnder(join(root, 'absent'))).toEqual([]);
  });
});

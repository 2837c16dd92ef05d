import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dependenciesHash, ensureDependencies } from './dependencies.mjs';

/** An npm that must not be called: what is asked is whether an installation is believed, not how one is made. */
const NO_NPM = { node: process.execPath, npm: '/no/npm-cli.js' };

describe('Packages that a person installed with npm', () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'slusen-packages-'));
    mkdirSync(join(root, 'node_modules/a'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const A = { version: '1.0.0', integrity: 'sha512-a' };
  const FOR_ANOTHER = { version: '1.0.0', integrity: 'sha512-b', optional: true, os: [process.platform === 'linux' ? 'darwin' : 'linux'] };
  const FOR_THIS = { ...FOR_ANOTHER, os: [process.platform] };

  /** Writes the lock and npm's record of what is in node_modules; the record is written last. */
  function write(locked, recorded) {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...locked } }));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: recorded }));
  }
  const isBelieved = () =>
    ensureDependencies(root, NO_NPM, '24').then(
      () => true,
      () => false,
    );

  it('are believed when they are as locked, and get their stamp', async () => {
    write(
      { 'node_modules/a': A, 'node_modules/b': FOR_ANOTHER, 'node_modules/b/node_modules/c': { ...A, optional: true } },
      { 'node_modules/a': A },
    );
    expect(await isBelieved()).toBeTrue();
    expect(existsSync(join(root, 'node_modules/.slusen-stamp'))).toBeTrue();
  });

  const WRONG = [
    ['of another version', { 'node_modules/a': { version: '2.0.0', integrity: 'sha512-a2' } }],
    ['without one that is locked', { 'node_modules/a': A, 'node_modules/d': A }],
    ['without an optional one for this system', { 'node_modules/a': A, 'node_modules/b': FOR_THIS }],
  ];
  for (const [how, locked] of WRONG) {
    it(`are not believed ${how}`, async () => {
      write(locked, { 'node_modules/a': A });
      expect(await isBelieved()).toBeFalse();
    });
  }

  it('are not believed when a folder has changed since npm was done, as after an npm install that was killed', async () => {
    write({ 'node_modules/a': A }, { 'node_modules/a': A });
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(root, 'node_modules/a'), later, later);
    expect(await isBelieved()).toBeFalse();
  });

  it('are not believed when a folder is gone', async () => {
    write({ 'node_modules/a': A }, { 'node_modules/a': A });
    rmSync(join(root, 'node_modules/a'), { recursive: true });
    expect(await isBelieved()).toBeFalse();
  });

  it('depend on the lock and on the Node they were chosen for', () => {
    write({ 'node_modules/a': A }, {});
    const before = dependenciesHash(root, '24');
    expect(dependenciesHash(root, '26')).not.toBe(before);
    write({}, {});
    expect(dependenciesHash(root, '24')).not.toBe(before);
  });
});

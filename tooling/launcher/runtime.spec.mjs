import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elapsed } from './progress.mjs';
import { environmentFor, runtimePackage, satisfies } from './runtime.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const json = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const { engines } = json('package.json');

describe('The Node a task runs on', () => {
  const VERSIONS = [
    ['18.20.8', false],
    ['20.20.2', false],
    ['22.21.0', false],
    ['24.14.9', false],
    ['24.15.0', true],
    ['24.21.0', true],
    ['25.9.0', false],
    ['26.0.0', true],
    ['27.0.0', false],
  ];
  for (const [version, fits] of VERSIONS) {
    it(`${fits ? 'is' : 'is not'} the machine's own ${version}`, () => expect(satisfies(version, engines.node)).toBe(fits));
  }

  it('looks at the patch too', () => {
    expect(satisfies('24.15.1', '^24.15.2')).toBeFalse();
    expect(satisfies('24.15.2', '^24.15.2')).toBeTrue();
  });

  const { packages } = json('tooling/runtime/package-lock.json');
  for (const [platform, arch] of [
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['win32', 'x64'],
  ]) {
    it(`is locked for ${platform} on ${arch} in a version that fits`, () => {
      const entry = packages[`node_modules/${runtimePackage(platform, arch)}`];
      expect(satisfies(entry.version, engines.node)).toBeTrue();
      expect([entry.os].flat()).toEqual([platform]);
      expect([entry.cpu].flat()).toEqual([arch]);
    });
  }

  it('comes with an npm that needs no other Node', () => {
    expect(packages['node_modules/npm'].version).toMatch(/^11\./);
  });
});

describe('The environment of a task', () => {
  const runtime = { node: join('/r', 'bin', 'node'), npm: join('/r', 'node_modules', 'npm', 'bin', 'npm-cli.js') };

  it('finds the chosen Node, then the programs of the project, then those of the machine', () => {
    const { PATH } = environmentFor(runtime, '/p', { PATH: '/usr/bin' });
    expect(PATH.split(delimiter)).toEqual([
      join('/r', 'bin'),
      join('/p', 'node_modules/.bin'),
      join('/r', 'node_modules', '.bin'),
      '/usr/bin',
    ]);
  });

  it('has no trace of the npm that was started, and keeps what the person set', () => {
    const outer = {
      PATH: '',
      npm_lifecycle_event: 'start',
      npm_config_local_prefix: '/x',
      npm_config_registry: 'https://r.example/',
      DEMO: '1',
    };
    const env = environmentFor(runtime, '/p', outer);
    expect(Object.keys(env).sort()).toEqual(['DEMO', 'NODE', 'PATH', 'npm_config_registry', 'npm_execpath']);
    expect(env.npm_execpath).toBe(runtime.npm);
  });
});

describe('Seconds on screen', () => {
  for (const [milliseconds, text] of [
    [340, '0.3 s'],
    [9_940, '9.9 s'],
    [9_960, '10 s'],
    [59_000, '59 s'],
    [125_000, '2 min 5 s'],
  ]) {
    it(`are ${text} for ${milliseconds} ms`, () => expect(elapsed(0, milliseconds)).toBe(text));
  }
});

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const json = (file) => JSON.parse(readFileSync(`${root}${file}`, 'utf8'));

for (const folder of ['', 'tooling/runtime/', 'tooling/browser/']) {
  describe(`${folder}package-lock.json`, () => {
    const lock = json(`${folder}package-lock.json`);
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

    it('carries no download addresses, so that any registry serves it', () => {
      expect(packages.length).toBeGreaterThan(1);
      expect(packages.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
      expect(readFileSync(`${root}${folder}.npmrc`, 'utf8')).toContain('omit-lockfile-registry-resolved=true');
    });

    it('locks every optional package that a package names, without which npm ci stops', () => {
      const nameOf = (path) => path.split('node_modules/').at(-1);
      const locked = new Set(packages.map(([path]) => nameOf(path)));
      const wanted = packages.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
      expect([...new Set(wanted)].filter((name) => !locked.has(name))).toEqual([]);
    });

    it('says what every package must contain', () => {
      const unchecked = packages.filter(([, entry]) => !entry.integrity && !entry.link && !entry.inBundle);
      expect(unchecked.map(([path]) => path)).toEqual([]);
    });

    it('locks what package.json asks for', () => {
      const { dependencies, devDependencies, optionalDependencies } = json(`${folder}package.json`);
      const { dependencies: d, devDependencies: dev, optionalDependencies: optional } = lock.packages[''];
      expect({ dependencies: d, devDependencies: dev, optionalDependencies: optional }).toEqual({
        dependencies,
        devDependencies,
        optionalDependencies,
      });
    });
  });
}

describe('package.json', () => {
  const { scripts, engines, devEngines, devDependencies, dependencies } = json('package.json');

  it('starts every task with the launcher, which needs nothing installed', () => {
    expect(Object.keys(scripts)).toContain('start');
    for (const [task, command] of Object.entries(scripts)) expect(command).toBe(`node tooling/run.mjs ${task}`);
  });

  it('does not stop an older Node before the launcher can help it', () => {
    expect(devEngines).toBeUndefined();
    expect(readFileSync(`${root}.npmrc`, 'utf8')).not.toContain('engine-strict');
    expect(engines.node).toMatch(/^\^\d+\.\d+\.\d+( \|\| \^\d+\.\d+\.\d+)*$/);
  });

  it('names versions exactly', () => {
    const open = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
    expect(open).toEqual([]);
  });

  it('is followed by a check of changes that needs no more than npm test', () => {
    const commands = readFileSync(`${root}.ci/run`, 'utf8')
      .split('\n')
      .filter((line) => line && !/^(#|set |cd )/.test(line));
    expect(commands).toEqual(['CI=true exec npm test']);
    expect(existsSync(`${root}.ci/run`)).toBeTrue();
  });
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const EXPORTED = /^export (?:abstract |async )?(?:class|interface|type|function|const) (\w+)/gm;
/** The API's rooms have names of their own for some things; what stands in `platform` is read in all of them. */
const PLACES = ['libs/domain', 'libs/contracts', 'libs/charts', 'libs/ui', 'libs/embedded-postgres', 'apps/api/src/platform'];

/** Each exported name with the files that export it. */
function namesIn(place) {
  const files = globSync(`${place}/**/*.ts`, { cwd: ROOT }).filter((path) => !/\.(spec|fixtures)\.ts$|\/node_modules\//.test(path));
  const pairs = files.flatMap((path) => [...readFileSync(join(ROOT, path), 'utf8').matchAll(EXPORTED)].map(([, name]) => ({ name, path })));
  return Map.groupBy(pairs, ({ name }) => name);
}

describe('an exported name', () => {
  for (const place of PLACES) {
    it(`has one meaning in ${place}`, () => {
      const names = namesIn(place);
      expect(names.size).toBeGreaterThan(10);
      const twice = [...names].filter(([, pairs]) => new Set(pairs.map(({ path }) => path)).size > 1);
      expect(twice.map(([name, pairs]) => `${name}: ${pairs.map(({ path }) => path).join(', ')}`)).toEqual([]);
    });
  }
});

import { globSync, readFileSync } from 'node:fs';
import { MEMORY } from './memory.js';

describe('what is kept in memory', () => {
  it('is 80 MiB for all caches together', () => {
    expect(Object.values(MEMORY).reduce((sum: number, bytes) => sum + bytes, 0)).toBe(80 * 1024 * 1024);
  });

  it('has no cache with a bound of its own', () => {
    const texts = globSync('apps/api/src/**/*.ts', { exclude: ['**/*.spec.ts'] }).map((file) => readFileSync(file, 'utf8'));
    const caches = texts.filter((text) => /new LRUCache\b/.test(text));
    expect(caches.length).toBeGreaterThan(1);
    for (const text of caches) expect(text).toMatch(/\bMEMORY\.\w+/);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withSourceLines } from './source-lines.mjs';

describe('A stack of compiled code', () => {
  let folder;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'slusen-map-'));
    // Line 1, column 1 of x.mjs is line 3, column 1 of x.spec.ts.
    writeFileSync(join(folder, 'x.mjs.map'), JSON.stringify({ version: 3, sources: ['../src/x.spec.ts'], names: [], mappings: 'AAEA' }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (file, place) => `    at UserContext.<anonymous> (${pathToFileURL(join(folder, file)).href}:${place})`;

  it('is shown in lines of its source', () => {
    expect(withSourceLines(at('x.mjs', '1:1'))).toBe(`    at UserContext.<anonymous> (${join(folder, '../src/x.spec.ts')}:3:1)`);
  });

  it('is left as it is where there is no map', () => {
    const stack = `Error: no\n${at('y.mjs', '1:1')}\n    at node:internal/timers:1:2`;
    expect(withSourceLines(stack)).toBe(stack);
    expect(withSourceLines(undefined)).toBe('');
  });
});

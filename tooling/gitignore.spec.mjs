import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

describe('.gitignore', () => {
  it('leaves no folder of sources out: what is made at the top is named from the top, as /data/', () => {
    const lines = readFileSync(`${root}.gitignore`, 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    const anywhere = new Set(lines.filter((line) => /^[^/]+\/$/.test(line)).map((line) => line.slice(0, -1)));
    const isMade = (path) => /(^|[\\/])(node_modules|\.angular|\.nx)([\\/]|$)/.test(path);
    const folders = globSync('{apps,libs,tooling,docs,docker}/**/*/', { cwd: root, exclude: isMade })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !isMade(path));
    expect(folders.length).toBeGreaterThan(20);
    expect(folders.filter((path) => path.split('/').some((name) => anywhere.has(name)))).toEqual([]);
  });
});

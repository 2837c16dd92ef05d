/**
 * Compiles and runs Jasmine specs: `node tooling/specs.mjs [FOLDER or FILE …]` (default: all but the browser journeys).
 * Exits 1 when one fails; a run without a single spec is a failure too.
 */
import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import Jasmine from 'jasmine';
import { compile } from './compile.mjs';

const root = new URL('../', import.meta.url).pathname;
const wanted = process.argv.slice(2);
const files = globSync('{libs,apps,tooling}/**/*.spec.{ts,mjs}', { cwd: root, exclude: (name) => name === 'node_modules' || name === 'dist' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => (wanted.length ? wanted.some((w) => file.startsWith(w.replace(/^\.\//, ''))) : !file.startsWith('apps/dashboard')));
const folder = `${root}dist/specs/${process.pid}`;
try {
  const compiled = files.filter((file) => file.endsWith('.ts'));
  await compile(Object.fromEntries(compiled.map((file) => [file.replace(/\.ts$/, ''), file])), folder);
  const jasmine = new Jasmine({ projectBaseDir: root });
  jasmine.loadConfig({ random: true, stopSpecOnExpectationFailure: false, forbidDuplicateNames: false });
  jasmine.exitOnCompletion = false;
  const result = await jasmine.execute([
    ...compiled.map((file) => `${folder}/${file.replace(/\.ts$/, '.mjs')}`),
    ...files.filter((file) => file.endsWith('.mjs')).map((file) => `${root}${file}`),
  ]);
  process.exitCode = result.overallStatus === 'passed' ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

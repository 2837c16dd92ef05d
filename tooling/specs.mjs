/**
 * Compiles Jasmine specs once and runs them in several processes: `node tooling/specs.mjs [FOLDER or FILE …]` (default: all
 * but the browser journeys). Exits 1 when one fails; a run without a single spec is a failure too. With SPECS_REPORT=FILE
 * the counts are saved there as JSON: `{ passed, failed, pending }`. With SPECS_OUT=FOLDER they are compiled beside the
 * build of that folder.
 */
import { globSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.mjs';
import { runInParallel } from './specs/parallel.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, process.env.SPECS_OUT ?? 'dist', 'specs', String(process.pid));
const JOURNEYS = 'apps/dashboard-e2e/';
const SERVER = 'libs/embedded-postgres/src/testing/test-server';

/** The spec files under the wanted path prefixes, relative to the root; all but the journeys when none is named. */
function specFiles(wanted) {
  const isSource = (name) => name !== 'node_modules' && name !== 'dist';
  return globSync('{libs,apps,tooling}/**/*.spec.{ts,mjs}', { cwd: root, exclude: (name) => !isSource(name) })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => (wanted.length ? wanted.some((w) => file.startsWith(w.replace(/^\.\//, ''))) : !file.startsWith(JOURNEYS)));
}

async function run(files) {
  const compiled = files.filter((file) => file.endsWith('.ts')).map((file) => file.replace(/\.ts$/, ''));
  if (compiled.length) await compile(Object.fromEntries([...compiled, SERVER].map((name) => [name, `${name}.ts`])), folder);
  const server = await databaseFor(files);
  try {
    const built = compiled.map((name) => join(folder, `${name}.mjs`));
    const plain = files.filter((file) => file.endsWith('.mjs')).map((file) => join(root, file));
    return await runInParallel([...built, ...plain]);
  } finally {
    await server?.stop();
  }
}

/** One server for the databases of all suites, each of which is made in the process that runs it. */
async function databaseFor(files) {
  if (process.env.TEST_DATABASE_URL || !files.some((file) => file.endsWith('.api.spec.ts'))) return undefined;
  const { temporaryServer } = await import(join(folder, `${SERVER}.mjs`));
  const server = await temporaryServer();
  process.env.TEST_DATABASE_URL = server.adminUrl;
  return server;
}

async function main() {
  try {
    const report = await run(specFiles(process.argv.slice(2)));
    console.log(['The slowest specs:', ...report.slowest()].join('\n'));
    if (process.env.SPECS_REPORT) writeFileSync(process.env.SPECS_REPORT, JSON.stringify(report.counts));
    return report.counts.failed === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exit(await main());

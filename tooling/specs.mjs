/**
 * Compiles Jasmine specs once and runs them in several processes: `node tooling/specs.mjs [OPTIONS] [FOLDER or FILE …]`
 * (default: all but the browser journeys). Exits 1 when one fails; a run without a single spec is a failure too.
 *
 * --pure, --database  only those that need no database, or only those that do
 * --report=FILE       saves the counts there as JSON: `{ passed, failed, pending }`
 * --out=FOLDER        compiles beside the build of that folder (default: dist)
 */
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compile } from './compile.mjs';
import { temporaryFolder } from './launcher/temporary-folder.mjs';
import { runInParallel } from './specs/parallel.mjs';
import { PROGRAMS } from './tasks/build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pure: { type: 'boolean' },
    database: { type: 'boolean' },
    report: { type: 'string' },
    out: { type: 'string', default: 'dist' },
  },
});
// Every process of the run goes by it.
process.env.TMPDIR = temporaryFolder();
const folder = join(root, options.out, 'specs', String(process.pid));
const JOURNEYS = 'apps/dashboard-e2e/';
const SERVER = 'libs/embedded-postgres/src/testing/test-server';

const usesDatabase = (file) => file.endsWith('.api.spec.ts');
/** Specs of components run in a browser: tooling/component-specs.mjs. */
const isInBrowser = (file) => file.endsWith('.dom.spec.ts');

/** The spec files under the wanted path prefixes, relative to the root; all but the journeys when none is named. */
function specFiles(wanted) {
  const isSource = (name) => name !== 'node_modules' && name !== 'dist';
  return globSync('{libs,apps,tooling}/**/*.spec.{ts,mjs}', { cwd: root, exclude: (name) => !isSource(name) })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !isInBrowser(file))
    .filter((file) => (wanted.length ? wanted.some((w) => file.startsWith(w.replace(/^\.\//, ''))) : !file.startsWith(JOURNEYS)))
    .filter((file) => !(options.pure && usesDatabase(file)) && !(options.database && !usesDatabase(file)));
}

async function run(files) {
  const compiled = files.filter((file) => file.endsWith('.ts')).map((file) => file.replace(/\.ts$/, ''));
  const sources = Object.fromEntries([...compiled, SERVER].map((name) => [name, `${name}.ts`]));
  if (compiled.length) await compile({ ...sources, ...PROGRAMS }, folder);
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
  if (process.env.TEST_DATABASE_URL || !files.some(usesDatabase)) return undefined;
  const { temporaryServer } = await import(join(folder, `${SERVER}.mjs`));
  const server = await temporaryServer();
  process.env.TEST_DATABASE_URL = server.adminUrl;
  return server;
}

async function main() {
  try {
    const report = await run(specFiles(positionals));
    console.log(['The slowest specs:', ...report.slowest()].join('\n'));
    if (options.report) save(report.counts);
    return report.counts.failed === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function save(counts) {
  const file = resolve(root, options.report);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}

process.exit(await main());

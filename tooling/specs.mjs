/**
 * Compiles and runs Jasmine specs: `node tooling/specs.mjs [FOLDER or FILE …]` (default: all but the browser journeys).
 * Exits 1 when one fails; a run without a single spec is a failure too. With SPECS_REPORT=FILE the counts are saved there
 * as JSON: `{ passed, failed, pending }`. With SPECS_OUT=FOLDER they are compiled beside the build of that folder.
 */
import { globSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Jasmine from 'jasmine';
import { compile } from './compile.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, process.env.SPECS_OUT ?? 'dist', 'specs', String(process.pid));
const JOURNEYS = 'apps/dashboard-e2e/';

/** The spec files under the wanted path prefixes, relative to the root; all but the journeys when none is named. */
function specFiles(wanted) {
  const isSource = (name) => name !== 'node_modules' && name !== 'dist';
  return globSync('{libs,apps,tooling}/**/*.spec.{ts,mjs}', { cwd: root, exclude: (name) => !isSource(name) })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => (wanted.length ? wanted.some((w) => file.startsWith(w.replace(/^\.\//, ''))) : !file.startsWith(JOURNEYS)));
}

/** Counts what ran. An error outside every spec (an afterAll, a file that does not load) is a failure of its own. */
class Counts {
  constructor() {
    Object.assign(this, { passed: 0, failed: 0, pending: 0 });
  }
  specDone({ status }) {
    if (status === 'excluded') return;
    this[status] += 1;
  }
  suiteDone({ failedExpectations }) {
    this.failed += failedExpectations.length;
  }
  jasmineDone({ failedExpectations, overallStatus }) {
    this.failed += failedExpectations.length;
    if (overallStatus !== 'passed' && this.failed === 0) this.failed = 1;
  }
}

async function run(files) {
  const compiled = files.filter((file) => file.endsWith('.ts'));
  if (compiled.length) await compile(Object.fromEntries(compiled.map((file) => [file.replace(/\.ts$/, ''), file])), folder);
  const jasmine = new Jasmine({ projectBaseDir: root });
  jasmine.loadConfig({ random: true, stopSpecOnExpectationFailure: false, forbidDuplicateNames: false });
  jasmine.exitOnCompletion = false;
  const counts = new Counts();
  jasmine.addReporter(counts);
  const built = compiled.map((file) => join(folder, file.replace(/\.ts$/, '.mjs')));
  const plain = files.filter((file) => file.endsWith('.mjs')).map((file) => join(root, file));
  const result = await jasmine.execute([...built, ...plain]);
  if (process.env.SPECS_REPORT) writeFileSync(process.env.SPECS_REPORT, JSON.stringify(counts));
  return result.overallStatus === 'passed' ? 0 : 1;
}

/** A spec that forgot to close something must not hang the run, nor pass unnoticed. */
function endSoon() {
  const seconds = 20;
  const report = () => {
    console.error(`A spec left something running (${process.getActiveResourcesInfo().join(', ')}): ended after ${seconds} s.`);
    process.exit(1);
  };
  setTimeout(report, seconds * 1000).unref();
}

try {
  process.exitCode = await run(specFiles(process.argv.slice(2)));
} finally {
  await rm(folder, { recursive: true, force: true });
  endSoon();
}

/**
 * Compiles the component specs (`*.dom.spec.ts`) as Angular compiles the dashboard and runs them in a Chromium, on a page of
 * 127.0.0.1: `node tooling/component-specs.mjs [FOLDER or FILE …]`. Exits 1 when one fails; a run without a single spec is a
 * failure too. With SPECS_REPORT=FILE the counts are saved there as JSON: `{ passed, failed, pending }`.
 */
import { globSync, writeFileSync } from 'node:fs';
import { compileComponentSpecs } from './component-specs/compile.mjs';
import { runInChromium } from './component-specs/run.mjs';
import { sayFailure } from './launcher/progress.mjs';
import { root } from './tasks/build.mjs';

/** The component specs under the wanted path prefixes, relative to the root; all when none is named. */
function specFiles(wanted) {
  return globSync('{apps/dashboard,libs/ui}/src/**/*.dom.spec.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => wanted.length === 0 || wanted.some((prefix) => file.startsWith(prefix.replace(/^\.\//, ''))))
    .sort();
}

async function run() {
  const counts = await runInChromium(await compileComponentSpecs(specFiles(process.argv.slice(2))));
  if (process.env.SPECS_REPORT) writeFileSync(process.env.SPECS_REPORT, JSON.stringify(counts));
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

run().then(
  (code) => (process.exitCode = code),
  (error) => {
    sayFailure(error);
    process.exitCode = 1;
  },
);

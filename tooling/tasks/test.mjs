/**
 * `npm test`: lint, types, build, specs and journeys in a browser. Every stage runs though an earlier one failed, unless
 * it needs what that one makes. Ends with `N passed, N failed` on a line of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInFront } from '../launcher/child.mjs';
import { StepError, elapsed, say, sayFailure, step } from '../launcher/progress.mjs';
import { build, root } from './build.mjs';
import { checkTemplates, checkTypes, lintAll } from './checks.mjs';
import { runJourneys } from './journeys.mjs';

/** A build of its own, so that a running `npm start` keeps its files; the application knows its build by the name `dist`. */
const OUT = 'tmp/test/dist';

/** Gives the exit code: 0 only when something passed and nothing failed. */
export async function test() {
  const since = Date.now();
  const scratch = await mkdtemp(join(tmpdir(), 'slusen-npm-test-'));
  try {
    const total = await runStages(scratch);
    say(`All stages took ${elapsed(since)}.`);
    process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
    return total.failed === 0 && total.passed > 0 ? 0 : 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function runStages(scratch) {
  const total = { passed: 0, failed: 0 };
  const add = (counts) => {
    total.passed += counts.passed;
    total.failed += counts.failed;
    return counts.failed === 0;
  };
  add(await check('Lint', lintAll));
  add(await check('Types', checkTypes));
  add(await check('Types of the dashboard and its templates', checkTemplates));
  const isBuilt = add(await counted(() => build(OUT)));
  add(await specs('Specs', scratch, { paths: [], env: {} }));
  if (process.env.SKIP_BROWSER === '1') say('- Browser journeys left out, since SKIP_BROWSER=1');
  else if (isBuilt) add(await journeys(scratch));
  else say('- Browser journeys left out, since the build failed');
  return total;
}

/** One check with a line of its own. */
function check(title, work) {
  return counted(() => step(title, work));
}

/** Counts work as one: passed, or failed with its sentence. */
async function counted(work) {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    sayFailure(error);
    return { passed: 0, failed: 1 };
  }
}

/** The journeys in a browser; what keeps them from starting (no browser, no application) counts as one failure. */
async function journeys(scratch) {
  try {
    const run = (env) => specs('Browser journeys', scratch, { paths: ['apps/dashboard-e2e/'], env });
    return await runJourneys({ out: OUT, scratch, run });
  } catch (error) {
    sayFailure(error);
    return { passed: 0, failed: 1 };
  }
}

/** Runs specs with a data folder of their own and reads the counts they leave; a run that leaves none is one failure. */
async function specs(title, scratch, { paths, env }) {
  const report = join(scratch, `${title}.json`);
  const since = Date.now();
  say(`… ${title}`);
  const code = await runInFront(process.execPath, [join(root, 'tooling/specs.mjs'), ...paths], {
    cwd: root,
    env: { ...process.env, DATA_DIR: join(scratch, 'data'), ...env, SPECS_REPORT: report, SPECS_OUT: OUT },
  });
  if (code > 128) throw new StepError('the tests were interrupted.');
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { passed: 0, failed: 1 };
  say(`${counts.failed === 0 ? '✓' : '✗'} ${title}: ${counts.passed} passed, ${counts.failed} failed (${elapsed(since)})`);
  return counts;
}

/**
 * `npm test`: lint, types, build, specs and journeys in a browser. Every stage runs though an earlier one failed, unless
 * it needs what that one makes. Ends with `N passed, N failed` on a line of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInFront } from '../launcher/child.mjs';
import { StepError, elapsed, say, sayFailure, step } from '../launcher/progress.mjs';
import { temporaryFolder } from '../launcher/temporary-folder.mjs';
import { build, root } from './build.mjs';
import { checkTypes, lintAll, mayUseCache, pureSpecs } from './checks.mjs';
import { runJourneys } from './journeys.mjs';
import { COUNTED, testLines } from './test-lines.mjs';

/** A build of its own, so that a running `npm start` keeps its files; the application knows its build by the name `dist`. */
const OUT = 'tmp/test/dist';

const NONE = { passed: 0, failed: 0 };
const ONE_FAILURE = { passed: 0, failed: 1 };

/** Gives the exit code: 0 only when something passed and nothing failed. */
export async function test() {
  const since = Date.now();
  const scratch = await mkdtemp(join(temporaryFolder(), 'slusen-npm-test-'));
  try {
    const stages = await runStages(scratch);
    const total = sum(stages.map(({ counts }) => counts));
    [COUNTED, ...testLines().map((line) => `  ${line}`)].forEach(say);
    say(`All stages took ${elapsed(since)}: ${stages.map(({ title, took }) => `${title} ${took}`).join(', ')}.`);
    process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
    return total.failed === 0 && total.passed > 0 ? 0 : 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Lint keeps one processor busy, types and build the other; specs and journeys take both. */
async function runStages(scratch) {
  const [lint, [types, built]] = await Promise.all([
    stage('lint', () => check('Lint', lintAll)),
    stage('types', () => check('Types', checkTypes)).then(async (types) => [types, await stage('build', () => counted(() => build(OUT)))]),
  ]);
  const specs = await stage('specs', () => allSpecs(scratch));
  const components = await stage('components', () => componentSpecs(scratch));
  const journeys = await stage('journeys', () => allJourneys(scratch, built.counts.failed === 0));
  return [lint, types, built, specs, components, journeys];
}

/** Gives the counts of a stage with its title and how long it took. */
async function stage(title, work) {
  const since = Date.now();
  return { title, counts: await work(), took: elapsed(since) };
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
    return ONE_FAILURE;
  }
}

/** Where results may be kept, the specs without a database are run by Nx, which knows those whose files are unchanged. */
async function allSpecs(scratch) {
  if (!mayUseCache) return specs('Specs', scratch, { args: [], env: {} });
  const pure = (await pureSpecs()).map(countsIn);
  return sum([...pure, await specs('Specs with a database', scratch, { args: ['--database'], env: {} })]);
}

/** What components show and do, in a browser but without an application. */
async function componentSpecs(scratch) {
  if (process.env.SKIP_BROWSER === '1') return leftOut('Specs of components', 'SKIP_BROWSER=1');
  const report = join(scratch, 'components.json');
  const since = Date.now();
  say('… Specs of components');
  await runInFront(process.execPath, [join(root, 'tooling/component-specs.mjs')], {
    cwd: root,
    env: { ...process.env, SPECS_REPORT: report },
  });
  return told('Specs of components', countsIn(report), since);
}

/** The journeys in a browser; what keeps them from starting (no browser, no application) counts as one failure. */
async function allJourneys(scratch, isBuilt) {
  if (process.env.SKIP_BROWSER === '1') return leftOut('Browser journeys', 'SKIP_BROWSER=1');
  if (!isBuilt) return leftOut('Browser journeys', 'the build failed');
  try {
    const run = (env) => specs('Browser journeys', scratch, { args: ['apps/dashboard-e2e/'], env });
    return await runJourneys({ out: OUT, scratch, run });
  } catch (error) {
    sayFailure(error);
    return ONE_FAILURE;
  }
}

function leftOut(title, reason) {
  say(`- ${title} left out, since ${reason}`);
  return NONE;
}

/** Runs specs with a data folder of their own and reads the counts they leave; a run that leaves none is one failure. */
async function specs(title, scratch, { args, env }) {
  const report = join(scratch, `${title}.json`);
  const since = Date.now();
  say(`… ${title}`);
  const code = await runInFront(process.execPath, [join(root, 'tooling/specs.mjs'), `--report=${report}`, `--out=${OUT}`, ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: join(scratch, 'data'), ...env },
  });
  if (code > 128) throw new StepError('the tests were interrupted.');
  return told(title, countsIn(report), since);
}

/** Says how a run went and gives its counts. */
function told(title, counts, since) {
  say(`${counts.failed === 0 ? '✓' : '✗'} ${title}: ${counts.passed} passed, ${counts.failed} failed (${elapsed(since)})`);
  return counts;
}

function countsIn(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : ONE_FAILURE;
}

function sum(counts) {
  return counts.reduce((total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }), NONE);
}

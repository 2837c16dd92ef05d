/**
 * Checks that need no running application: lint (layout, boundaries, cycles, templates, sizes, what is unused), types, and the
 * specs without a database.
 */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runInFront, runQuietly } from '../launcher/child.mjs';
import { QUIET, root } from './build.mjs';

const bin = (file) => join(root, 'node_modules', file);
const ESLINT = bin('eslint/bin/eslint.js');
const PRETTIER = bin('prettier/bin/prettier.cjs');
const NX = bin('nx/dist/bin/nx.js');
const PARALLEL = [`--parallel=${availableParallelism()}`];
const KNIP = bin('knip/bin/knip.js');
/** What only specs use counts as unused, unless its comment says @internal. */
const UNUSED = ['--production', '--no-progress'];
const inRoot = (options = {}) => ({ cwd: root, env: { ...process.env, ...QUIET, ...options } });

/** `npm run lint [-- --fix PATH]`: the findings in front of the person; gives ESLint's exit code. */
export async function lint(args) {
  await freshGraph();
  const paths = args.filter((arg) => !arg.startsWith('-'));
  const layout = [args.includes('--fix') ? '--write' : '--check', '--log-level=warn', ...(paths.length ? paths : ['.'])];
  const codes = [
    await runInFront(process.execPath, [PRETTIER, ...layout], inRoot()),
    await runInFront(process.execPath, [ESLINT, '--max-warnings=0', ...(args.length ? args : ['.'])], inRoot()),
    ...(paths.length ? [] : [await runInFront(process.execPath, [KNIP, ...UNUSED], inRoot())]),
  ];
  return Math.max(...codes);
}

/**
 * Whether checks whose inputs are unchanged may be skipped: on a person's own machine, never where a change is judged. There
 * they are also made at once for all projects, which one process does in a third of the time that ten need.
 */
export const mayUseCache = !process.env.CI;

/** Lints the whole project; throws a StepError that ends with the findings. */
export async function lintAll() {
  await freshGraph();
  await quietly('unused', [KNIP, ...UNUSED], 'something is exported, kept or installed that nothing uses (knip.json says what begins).');
  if (mayUseCache) return inEachProject('lint', 'lint found something to mend.');
  await quietly('layout', [PRETTIER, '--check', '--log-level=warn', '.'], 'some files are not laid out: npm run lint -- --fix does it.');
  return quietly('lint', [ESLINT, '--max-warnings=0', '.'], 'lint found something to mend.');
}

/** Type-checks everything, the dashboard's templates too; throws a StepError. */
export async function checkTypes() {
  if (mayUseCache) return inEachProject('typecheck', 'the types do not fit.');
  await quietly('types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json'], 'the types do not fit.');
  return checkTemplates();
}

/** Type-checks the dashboard and its components with their templates and specs; throws a StepError. */
function checkTemplates() {
  const args = [bin('@angular/compiler-cli/bundles/src/bin/ngc.js'), '-p', join(root, 'apps/dashboard/tsconfig.json'), '--noEmit'];
  return quietly('templates', args, 'the types of the dashboard or its templates do not fit.');
}

/** Runs the specs that need no database, project by project; gives the file of counts that each of them leaves. */
export async function pureSpecs() {
  const reports = join(root, 'tmp/specs');
  await rm(reports, { recursive: true, force: true });
  await runInFront(process.execPath, [NX, 'run-many', '-t', 'test', ...PARALLEL], inRoot());
  const projects = execFileSync(process.execPath, [NX, 'show', 'projects', '--with-target=test'], { ...inRoot(), encoding: 'utf8' });
  return projects.trim().split(/\s+/).map((project) => join(reports, `${project}.json`)); // prettier-ignore
}

function inEachProject(target, sentence) {
  return quietly(target, [NX, 'run-many', '-t', target, '--output-style=static', ...PARALLEL], sentence);
}

/** The boundaries between projects are checked against Nx's stored graph, which may be older than the files. */
function freshGraph() {
  return quietly('graph', [NX, 'show', 'projects'], 'Nx could not read the projects.');
}

function quietly(name, args, sentence) {
  return runQuietly(process.execPath, args, { ...inRoot(), log: join(root, `tmp/log/${name}.log`), sentence });
}

/** Checks that need no running application: lint (layout, boundaries, cycles, templates, sizes) and types. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runInFront, runQuietly } from '../launcher/child.mjs';
import { QUIET, root } from './build.mjs';

const bin = (file) => join(root, 'node_modules', file);
const ESLINT = bin('eslint/bin/eslint.js');
const PRETTIER = bin('prettier/bin/prettier.cjs');
const inRoot = (options = {}) => ({ cwd: root, env: { ...process.env, ...QUIET, ...options } });

/** `npm run lint [-- --fix PATH]`: the findings in front of the person; gives ESLint's exit code. */
export async function lint(args) {
  await freshGraph();
  const paths = args.filter((arg) => !arg.startsWith('-'));
  const layout = [args.includes('--fix') ? '--write' : '--check', '--log-level=warn', ...(paths.length ? paths : ['.'])];
  const codes = [
    await runInFront(process.execPath, [PRETTIER, ...layout], inRoot()),
    await runInFront(process.execPath, [ESLINT, '--max-warnings=0', ...(args.length ? args : ['.'])], inRoot()),
  ];
  return Math.max(...codes);
}

/** Lints the whole project; throws a StepError that ends with the findings. */
export async function lintAll() {
  await freshGraph();
  await quietly('layout', [PRETTIER, '--check', '--log-level=warn', '.'], 'some files are not laid out: npm run lint -- --fix does it.');
  await quietly('lint', [ESLINT, '--max-warnings=0', '.'], 'lint found something to mend.');
}

/** Type-checks everything that runs on Node; throws a StepError. */
export function checkTypes() {
  return quietly('types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json'], 'the types do not fit.');
}

/** Type-checks the dashboard with its templates, specs too where they have a project of their own; throws a StepError. */
export async function checkTemplates() {
  for (const file of ['tsconfig.app.json', 'tsconfig.spec.json']) {
    const project = join(root, 'apps/dashboard', file);
    if (!existsSync(project)) continue;
    const args = [bin('@angular/compiler-cli/bundles/src/bin/ngc.js'), '-p', project, '--noEmit'];
    await quietly('templates', args, 'the types of the dashboard or its templates do not fit.');
  }
}

/** The boundaries between projects are checked against Nx's stored graph, which may be older than the files. */
function freshGraph() {
  return quietly('graph', [bin('nx/dist/bin/nx.js'), 'show', 'projects'], 'Nx could not read the projects.');
}

function quietly(name, args, sentence) {
  return runQuietly(process.execPath, args, { ...inRoot(), log: join(root, `tmp/log/${name}.log`), sentence });
}

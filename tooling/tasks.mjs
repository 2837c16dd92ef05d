/** The project's tasks, run by tooling/run.mjs with the Node and packages they need: `node tooling/tasks.mjs TASK [ARGS]`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endWithParent, runInFront } from './launcher/child.mjs';
import { StepError, sayFailure } from './launcher/progress.mjs';
import { HEAP, QUIET, YOUNG_HEAP, build, root } from './tasks/build.mjs';

/** Tasks that are a command of the application: each a file of apps/api/src/commands. */
const COMMANDS = {
  account: 'account',
  'machine-key': 'machine-key',
  'strategy:import': 'strategy-import',
  'strategy:export': 'strategy-export',
  'strategy:pdf': 'strategy-pdf',
  import: 'import',
  'export:all': 'export-all',
  'import:all': 'import-all',
  audit: 'audit',
  verify: 'verify',
  backup: 'backup',
  restore: 'restore',
  nightly: 'nightly',
  migration: 'migration',
};

/** Tasks that are a script beside this file and need the built application. */
const SCRIPTS = { bench: 'tooling/bench/bench.mjs', 'crash-test': 'tooling/crash-test/crash-test.mjs' };

const TASKS = {
  // The launcher has installed what it names by the time this runs.
  install: async () => 0,
  tasks: async () => (console.log(Object.keys(TASKS).join('\n')), 0),
  start: (args) => runBuilt('dist/api/main.mjs', args, HEAP),
  practice: (args) => runBuilt('dist/api/commands/practice.mjs', args, HEAP),
  dev: async (args) => (await import('./tasks/dev.mjs')).dev(args),
  build: async () => (await build('dist'), 0),
  lint: async (args) => (await import('./tasks/checks.mjs')).lint(args),
  nx: (args) =>
    runInFront(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), ...args], { cwd: root, env: { ...process.env, ...QUIET } }),
  specs: (args) => runInFront(process.execPath, [join(root, 'tooling/specs.mjs'), ...args], { cwd: root }),
  mutation: async (args) => (await import('./tasks/mutation.mjs')).mutation(args),
  test: async () => (await import('./tasks/test.mjs')).test(),
  ...Object.fromEntries(Object.entries(COMMANDS).map(([task, name]) => [task, (args) => runBuilt(`dist/api/commands/${name}.mjs`, args)])),
  ...Object.fromEntries(Object.entries(SCRIPTS).map(([task, file]) => [task, (args) => runBuilt(file, args)])),
};

async function runBuilt(file, args, flags = [YOUNG_HEAP]) {
  await build('dist');
  if (!existsSync(join(root, file))) throw new StepError(`${file} does not exist.`);
  return runInFront(process.execPath, [...flags, join(root, file), ...args], { cwd: root });
}

async function run([task = '', ...args]) {
  if (!Object.hasOwn(TASKS, task)) throw new StepError(`there is no task "${task}"; there are: ${Object.keys(TASKS).join(', ')}.`);
  return TASKS[task](args);
}

if (process.env.SLUSEN_LAUNCHER === String(process.ppid)) endWithParent();

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    sayFailure(error);
    process.exit(1);
  },
);

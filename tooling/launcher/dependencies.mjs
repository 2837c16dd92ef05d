/** The project's packages, installed exactly as locked, and only when the lock or the Node has changed since last time. */
import { existsSync } from 'node:fs';
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
  const isInstalled = () => isFresh(stamp, hash);
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

function install(root, runtime) {
  return runQuietly(runtime.node, [runtime.npm, 'ci', '--ignore-scripts', '--prefer-offline', '--include=dev', '--include=optional'], {
    cwd: root,
    env: environmentFor(runtime, root),
    log: join(root, 'tmp/log/install.log'),
    sentence: 'the packages could not be installed; is the package registry within reach?',
  });
}

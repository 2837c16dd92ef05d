/** Stamps: a file that holds the hash of what a step was made from, so that a step whose inputs are unchanged is skipped. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Hash (hex) of texts and of the contents and names of files, in the order given; a missing file counts as absent. */
export function hashOf({ texts = [], files = [], root = '' }) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`text ${text}\0`);
  for (const file of files) {
    hash.update(`file ${relative(root, file).replaceAll('\\', '/')}\0`);
    hash.update(contentOf(file));
  }
  return hash.digest('hex');
}

/** All files under a folder whose path `isWanted` accepts, sorted; an absent folder has none. */
export function filesUnder(folder, isWanted = () => true) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  const found = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules' || !isWanted(path)) continue;
    if (entry.isDirectory()) found.push(...filesUnder(path, isWanted));
    else found.push(path);
  }
  return found;
}

/** Whether the stamp says that the step was finished with these inputs. */
export function isFresh(stamp, hash) {
  try {
    return readFileSync(stamp, 'utf8').trim() === hash;
  } catch {
    return false;
  }
}

/** Runs a step between two facts: no stamp while it runs, the stamp when it is finished. A killed step leaves none. */
export async function stamped(stamp, hash, work) {
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${hash}\n`);
}

function contentOf(file) {
  try {
    return statSync(file).isFile() ? readFileSync(file) : 'not a file';
  } catch {
    return 'absent';
  }
}

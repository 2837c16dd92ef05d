/** Where tests keep what they throw away. */
import { readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const IN_MEMORY = '/dev/shm';
/** What the databases of a whole run hold at the same time is a quarter of it. */
const ROOM = 4 * 2 ** 30;

/**
 * The folder for temporary files: in memory where Linux offers one with enough room, from which programs may run, and somebody has named no
 * other (TMPDIR); else the system's. A database is copied there in 20 ms and not in 600, and specs make one for each suite.
 * @param where what to go by instead of this machine
 */
export function temporaryFolder({ folder = IN_MEMORY, available = process.availableMemory(), mounts = readMounts } = {}) {
  return process.env.TMPDIR || !isRoomy(folder) || available < 2 * ROOM || mayNotRun(folder, mounts()) ? tmpdir() : folder;
}

function isRoomy(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/** Containers often forbid to run programs there, and the database's are beside its data. */
function mayNotRun(folder, mounts) {
  const options = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .find(([, place]) => place === folder)?.[3];
  return options === undefined || options.split(',').some((option) => option === 'noexec' || option === 'ro');
}

function readMounts() {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return '';
  }
}

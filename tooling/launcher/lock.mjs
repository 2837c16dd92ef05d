/** A lock between processes: one file that names its holder. Plain JavaScript for Node 18 and later, no packages. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A holder renews its file this often; one that has been silent for `SILENCE` is gone even if its pid lives in another process. */
const RENEWAL = 2_000;
const SILENCE = 60_000;

/** Whether a process of that pid is alive. EPERM means alive, owned by someone else. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Runs `work` while holding the lock `file`, and gives what it returns. Waits while a living process holds it
 * (`onWait(pid)` is called once), and takes the lock from one that died.
 */
export async function withLock(file, work, onWait = () => undefined) {
  mkdirSync(dirname(file), { recursive: true });
  await take(file, onWait);
  const release = () => rmSync(file, { force: true });
  const renewal = setInterval(() => touch(file), RENEWAL);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    process.off('exit', release);
    release();
  }
}

async function take(file, onWait) {
  for (let round = 0; !create(file); round++) {
    const holder = readHolder(file);
    if (holder?.isGone) removeStale(file, holder.text);
    else {
      if (round === 0 && holder) onWait(holder.pid);
      await sleep(200);
    }
  }
}

function create(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, `${process.pid}\n`);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** An empty file belongs to a process that is about to write its pid, or that died in between: silence decides. */
function readHolder(file) {
  try {
    const text = readFileSync(file, 'utf8');
    const pid = Number.parseInt(text, 10);
    const isSilent = Date.now() - statSync(file).mtimeMs > SILENCE;
    return { text, pid, isGone: isSilent || (Number.isInteger(pid) && !isAlive(pid)) };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Two who see the same dead holder must not both remove it, or the second would remove the first one's new lock. */
function removeStale(file, text) {
  const guard = `${file}.takeover`;
  if (!create(guard)) {
    if (readHolder(guard)?.isGone) rmSync(guard, { force: true });
    return;
  }
  try {
    const now = readHolder(file);
    if (now?.isGone && now.text === text) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The lock was taken over while this machine slept; the work goes on and its end removes nothing of value.
  }
}

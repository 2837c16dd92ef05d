import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type Launch } from './account.js';
import { type ServerLog } from './server-log.js';

/** How a database program ended. */
export interface Ended {
  /** Exit code, or null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A database program that runs, and where its messages begin in the log. */
export interface Started {
  readonly child: ChildProcess;
  readonly from: number;
}

/**
 * Starts a database program with its messages going to the log file: a pipe would break when this process is killed.
 * It leads its own session, so that Ctrl-C reaches the app only, which then stops the database when it has finished.
 */
export async function startProgram({ program, args, options }: Launch, log: ServerLog, cwd: string): Promise<Started> {
  const { handle, from } = await log.open();
  try {
    const stdio = ['ignore', handle.fd, handle.fd] as const;
    const child = spawn(program, args, {
      ...options,
      cwd,
      env: environment(),
      stdio: [...stdio],
      detached: true,
      windowsHide: true,
    });
    await once(child, 'spawn');
    return { child, from };
  } finally {
    await handle.close();
  }
}

/** Resolves when the program has ended. */
export async function ended(child: ChildProcess): Promise<Ended> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { code: child.exitCode, signal: child.signalCode };
}

/** Neither PG… variables nor the language of the user: messages are recognised by their English text. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

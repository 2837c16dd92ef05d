import { execFile, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Runnable } from './account.js';
import { readPidFile, trySignal } from './leftover.js';
import { ended, startProgram, type Ended } from './programs.js';
import { type ServerLog } from './server-log.js';
import { asArguments, serverSettings, type ServerOptions } from './settings.js';
import { DatabaseStartError, explainFailure } from './start-error.js';

const run = promisify(execFile);
/** Repairing itself after an interruption can take long; a server that has ended is noticed at once. */
const LONGEST_START_MS = 180_000;

/** What it takes to run a server on a cluster. */
export interface ServerPlan extends Runnable, ServerOptions {
  readonly cluster: string;
  readonly log: ServerLog;
}

/** One running database server, a child of this process. */
export class Postmaster {
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<Ended>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly plan: ServerPlan,
  ) {
    this.ended = ended(child);
    // The app decides how long the program lives, not its database.
    child.unref();
  }

  /** Number of its main process. */
  get pid(): number {
    return this.child.pid ?? 0;
  }

  /**
   * Starts a server and waits until it takes connections; throws DatabaseStartError when it ends before that, or when
   * it is no longer wanted, or after three minutes.
   */
  static async start(plan: ServerPlan, unwanted: AbortSignal): Promise<Postmaster> {
    const args = ['-D', plan.cluster, ...asArguments(serverSettings(plan))];
    const launch = plan.account.launch(plan.binaries.program('postgres'), args);
    const { child, from } = await startProgram(launch, plan.log, plan.cluster).catch((error: unknown) => {
      throw explainFailure(String(error), plan.cluster);
    });
    const server = new Postmaster(child, plan);
    const deadline = Date.now() + LONGEST_START_MS;
    while (!(await server.isReady())) {
      if (server.hasEnded()) throw server.whyItEnded(await plan.log.since(from));
      if (unwanted.aborted || Date.now() > deadline) {
        await server.stop();
        throw new DatabaseStartError('other', `The database in ${plan.cluster} was not ready in time.`);
      }
      await delay(20);
    }
    return server;
  }

  /** Ends all sessions and the server, within about 18 seconds in the worst case; at once when it has ended already. */
  async stop(): Promise<void> {
    this.child.ref();
    for (const [mode, seconds] of [
      ['fast', 10],
      ['immediate', 5],
      ['kill', 3],
    ] as const) {
      if (this.hasEnded()) return;
      await signalServer(this.plan, this.pid, mode);
      await Promise.race([this.ended, delay(seconds * 1000, undefined, { ref: false })]);
    }
  }

  /** For the end of the process, when nothing can be waited for: ends the server without closing its files. */
  abandon(): void {
    if (!this.hasEnded()) trySignal(this.pid, 'SIGQUIT');
  }

  private whyItEnded(output: string): DatabaseStartError {
    const { signalCode } = this.child;
    // A server that panics ends itself by a signal, and has said why.
    if (!signalCode || output.includes('PANIC: ')) return explainFailure(output, this.plan.cluster);
    return new DatabaseStartError('killed', `The database server was ended by ${signalCode} while it started.`);
  }

  private hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async isReady(): Promise<boolean> {
    const found = await readPidFile(this.plan.cluster);
    return found?.pid === this.pid && found.status === 'ready';
  }
}

/** Stops a server: `fast` closes its sessions and files, `immediate` and `kill` leave a repair to the next start. */
export async function signalServer(
  { binaries, cluster }: Pick<ServerPlan, 'binaries' | 'cluster'>,
  pid: number,
  mode: 'fast' | 'immediate' | 'kill',
): Promise<void> {
  // Windows knows no signals but kill; pg_ctl talks to the server in its own way.
  if (process.platform === 'win32' && mode !== 'kill') {
    await run(binaries.program('pg_ctl'), ['stop', '-D', cluster, '-m', mode, '-W']).catch(() => undefined);
    return;
  }
  trySignal(pid, ({ fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL' } as const)[mode]);
}

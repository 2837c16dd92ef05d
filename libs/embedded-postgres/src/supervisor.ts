import { setTimeout as delay } from 'node:timers/promises';
import { clearLeftover, endOrphans } from './leftover.js';
import { Postmaster, signalServer, type ServerPlan } from './postmaster.js';
import { DatabaseStartError, type StartFailure } from './start-error.js';

const LONGEST_CLEARING_MS = 15_000;
const FIRST_WAIT_MS = 100;
/** The app must find its database again within five seconds of its recovery. */
const LONGEST_WAIT_MS = 2_000;
const STABLE_AFTER_MS = 60_000;

/** These pass by themselves, or with a push. */
const PASSING: ReadonlySet<StartFailure> = new Set<StartFailure>(['killed', 'lock', 'shared-memory']);

/** Where the database says what happens to it; a logger of Nest, pino or the console fits. */
export interface DatabaseLog {
  info(message: string): void;
  warn(message: string): void;
}

/** Keeps one database server running: starts it, starts it again whenever it dies, and stops it in the end. */
export class Supervisor {
  private server: Postmaster | undefined;
  private restart: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();
  private wait = FIRST_WAIT_MS;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly plan: ServerPlan,
    private readonly log: DatabaseLog,
  ) {}

  /** Starts the server; throws DatabaseStartError when it cannot run. */
  async start(): Promise<void> {
    this.watch(await this.launch());
  }

  /** Calls `listener` whenever the server takes connections again after it died; returns how to end that. */
  onRestart(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Number of the server's main process, or undefined while there is none. */
  get pid(): number | undefined {
    return this.server?.pid;
  }

  /** Stops the server for good, in bounded time. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.restart;
    await this.server?.stop();
  }

  /** For the end of the process: ends the server without waiting for it. */
  abandon(): void {
    this.stopping.abort();
    this.server?.abandon();
  }

  private watch(server: Postmaster): void {
    this.server = server;
    const since = Date.now();
    void server.ended.then(({ code, signal }) => {
      if (this.stopping.signal.aborted) return;
      this.server = undefined;
      if (Date.now() - since > STABLE_AFTER_MS) this.wait = FIRST_WAIT_MS;
      this.log.warn(`The database ended unexpectedly (${signal ?? `code ${code}`}) and is started again.`);
      this.restart = this.startAgain();
    });
  }

  private async startAgain(): Promise<void> {
    for (let told = ''; ;) {
      await delay(this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
      if (this.stopping.signal.aborted) return;
      const result = await this.launch().catch((error: unknown) => String((error as Error).message ?? error));
      if (typeof result !== 'string') return this.announce(result);
      if (result !== told) this.log.warn(`${result} It is tried again until it succeeds.`);
      told = result;
    }
  }

  private announce(server: Postmaster): void {
    this.watch(server);
    this.log.info('The database runs again.');
    for (const listener of this.listeners) listener();
  }

  /** Starts a server, waiting while the lock or the shared memory of an earlier one clears. */
  private async launch(): Promise<Postmaster> {
    const { plan, stopping } = this;
    const deadline = Date.now() + LONGEST_CLEARING_MS;
    for (let attempt = 0; ; attempt += 1) {
      const stopped = await clearLeftover(plan.cluster, (pid, mode) => signalServer(plan, pid, mode));
      if (stopped) this.log.info(`A database server without an app was stopped (process ${stopped}).`);
      try {
        return await Postmaster.start(plan, stopping.signal);
      } catch (error) {
        const passes = error instanceof DatabaseStartError && PASSING.has(error.failure);
        if (!passes || stopping.signal.aborted || Date.now() > deadline) throw error;
        // A moment to end by themselves, as idle ones do; then as PostgreSQL asks its own to; then by force.
        if (attempt > 0) await endOrphans(plan.cluster, attempt < 5 ? 'SIGQUIT' : 'SIGKILL');
        await delay(200);
      }
    }
  }
}

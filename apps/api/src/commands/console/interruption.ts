import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { newClient } from '../../platform/connection.js';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
const AGAIN_AFTER_MS = 100;
const PATIENCE_MS = 5000;
const CONNECT_WITHIN_MS = 2000;

/** How the database knows the connections of this run of a command among all others. */
export const RUN_NAME = `slusen-command-${randomUUID()}`;
/** The connections for reading have the name with an ending. */
const CANCEL = 'select pg_cancel_backend(pid) from pg_stat_activity where starts_with(application_name, $1)';

/** Somebody ended the command before it was done; the message is for them. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  /** `gaveUp`: the work has ended, without storing anything. */
  constructor(
    readonly exitCode: number,
    { gaveUp }: { readonly gaveUp: boolean },
  ) {
    super(gaveUp ? 'Stopped; nothing was stored.' : 'Stopped; nothing was stored, unless it had just come to its end.');
  }
}

/**
 * Ctrl+C, or the system's wish that a command ends. Signals after the first change nothing: a terminal sends its own to everyone, and
 * whoever started the command may pass it on.
 */
export class Interruption {
  /** How the work under way is brought to give up; it is let go of when this has ended. */
  giveUp: () => Promise<void> = async () => {};
  private readonly asked = Promise.withResolvers<number>();

  /** Does the work, which a signal ends: then throws Interrupted, unless the work came to its end all the same. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    let exitCode: number | undefined;
    const offs = Object.entries(SIGNALS).map(([signal, code]) => {
      const hear = (): void => this.asked.resolve((exitCode ??= code));
      process.on(signal, hear);
      return () => process.off(signal, hear);
    });
    try {
      return await Promise.race([work(), this.untilGivenUp()]);
    } catch (error) {
      throw exitCode === undefined || error instanceof Interrupted ? error : new Interrupted(exitCode, { gaveUp: true });
    } finally {
      for (const off of offs) off();
    }
  }

  private async untilGivenUp(): Promise<never> {
    const exitCode = await this.asked.promise;
    // Where the database does not answer, the end of this program ends its connections.
    await this.giveUp().catch(() => undefined);
    throw new Interrupted(exitCode, { gaveUp: false });
  }
}

/**
 * Cancels what the database does for this run, again and again until the work has ended, since it may be between two statements. A
 * statement is not ended by the end of the program that sent it; a commit that has begun is finished, and the work then too.
 */
export async function cancelUntil(url: string, isOver: () => boolean): Promise<void> {
  const client = newClient(url, { connectionTimeoutMillis: CONNECT_WITHIN_MS, query_timeout: CONNECT_WITHIN_MS });
  const latest = Date.now() + PATIENCE_MS;
  try {
    await client.connect();
    for (; !isOver() && Date.now() < latest; await delay(AGAIN_AFTER_MS)) await client.query(CANCEL, [RUN_NAME]);
  } finally {
    await client.end();
  }
}

import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inBuild } from '../../platform/build-folder.js';

const MOST_OUTPUT = 4 * 1024 * 1024;

/** Runs the command `nightly` in a process of its own, since what it holds would be much beside the pages. */
@Injectable()
export class NightlyProcess implements OnModuleDestroy {
  private readonly logger = new Logger('nightly');
  private readonly stopping = new AbortController();
  private underWay: Promise<unknown> = Promise.resolve();

  /** Ends with the program; whoever does the job next begins anew. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.underWay;
  }

  /** One round, now. What is wrong is told in the log, and thrown. */
  run(command = inBuild('api', 'commands', 'nightly.mjs')): Promise<void> {
    const running = this.round(command);
    this.underWay = running.catch(() => undefined);
    return running;
  }

  private async round(command: string): Promise<void> {
    const { signal } = this.stopping;
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [command], { signal, maxBuffer: MOST_OUTPUT });
      this.logger.log(stdout.trim());
    } catch (error) {
      if (signal.aborted) throw new Error('The program stopped in the middle of the nightly backup or check.', { cause: error });
      const { stdout = '', stderr = '', message } = error as Error & { readonly stdout?: string; readonly stderr?: string };
      const told = `The nightly backup or check failed. ${`${stderr}${stdout}`.trim() || message}`;
      this.logger.error(told);
      throw new Error(told, { cause: error });
    }
  }
}

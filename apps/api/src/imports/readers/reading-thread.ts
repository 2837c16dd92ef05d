import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { besideThisCode } from '../../platform/build-folder.js';
import { ImportFault, type RowFault, type RowFaultCode } from '../import-fault.js';

/** What a program that reads files says where it refuses one. */
export interface Refused {
  readonly kind: 'refused';
  readonly faults: readonly RowFault[];
}

/** A program that reads a file, and what it is given. */
export interface ReadingProgram {
  readonly name: string;
  readonly wish: object;
  /** MiB of what it keeps. */
  readonly memory?: number | undefined;
  /** What a file is refused as that does not fit into its memory, or takes too long. */
  readonly tooLarge: RowFaultCode;
}

/** A hundred thousand rows take a few seconds; whatever takes as long as this is ended. */
const PATIENCE_MS = 120_000;
/** A hundred thousand rows of a workbook take about half of it. */
const MEMORY = 256;
/** MiB of what it drops again soon: what it reads is mostly that, and would fill as much as it may. */
const YOUNG = 6;

/** Reads a file beside everything else: pages go on answering meanwhile, and a file that is made to fill the memory fills only this thread's. */
export class ReadingThread<Answer extends { readonly kind: string }> {
  private readonly worker: Worker;

  constructor(private readonly program: ReadingProgram) {
    const { name, wish, memory = MEMORY } = program;
    this.worker = new Worker(besideThisCode('programs', `${name}.mjs`), {
      workerData: wish,
      // Of the settings, passwords among them, it needs none.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG },
    });
    // Told to whoever waits for an answer; without a listener it would end the whole program.
    this.worker.on('error', () => undefined);
  }

  /** What it says first. */
  first(): Promise<Answer> {
    return this.answer();
  }

  /** Asks it to go on. */
  next(): Promise<Answer> {
    const answer = this.answer();
    this.worker.postMessage('more');
    return answer;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  /** Throws ImportFault where the file is refused, the memory does not suffice, or it takes too long. */
  private async answer(): Promise<Answer> {
    try {
      const [answer] = (await once(this.worker, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [Answer | Refused];
      if (isRefused(answer)) throw new ImportFault(...answer.faults);
      return answer;
    } catch (error) {
      const { code, name } = error as NodeJS.ErrnoException;
      if (code === 'ERR_WORKER_OUT_OF_MEMORY' || name === 'AbortError')
        throw new ImportFault({ row: 1, code: this.program.tooLarge, facts: {} });
      throw error;
    }
  }
}

const isRefused = (answer: { readonly kind: string }): answer is Refused => answer.kind === 'refused';

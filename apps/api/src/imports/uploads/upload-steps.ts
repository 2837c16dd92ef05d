import { Injectable } from '@nestjs/common';
import { Jobs } from '../../jobs/jobs.js';
import { UploadHandlers, type ReviewedUpload } from '../upload-handlers.js';
import type { ImportUploadRow } from './import-upload.row.js';

/** What became of a file, and who made it so. */
export interface UploadNews extends Pick<ReviewedUpload, 'became' | 'reason'> {
  readonly by: string;
}

/** What follows from a step with a file, within its transaction: the job that does it, and whoever is told. */
@Injectable()
export class UploadSteps {
  constructor(
    private readonly jobs: Jobs,
    private readonly handlers: UploadHandlers,
  ) {}

  /** Has a job do what the state of the file says. */
  ask(id: string): Promise<void> {
    return this.jobs.ask('import.step', { upload: id });
  }

  /** Does what is asked for so. */
  handle(work: (id: string) => Promise<void>): void {
    this.jobs.handle('import.step', ({ upload }) => work(upload));
  }

  /** Tells whoever sent it. */
  tell({ id, fileName: file, accountId }: ImportUploadRow, { by, became, reason }: UploadNews): Promise<void> {
    return this.handlers.tell(by, { id, file, accountId, became, reason });
  }
}

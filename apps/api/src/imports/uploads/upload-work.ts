import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CheckUpload } from './check-upload.js';
import type { ImportUploadRow } from './import-upload.row.js';
import { PublishUpload } from './publish-upload.js';
import { Settled, UploadBench } from './upload-bench.js';
import { WithdrawRun } from './withdraw-run.js';

/** Does what takes its time with a file that was sent by the page: checks, publishes and withdraws it, each in one transaction. */
@Injectable()
export class UploadWork implements OnModuleInit {
  constructor(
    private readonly bench: UploadBench,
    private readonly checkUpload: CheckUpload,
    private readonly publishUpload: PublishUpload,
    private readonly withdrawRun: WithdrawRun,
  ) {}

  onModuleInit(): void {
    this.bench.steps.handle((id) => this.step(id));
  }

  private async step(id: string): Promise<void> {
    const found = await this.bench.find(id);
    if (!found) return;
    try {
      if (found.state === 'withdrawing') await this.withdraw(found);
      if (found.state === 'checking') await this.bench.withFile(found, (path) => this.checkUpload.check(found, path));
      if (found.state === 'publishing') await this.bench.withFile(found, (path) => this.publishUpload.publish(found, path));
    } catch (error) {
      if (!(error instanceof Settled)) throw error;
    }
  }

  private withdraw(upload: ImportUploadRow): Promise<void> {
    const { importRunId: run, said: reason, confirmedById: by } = upload;
    if (run === null || reason === null || by === null) throw new Error('A withdrawal names its run, its reason and who answers for it');
    return this.withdrawRun.withdraw(
      { run, reason, by },
      () => this.bench.lock(upload),
      async ({ run: withdrawalRunId, kept }) => {
        await this.bench.settle(upload, { state: 'withdrawn', withdrawalRunId, kept });
        await this.bench.steps.tell(upload, { by, became: 'withdrawn', reason });
      },
    );
  }
}

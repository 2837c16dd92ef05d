import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Transactions } from '../../platform/transactions.js';
import { ImportFault } from '../import-fault.js';
import { ImportFigures } from '../import-figures.js';
import { ImportSourceRow } from './import-source.row.js';
import type { ImportUploadRow } from './import-upload.row.js';
import { digestOf } from './preview-rows.js';
import { UploadBench } from './upload-bench.js';

/** What would be recorded is not what was seen. */
class OtherChange extends Error {}

const byWhom = ({ confirmedById, accountId }: ImportUploadRow): string => confirmedById ?? accountId;

/** Publishes a file that was confirmed, where it still does what its preview said. */
@Injectable()
export class PublishUpload {
  constructor(
    private readonly figures: ImportFigures,
    @InjectRepository(ImportSourceRow) private readonly sources: Repository<ImportSourceRow>,
    private readonly transactions: Transactions,
    private readonly bench: UploadBench,
  ) {}

  async publish(upload: ImportUploadRow, path: string): Promise<void> {
    const acting = await this.bench.actingAs(byWhom(upload));
    const order = { ...this.bench.orderOf(upload, path, { tellsAll: false }), reason: upload.reason ?? undefined };
    try {
      await this.figures.publish(acting, order, {
        before: async (client) => {
          await this.bench.lock(upload);
          if ((await digestOf(client)) !== upload.digest) throw new OtherChange();
        },
        after: async (run) => {
          await this.remember(upload);
          await this.bench.settle(upload, { state: 'published', importRunId: run, content: null, progress: null });
          await this.bench.steps.tell(upload, { by: byWhom(upload), became: 'published' });
        },
      });
    } catch (error) {
      if (!(error instanceof ImportFault) && !(error instanceof OtherChange)) throw error;
      await this.checkAnew(upload);
    }
  }

  /** What is there has changed since the preview: the file is looked at again, and whoever sent it decides anew. */
  private checkAnew(upload: ImportUploadRow): Promise<void> {
    return this.transactions.run(async () => {
      const outcome = upload.outcome && { ...upload.outcome, isAnew: true };
      await this.bench.settle(upload, { state: 'checking', outcome, digest: null, progress: null });
      await this.bench.steps.ask(upload.id);
      await this.bench.steps.tell(upload, { by: byWhom(upload), became: 'to-confirm' });
    });
  }

  /** The next file of the source is read alike. */
  private async remember({ choices, found }: ImportUploadRow): Promise<void> {
    const { source: name, mapping } = choices;
    await this.sources.upsert({ name, mapping: mapping ? { headings: found.headings, mapping } : null }, ['name']);
  }
}

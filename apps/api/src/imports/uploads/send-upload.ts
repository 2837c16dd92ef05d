import { Injectable, PayloadTooLargeException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { ImportChoices, ImportView } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { createHash } from 'node:crypto';
import type { Repository } from 'typeorm';
import type { Acting } from '../../identity/acting.js';
import { AuditTrail } from '../../identity/audit-trail.js';
import { readWhole } from '../../platform/raw-body.js';
import { Transactions } from '../../platform/transactions.js';
import { ImportSources } from './import-sources.js';
import { surveyApart } from './file-reader.js';
import { ImportUploadRow } from './import-upload.row.js';
import type { Survey } from './survey-file.js';
import { UploadViews } from './upload-views.js';
import { withPath } from './with-path.js';

/** A hundred thousand rows, with room for long texts. */
const LARGEST_FILE = 20 * 1024 * 1024;

/** Takes a file of figures from the page. */
@Injectable()
export class SendUpload {
  constructor(
    @InjectRepository(ImportUploadRow) private readonly uploads: Repository<ImportUploadRow>,
    private readonly views: UploadViews,
    private readonly sources: ImportSources,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** Keeps a file and looks at its beginning. One that the account sent already, and has not gone on with, is answered as it is. */
  async send({ account }: Acting, file: string, sent: AsyncIterable<Buffer>): Promise<ImportView> {
    // Nobody who may not send a file makes us read it.
    this.views.requireSender(account);
    const content = await readWhole(sent, LARGEST_FILE, () => new PayloadTooLargeException());
    if (content.length === 0) throw new DomainError('import.empty-file');
    const sha256 = createHash('sha256').update(content).digest();
    const survey = await withPath(content, (path) => surveyApart(path));
    const choices = await this.choicesFor(survey);
    const id = await this.transactions.run(async () => {
      const same = await this.uploads.findOne({
        where: { accountId: account.id, sha256, fileName: file, state: 'open' },
        select: { id: true },
      });
      if (same) return same.id;
      const kept = {
        version: 1,
        state: 'open',
        fileName: file,
        sha256,
        bytes: content.length,
        content,
        choices,
        found: survey.found,
      } as const;
      const made = await this.uploads.save(this.uploads.create({ ...kept, accountId: account.id }));
      const facts = { file, sha256: sha256.toString('hex'), bytes: content.length };
      await this.audit.record({ action: 'import.upload', subject: `import:${made.id}`, by: account.id, facts });
      return made.id;
    });
    return this.views.one({ account }, id);
  }

  private async choicesFor({ found, mapping, form, source }: Survey): Promise<ImportChoices> {
    const known = await this.sources.remembered(found.headings);
    const read = known?.mapping ?? mapping;
    return {
      source: known?.source ?? source ?? '',
      ...(found.sheet !== undefined && { sheet: found.sheet }),
      ...(form && { form }),
      ...(read && { mapping: read }),
      accept: [],
      round: false,
    };
  }
}

import { Injectable, PayloadTooLargeException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { ImportChoices, ImportView } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { createHash, type Hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DeepPartial, Repository } from 'typeorm';
import type { Account } from '../../identity/account.js';
import type { Acting } from '../../identity/acting.js';
import { AuditTrail } from '../../identity/audit-trail.js';
import { Transactions } from '../../platform/transactions.js';
import { ImportSources } from './import-sources.js';
import { surveyApart } from './file-reader.js';
import { ImportUploadRow } from './import-upload.row.js';
import type { Survey } from './survey-file.js';
import { UploadViews } from './upload-views.js';
import { withPath } from './with-path.js';

/** A hundred thousand rows, with room for long texts. */
const LARGEST_FILE = 20 * 1024 * 1024;

/** What is known of a file that came, and where it stands meanwhile. */
interface SentFile extends Pick<ImportUploadRow, 'bytes' | 'sha256' | 'choices' | 'found'> {
  readonly file: string;
  readonly path: string;
}

/** What was seen of a file that was written to the disk as it came: as a whole it is in the memory only when it is stored. */
interface Seen {
  bytes: number;
  readonly hash: Hash;
}

async function* noted(sent: AsyncIterable<Buffer>, seen: Seen): AsyncGenerator<Buffer> {
  for await (const part of sent) {
    seen.bytes += part.length;
    if (seen.bytes > LARGEST_FILE) throw new PayloadTooLargeException();
    seen.hash.update(part);
    yield part;
  }
}

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
    const seen: Seen = { bytes: 0, hash: createHash('sha256') };
    return withPath(noted(sent, seen), async (path) => {
      if (seen.bytes === 0) throw new DomainError('import.empty-file');
      const survey = await surveyApart(path);
      const choices = await this.choicesFor(survey);
      const known = { file, bytes: seen.bytes, sha256: seen.hash.digest() };
      const id = await this.keep(account, { ...known, path, choices, found: survey.found });
      return this.views.one({ account }, id);
    });
  }

  private keep(account: Account, { file, bytes, sha256, path, choices, found }: SentFile): Promise<string> {
    return this.transactions.run(async () => {
      const same = await this.uploads.findOne({
        where: { accountId: account.id, sha256, fileName: file, state: 'open' },
        select: { id: true },
      });
      if (same) return same.id;
      const kept = { version: 1, state: 'open', fileName: file, sha256, bytes, choices, found, accountId: account.id } as const;
      const made = await this.insert({ ...kept, content: await readFile(path) });
      const facts = { file, sha256: sha256.toString('hex'), bytes };
      await this.audit.record({ action: 'import.upload', subject: `import:${made}`, by: account.id, facts });
      return made;
    });
  }

  private async insert(kept: DeepPartial<ImportUploadRow>): Promise<string> {
    const { identifiers } = await this.uploads.insert(kept);
    return String(identifiers[0]?.['id']);
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

import { Injectable } from '@nestjs/common';
import type { MadeExport } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import type { Account } from '../../identity/account.js';
import type { Acting } from '../../identity/acting.js';
import { AuditTrail } from '../../identity/audit-trail.js';
import { Permissions } from '../../identity/permissions.js';
import { Transactions } from '../../platform/transactions.js';
import { ExportFiles, type Download } from './export-files.js';

/**
 * Everything out for an administrator without a shell: written to the disk first, table by table, so that it costs no memory, and so that what
 * goes wrong is an answer and no file that was cut short.
 */
@Injectable()
export class ExportDownloads {
  private isBusy = false;

  constructor(
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly files: ExportFiles,
  ) {}

  /** Writes the file. Throws `export.under-way` while another one is written. */
  async make({ account: by, at }: Acting): Promise<MadeExport> {
    this.permissions.require(by, 'export.make');
    if (this.isBusy) throw new DomainError('export.under-way');
    this.isBusy = true;
    try {
      const id = randomUUID();
      await this.transactions.run(() => this.audit.record({ action: 'export.make', subject: `export:${id}`, by: by.id }));
      return await this.files.write(id, at);
    } finally {
      this.isBusy = false;
    }
  }

  /** Opens the file. Throws `export.not-found` when it has waited for too long. */
  open(by: Account, id: string): Promise<Download> {
    this.permissions.require(by, 'export.make');
    return this.files.open(id);
  }
}

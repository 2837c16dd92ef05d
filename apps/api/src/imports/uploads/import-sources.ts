import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { ImportMapping, ImportSource, ImportSourceList } from '@slusen/contracts';
import type { Repository } from 'typeorm';
import type { Account } from '../../identity/account.js';
import { AuditTrail } from '../../identity/audit-trail.js';
import { Permissions } from '../../identity/permissions.js';
import { Idempotency } from '../../platform/idempotency.js';
import type { RequestKey } from '../../platform/preconditions.js';
import { ImportSourceRow } from './import-source.row.js';

/** Who figures come from: how their files are read, and whether they are official statistics. */
@Injectable()
export class ImportSources {
  constructor(
    @InjectRepository(ImportSourceRow) private readonly sources: Repository<ImportSourceRow>,
    private readonly permissions: Permissions,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  async list(account: Account): Promise<ImportSourceList> {
    this.permissions.require(account, 'import.prepare');
    const sources = await this.sources.find({ order: { name: 'ASC' } });
    const mayMark = this.permissions.may(account, 'import.source', {});
    return { items: sources.map(({ name, isOfficial }) => ({ name, isOfficial })), mayMark };
  }

  /** A strategist says whether what comes from it is published without a review. */
  mark(account: Account, key: RequestKey, { name, isOfficial }: ImportSource): Promise<ImportSource> {
    this.permissions.require(account, 'import.source');
    return this.idempotency.run(account.id, key, async () => {
      await this.sources.upsert({ name, isOfficial, markedById: account.id }, ['name']);
      await this.audit.record({ action: 'import.source', subject: `import-source:${name}`, by: account.id, facts: { isOfficial } });
      return { name, isOfficial };
    });
  }

  async isOfficial(name: string): Promise<boolean> {
    return this.sources.existsBy({ name, isOfficial: true });
  }

  /** The source whose latest file had these headings, and how it was read. */
  async remembered(headings: readonly string[]): Promise<{ readonly source: string; readonly mapping: ImportMapping } | undefined> {
    const wanted = JSON.stringify(headings);
    const sources = await this.sources.find();
    const found = sources.find(({ mapping }) => mapping && JSON.stringify(mapping.headings) === wanted);
    return found?.mapping ? { source: found.name, mapping: found.mapping.mapping } : undefined;
  }
}

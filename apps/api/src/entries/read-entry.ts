import { Injectable } from '@nestjs/common';
import type { EntryView } from '@slusen/contracts';
import { DataSource } from 'typeorm';
import type { Account } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { EntryViewQuery } from './entry-view.query.js';
import { EntryRepository } from './entry.repository.js';

/** Shows an entry to who may see it. */
@Injectable()
export class ReadEntry {
  constructor(
    private readonly dataSource: DataSource,
    private readonly entries: EntryRepository,
    private readonly permissions: Permissions,
    private readonly views: EntryViewQuery,
  ) {}

  /** Throws `entry.not-found`, also for one that lies outside the account's scope. */
  async read(account: Account, id: string): Promise<EntryView> {
    const { entry } = await this.entries.find(this.dataSource.manager, id);
    this.permissions.require(account, 'entry.read', entry);
    return this.views.view(account, entry, this.dataSource.manager);
  }
}

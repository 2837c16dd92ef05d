import { Injectable } from '@nestjs/common';
import type { EntryView } from '@slusen/contracts';
import type { Entry } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import { Transactions } from '../platform/transactions.js';
import { EntryViewQuery } from './entry-view.query.js';
import { EntryRepository } from './entry.repository.js';
import { takenBy, type StoredEntry } from './stored-entry.js';

/** Changes what stands in a draft or a returned entry: whoever may write in it, one after the other. */
@Injectable()
export class ChangeDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly permissions: Permissions,
    private readonly entries: EntryRepository,
    private readonly views: EntryViewQuery,
  ) {}

  /** Throws `entry.not-found`, or why this account may not write in the entry. */
  async requireWriter({ account }: Acting, id: string): Promise<void> {
    this.permissions.require(account, 'entry.save', (await this.entries.find(id)).entry);
  }

  /** Gives the entry as `change` has left it, which is told what was stored. */
  async change(acting: Acting, id: string, change: (stored: StoredEntry, indicator: Indicator) => Promise<Entry>): Promise<EntryView> {
    const definitionOf = await this.views.definitions(acting.asOf);
    return this.transactions.run(async () => {
      const stored = await this.entries.lock(id, { withSeries: false });
      this.permissions.require(acting.account, 'entry.save', stored.entry);
      const indicator = await definitionOf(stored.entry.indicator);
      const entry = await change(stored, indicator);
      const taken = entry === stored.entry ? stored : takenBy(acting.account, stored);
      return this.views.view(acting, { ...stored, entry, ...taken }, indicator);
    });
  }
}

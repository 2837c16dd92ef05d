import { Injectable } from '@nestjs/common';
import type { EntryFigure, EntryView } from '@slusen/contracts';
import { saveEntry } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { Transactions } from '../platform/transactions.js';
import { EntryChanges } from './entry-changes.js';
import { EntryViewQuery } from './entry-view.query.js';
import type { EntryVersion } from './entry.repository.js';
import { inPlaceOf, takenBy } from './stored-entry.js';

/** Rewrites a draft or a returned entry; whoever saves becomes one of its authors. */
@Injectable()
export class SaveEntry {
  constructor(
    private readonly transactions: Transactions,
    private readonly permissions: Permissions,
    private readonly changes: EntryChanges,
    private readonly views: EntryViewQuery,
  ) {}

  async save(acting: Acting, change: EntryVersion, figure: EntryFigure): Promise<EntryView> {
    const { account, asOf, at } = acting;
    const definitionOf = await this.views.definitions(asOf);
    return this.transactions.run(async () => {
      const stored = await this.changes.lock(change.id, { withSeries: false });
      this.permissions.require(account, 'entry.save', stored.entry);
      const step = { step: (before: typeof stored.entry) => saveEntry(before, figure, { by: account.id, inPlaceOf: inPlaceOf(), at }) };
      const entry = await this.changes.change({ id: change.id, version: change.version, stored }, step);
      return this.views.view(acting, { ...stored, entry, ...takenBy(account, stored) }, await definitionOf(entry.indicator));
    });
  }
}

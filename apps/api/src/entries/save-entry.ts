import { Injectable } from '@nestjs/common';
import type { EntryFigure, EntryView } from '@slusen/contracts';
import { saveEntry, type Entry } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/transactions.js';
import { EntryWrites } from './entry-writes.js';

/** Rewrites a draft or a returned entry; whoever saves becomes one of its authors. */
@Injectable()
export class SaveEntry {
  constructor(
    private readonly transactions: Transactions,
    private readonly writes: EntryWrites,
    private readonly clock: Clock,
  ) {}

  run(acting: Acting, target: { id: string; version: number }, figure: EntryFigure): Promise<EntryView> {
    return this.transactions.run(async (manager) => {
      const allow = (entry: Entry) => this.writes.permissions.require(acting.account, 'entry.save', entry);
      const { entry } = await this.writes.entries.change(manager, { ...target, allow }, ({ entry }) =>
        saveEntry(entry, figure, { by: acting.account.id, at: this.clock.now().toISOString() }),
      );
      return this.writes.view(acting, await this.writes.audited(manager, entry), manager);
    });
  }
}

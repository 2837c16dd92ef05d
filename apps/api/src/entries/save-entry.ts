import { Injectable } from '@nestjs/common';
import type { EntryFigure, EntryView } from '@slusen/contracts';
import { saveEntry, type Entry } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { checkFigure } from './check-figure.js';
import { ChangeDraft } from './change-draft.js';
import { EntryChanges } from './entry-changes.js';
import type { EntryVersion } from './entry.repository.js';
import { inPlaceOf } from './stored-entry.js';

/** Rewrites a draft or a returned entry; whoever saves becomes one of its authors. */
@Injectable()
export class SaveEntry {
  constructor(
    private readonly drafts: ChangeDraft,
    private readonly changes: EntryChanges,
  ) {}

  async save(acting: Acting, change: EntryVersion, figure: EntryFigure): Promise<EntryView> {
    const step = (before: Entry): Entry => saveEntry(before, figure, { by: acting.account.id, inPlaceOf: inPlaceOf(), at: acting.at });
    return this.drafts.change(acting, change.id, (stored, indicator) => {
      checkFigure(figure, indicator);
      return this.changes.change({ ...change, stored }, { step });
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { GridDraft, GridResult, GridResults } from '@slusen/contracts';
import { createHash } from 'node:crypto';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import type { RequestKey } from '../platform/preconditions.js';
import { EntryViewQuery } from './entry-view.query.js';
import { GridCellWriter } from './grid-cell-writer.js';
import { GridPlacesQuery } from './grid-places.query.js';

/**
 * Saves the cells of a grid as drafts. What is there is read at once; each cell is then an entry of its own in a transaction of its own, as
 * from the form: one that is refused keeps none of the others back, and each stands alone in the history.
 */
@Injectable()
export class SaveGrid {
  constructor(
    private readonly permissions: Permissions,
    private readonly views: EntryViewQuery,
    private readonly places: GridPlacesQuery,
    private readonly cells: GridCellWriter,
  ) {}

  /** Throws `indicator.not-found`; whatever else is wrong with a cell is its own result. */
  async save(acting: Acting, key: RequestKey, drafts: readonly GridDraft[]): Promise<GridResults> {
    this.permissions.require(acting.account, 'task.read');
    const definitionOf = await this.views.definitions(acting.asOf);
    const cells = await Promise.all(drafts.map(async (draft) => ({ draft, indicator: await definitionOf(draft.indicator) })));
    const found = await this.places.of(cells, acting.asOf);
    const results: GridResult[] = [];
    for (const [at, cell] of cells.entries()) {
      const there = found[at];
      if (there) results.push(await this.cells.write(acting, keyOfPart(key, cell.draft), { ...cell, ...there }));
    }
    return { results };
  }
}

/** A part of a request that is answered once by itself: the request may have been cut off between two of its parts. */
export function keyOfPart({ key }: RequestKey, part: object): RequestKey {
  const text = JSON.stringify(part);
  const digest = (of: string): Buffer => createHash('sha256').update(of).digest();
  return { key: digest(`${key} ${text}`).toString('hex'), fingerprint: digest(text) };
}

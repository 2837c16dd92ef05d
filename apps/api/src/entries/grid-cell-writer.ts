import { Injectable } from '@nestjs/common';
import type { EntryFigure, EntryView, GridResult } from '@slusen/contracts';
import { DomainError, unansweredKinds, type Entry } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import type { RequestKey } from '../platform/preconditions.js';
import { problemOf } from '../platform/problem-of.js';
import { EntryViewQuery } from './entry-view.query.js';
import { gridEntryIn, gridEntryOf } from './grid-entry.js';
import type { FoundCell, WantedCell } from './grid-places.query.js';
import { ReadEntry } from './read-entry.js';
import { RecordEntry } from './record-entry.js';
import { SaveEntry } from './save-entry.js';

/** Somebody else was there first. */
const OVERTAKEN: ReadonlySet<string> = new Set(['entry.stale', 'entry.exists']);

/** Writes one cell of a grid: begins its entry, or goes on with the one that is under way. */
@Injectable()
export class GridCellWriter {
  constructor(
    private readonly permissions: Permissions,
    private readonly views: EntryViewQuery,
    private readonly recordEntry: RecordEntry,
    private readonly saveEntry: SaveEntry,
    private readonly readEntry: ReadEntry,
  ) {}

  /** What became of it; a rule that it breaks is a result, too. */
  async write(acting: Acting, key: RequestKey, cell: WantedCell & FoundCell): Promise<GridResult> {
    try {
      return await this.written(acting, key, cell);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { entry } = error.facts;
      if (OVERTAKEN.has(error.code) && typeof entry === 'string') {
        return { outcome: 'conflict', entry: gridEntryIn(await this.readEntry.read(acting, entry)) };
      }
      return { outcome: 'refused', problem: problemOf(error) };
    }
  }

  private async written(
    acting: Acting,
    key: RequestKey,
    { draft, indicator, open, starting }: WantedCell & FoundCell,
  ): Promise<GridResult> {
    if (!open) return this.begun(acting, key, { draft, starting });
    const { entry } = open;
    this.permissions.require(acting.account, 'entry.read', entry);
    const value = draft.value ?? undefined;
    // A save whose answer was lost, or whoever writes what a colleague has just written: nothing is left to do.
    const isThere = entry.figure.value === value && entry.figure.missing === undefined;
    if (!isThere && entry.version !== draft.version) return { outcome: 'conflict', entry: gridEntryOf(open, acting.account) };
    if (isThere) return savedAs(await this.views.view(acting, open, indicator));
    return savedAs(await this.saveEntry.save(acting, { id: entry.id, version: draft.version }, withValue(entry.figure, value)));
  }

  private async begun(
    acting: Acting,
    key: RequestKey,
    { draft, starting }: Pick<WantedCell & FoundCell, 'draft' | 'starting'>,
  ): Promise<GridResult> {
    // What was read is approved, or discarded, meanwhile.
    if (draft.version > 0) return { outcome: 'conflict' };
    if (draft.value === null) return { outcome: 'saved', questions: [] };
    const { indicator, period, territory, breakdown } = draft;
    const figure = withValue(starting, draft.value);
    return savedAs(await this.recordEntry.record(acting, key, { indicator, period, territory, breakdown, ...figure }));
  }
}

/** Answers were given about another value; how sure a value is, and how many answered, belong to one. */
function withValue(
  { missing: _, margin, respondents, parts, ...figure }: Omit<Entry['figure'], 'answers'>,
  value: number | undefined,
): EntryFigure {
  return { ...figure, value, ...(value !== undefined && { margin, respondents }), parts: parts && [...parts], answers: [] };
}

function savedAs(view: EntryView): GridResult {
  const open = unansweredKinds(view.questions, view.answers);
  return { outcome: 'saved', entry: gridEntryIn(view), questions: view.questions.filter(({ kind }) => open.includes(kind)) };
}

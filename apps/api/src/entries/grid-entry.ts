import type { EntryView, GridEntry } from '@slusen/contracts';
import type { Account } from '../identity/account.js';
import type { StoredEntry } from './stored-entry.js';

/** An entry under way as a cell shows it. */
export function gridEntryOf({ entry, names }: Pick<StoredEntry, 'entry' | 'names'>, account: Account): GridEntry {
  const { id, version, state, figure, events } = entry;
  const by = events.at(-1)?.by ?? '';
  return { id, version, state, value: figure.value, missing: figure.missing, by: names.get(by) ?? '', isOwn: by === account.id };
}

/** The same of one that was just read or changed. */
export function gridEntryIn({ id, version, state, value, missing, events }: EntryView): GridEntry {
  const last = events.at(-1);
  return { id, version, state, value, missing, by: last?.by ?? '', isOwn: last?.isOwn ?? false };
}

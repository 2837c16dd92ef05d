import { type EntryEvent, type EntryState } from './entry.js';
import { stateAfter } from './entry-workflow.js';

/** Rules a stored history can be found to have broken. */
export const HISTORY_FAULTS = [
  'not-begun-by-saving',
  'gap',
  'illegal-step',
  'approved-by-author',
  'withdrawn-by-other',
  'discarded-by-other',
  'returned-by-author',
  'reason-missing',
] as const;
export type HistoryFault = (typeof HISTORY_FAULTS)[number];

/**
 * The first event of a stored history that no legal step can have made, with the rule it breaks; none when all is well.
 * Reads only what was stored, so that it finds what a bypassed rule or a changed row left behind.
 */
export function firstIllegalEvent(events: readonly EntryEvent[]): { readonly index: number; readonly fault: HistoryFault } | undefined {
  const authors = new Set<string>();
  let state: EntryState | undefined;
  for (const [index, event] of events.entries()) {
    const fault = faultOf(event, state, authors);
    if (fault) return { index, fault };
    if (event.action === 'save') authors.add(event.by);
    state = event.to;
  }
  return undefined;
}

function faultOf(event: EntryEvent, state: EntryState | undefined, authors: ReadonlySet<string>): HistoryFault | undefined {
  if (state === undefined) {
    return event.action === 'save' && event.from === undefined && event.to === 'draft' ? undefined : 'not-begun-by-saving';
  }
  if (event.from !== state) return 'gap';
  if (stateAfter(state, event.action) !== event.to) return 'illegal-step';
  return personFault(event, authors.has(event.by)) ?? (event.action === 'return' && !event.reason?.trim() ? 'reason-missing' : undefined);
}

function personFault({ action }: EntryEvent, isAuthor: boolean): HistoryFault | undefined {
  if (action === 'approve' && isAuthor) return 'approved-by-author';
  if (action === 'return' && isAuthor) return 'returned-by-author';
  if (action === 'discard' && !isAuthor) return 'discarded-by-other';
  return action === 'withdraw' && !isAuthor ? 'withdrawn-by-other' : undefined;
}

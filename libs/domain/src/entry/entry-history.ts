import { type Entry, type EntryEvent, type EntryState } from './entry.js';
import { stateAfter, wrongPerson } from './entry-workflow.js';

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
  const whose: { authors: string[]; writtenFor: string[] } = { authors: [], writtenFor: [] };
  let state: EntryState | undefined;
  for (const [index, event] of events.entries()) {
    const fault = faultOf(event, state, whose);
    if (fault) return { index, fault };
    if (event.action === 'save') {
      whose.authors.push(event.by);
      whose.writtenFor.push(...(event.inPlaceOf ?? []));
    }
    state = event.to;
  }
  return undefined;
}

function faultOf(event: EntryEvent, state: EntryState | undefined, whose: Pick<Entry, 'authors' | 'writtenFor'>): HistoryFault | undefined {
  if (state === undefined) {
    return event.action === 'save' && event.from === undefined && event.to === 'draft' ? undefined : 'not-begun-by-saving';
  }
  if (event.from !== state) return 'gap';
  if (stateAfter(state, event.action) !== event.to) return 'illegal-step';
  const wrong = wrongPerson(whose, event.action, event);
  if (wrong) return PERSON_FAULTS[wrong](event);
  return event.action === 'return' && !event.reason?.trim() ? 'reason-missing' : undefined;
}

const PERSON_FAULTS: Readonly<Record<NonNullable<ReturnType<typeof wrongPerson>>, (event: EntryEvent) => HistoryFault>> = {
  'entry.own-approval': () => 'approved-by-author',
  'entry.own-return': () => 'returned-by-author',
  'entry.not-author': ({ action }) => (action === 'discard' ? 'discarded-by-other' : 'withdrawn-by-other'),
};

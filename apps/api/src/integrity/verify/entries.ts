import { firstIllegalEvent, type EntryEvent, type EntryState } from '@slusen/domain';
import type { Check } from './check.js';
import { streamed } from './cursor.js';
import { figureJoins, figureName } from './figures.js';

interface StoredEvent extends Omit<EntryEvent, 'from' | 'inPlaceOf' | 'reason' | 'value' | 'missing'> {
  readonly inPlaceOf: string[] | null;
  readonly version: number;
  readonly from: EntryState | null;
  readonly reason: string | null;
  readonly value: number | null;
  readonly missing: EntryEvent['missing'] | null;
}

interface Line {
  readonly id: string;
  readonly figure: string;
  readonly state: EntryState;
  readonly version: number;
  readonly value: number | null;
  readonly missing: string | null;
  readonly authors: string[];
  readonly events: StoredEvent[];
}

/** In whose place a step was taken, as the trail tells. */
const IN_PLACE_OF = `(select told.payload::jsonb -> 'inPlaceOf' from audit_event told where told.record_id = v.record_id and strpos(told.payload, '"inPlaceOf":') > 0)`;

const ENTRIES = `
  select e.id, ${figureName('e')} as figure, e.state, e.version, e.value::float8 as value, e.missing,
         coalesce((select json_agg(w.account_id) from entry_author w where w.entry_id = e.id), '[]') as authors,
         coalesce((select json_agg(json_build_object('version', v.version, 'action', v.action, 'from', v.from_state, 'to', v.to_state,
                            'by', v.account_id, 'inPlaceOf', ${IN_PLACE_OF}, 'at', r.at, 'reason', v.reason, 'value', v.value, 'missing', v.missing) order by v.version)
                     from entry_event v join record r on r.id = v.record_id where v.entry_id = e.id), '[]') as events
    from entry e ${figureJoins('e')}
   order by e.id`;

const WORDS: Readonly<Record<NonNullable<ReturnType<typeof firstIllegalEvent>>['fault'], string>> = {
  'not-begun-by-saving': 'its history does not begin with a draft being saved',
  gap: 'a step does not start where the one before it ended',
  'illegal-step': 'a step leads where the workflow does not',
  'approved-by-author': 'it was approved by one of its authors',
  'withdrawn-by-other': 'it was withdrawn by someone who is not its author',
  'discarded-by-other': 'it was discarded by someone who is not its author',
  'returned-by-author': 'it was returned by one of its authors',
  'reason-missing': 'it was returned without a reason',
};

/** Every entry came to its state by legal steps that four eyes took, and says what its last step said. */
export const entriesCheck: Check = {
  name: 'every entry came to its state by legal steps',
  async run(client, faults) {
    let looked = 0;
    for await (const line of streamed<Line>(client, ENTRIES)) {
      looked += Math.max(1, line.events.length);
      checkEntry(line, (what) => faults.add(`entry ${line.id} (${line.figure})`, what));
    }
    return looked;
  },
};

function checkEntry(line: Line, report: (what: string) => void): void {
  const { events, state, version } = line;
  const last = events.at(-1);
  if (!last) return report('it has no history');
  const illegal = firstIllegalEvent(events.map(eventOf));
  if (illegal) report(`${WORDS[illegal.fault]} (step ${illegal.index + 1})`);
  if (last.to !== state) report(`it stands as ${state}, but its history ends as ${last.to}`);
  const gap = events.findIndex((event, at) => event.version !== at + 1);
  if (gap >= 0) report(`the step to version ${gap + 1} is missing`);
  else if (version !== events.length) report(`its version is ${version}, but its history has ${events.length} steps`);
  if (line.value !== last.value || line.missing !== last.missing)
    report(`it says ${outcome(line)}, but its last step says ${outcome(last)}`);
  checkAuthors(line, report);
}

/** Whoever saved is an author, nobody else is, and no author approved. */
function checkAuthors({ authors, events }: Line, report: (what: string) => void): void {
  const savers = new Set(events.filter(({ action }) => action === 'save').map(({ by }) => by));
  const strangers = authors.filter((author) => !savers.has(author)).length + [...savers].filter((saver) => !authors.includes(saver)).length;
  if (strangers > 0) report('its list of authors is not that of those who saved it');
}

const outcome = ({ value, missing }: { value: number | null; missing: string | null | undefined }): string =>
  String(value ?? missing ?? 'nothing');

function eventOf({ from, inPlaceOf, reason, value, missing, ...event }: StoredEvent): EntryEvent {
  return {
    ...event,
    from: from ?? undefined,
    inPlaceOf: inPlaceOf ?? undefined,
    reason: reason ?? undefined,
    value: value ?? undefined,
    missing: missing ?? undefined,
  };
}

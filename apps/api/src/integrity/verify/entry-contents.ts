import { contentDigest } from '../../entries/entry-digest.js';
import { figureOf, type FigureLine } from '../../entries/entry-figure.js';
import type { Check } from './check.js';
import { streamed } from './cursor.js';
import { figureJoins, figureName } from './figures.js';

interface Line {
  readonly id: string;
  readonly figure: string;
  /** Null in events older than this. */
  readonly says: string | null;
  readonly place: { readonly indicator: string; readonly territory: string; readonly breakdown: string; readonly period: string };
  readonly entry: FigureLine & { readonly returned_reason: string | null };
}

/** Each entry with what the audit event of its latest version says of it. */
const ENTRIES = `
  with told as (
    select a.payload::jsonb ->> 'subject' as subject, a.payload::jsonb -> 'facts' as facts
      from audit_event a where starts_with(a.payload, '{"action":"entry.'))
  select e.id, ${figureName('e')} as figure, told.facts ->> 'says' as says, to_json(e) as entry,
         json_build_object('indicator', i.slug, 'territory', t.code, 'breakdown', h.breakdown, 'period', e.period) as place
    from entry e ${figureJoins('e')}
    join told on told.subject = 'entry:' || e.id and told.facts ->> 'version' = e.version::text`;

/** What an entry says in its place (its comment, quality, margin, answers) is what it said when its last step was recorded. */
export const entryContentsCheck: Check = {
  name: 'every entry says what its last step recorded',
  async run(client, faults) {
    let looked = 0;
    for await (const { id, figure, says, place, entry } of streamed<Line>(client, ENTRIES)) {
      looked++;
      if (
        says !== null &&
        says !== contentDigest({ ...place, figure: figureOf(entry), returnedReason: entry.returned_reason ?? undefined })
      )
        faults.add(`entry ${id} (${figure})`, 'it was changed without a step');
    }
    return looked;
  },
};

import type { EntryFigure } from '@slusen/domain';
import { contentDigest } from '../../entries/entry-digest.js';
import type { Check } from './check.js';
import { streamed } from './cursor.js';
import { figureJoins, figureName } from './figures.js';

interface Line {
  readonly id: string;
  readonly figure: string;
  /** Null in events older than this. */
  readonly says: string | null;
  readonly place: { readonly indicator: string; readonly territory: string; readonly breakdown: string; readonly period: string };
  readonly content: EntryFigure;
  readonly returned_reason: string | null;
}

/** Each entry with what the audit event of its latest version says of it. */
const ENTRIES = `
  with told as (
    select a.payload::jsonb ->> 'subject' as subject, a.payload::jsonb -> 'facts' as facts
      from audit_event a where starts_with(a.payload, '{"action":"entry.'))
  select e.id, ${figureName('e')} as figure, told.facts ->> 'says' as says, e.returned_reason,
         json_build_object('indicator', i.slug, 'territory', t.code, 'breakdown', h.breakdown, 'period', e.period) as place,
         json_strip_nulls(json_build_object('value', e.value::float8, 'missing', e.missing, 'quality', e.quality, 'margin', e.margin::float8,
           'respondents', e.respondents, 'comment', e.comment, 'sourceNote', e.source_note, 'link', e.link, 'answers', e.answers, 'reason', e.reason)) as content
    from entry e ${figureJoins('e')}
    join told on told.subject = 'entry:' || e.id and told.facts ->> 'version' = e.version::text`;

/** What an entry says in its place (its comment, quality, margin, answers) is what it said when its last step was recorded. */
export const entryContentsCheck: Check = {
  name: 'every entry says what its last step recorded',
  async run(client, faults) {
    let looked = 0;
    for await (const { id, figure, says, place, content, returned_reason } of streamed<Line>(client, ENTRIES)) {
      looked++;
      if (says !== null && says !== contentDigest({ ...place, figure: content, returnedReason: returned_reason ?? undefined }))
        faults.add(`entry ${id} (${figure})`, 'it was changed without a step');
    }
    return looked;
  },
};

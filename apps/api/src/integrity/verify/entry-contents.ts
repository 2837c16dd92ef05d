import { contentDigest, type EntryContent } from '../../entries/entry-digest.js';
import { figureOf, type FigureLine } from '../../entries/entry-figure.js';
import type { EntryRow } from '../../entries/entry.row.js';
import type { ColumnsOf } from '../../platform/columns-of.js';
import type { Check } from './check.js';
import { streamed } from './cursor.js';
import { leftBy } from './disposed.js';
import { figureJoins, figureName } from './figures.js';

interface Line {
  readonly id: string;
  readonly figure: string;
  /** Null in events older than this. */
  readonly says: string | null;
  /** Of the row as it stands. */
  readonly digest: string;
  readonly place: { readonly indicator: string; readonly territory: string; readonly breakdown: string; readonly period: string };
  readonly files: EntryContent['files'] | null;
  readonly entry: FigureLine & Pick<ColumnsOf<EntryRow>, 'returned_reason' | 'returned_figure'>;
}

/** Each entry with what the audit event of its latest version says of it. */
const ENTRIES = `
  with told as (
    select a.payload::jsonb ->> 'subject' as subject, a.payload::jsonb -> 'facts' as facts
      from audit_event a where starts_with(a.payload, '{"action":"entry.'))
  select e.id, ${figureName('e')} as figure, told.facts ->> 'says' as says, to_json(e) as entry,
         (select json_agg(json_build_object('name', f.name, 'sha256', encode(sha256(f.content), 'hex')) order by f.place)
            from entry_attachment f where f.entry_id = e.id and not f.is_removed) as files,
         encode(sha256(convert_to(rtrim(e::text, ',)'), 'UTF8')), 'hex') as digest,
         json_build_object('indicator', i.slug, 'territory', t.code, 'breakdown', h.breakdown, 'period', e.period) as place
    from entry e ${figureJoins('e')}
    join told on told.subject = 'entry:' || e.id and told.facts ->> 'version' = e.version::text`;

/** What an entry says in its place (its comment, quality, margin, answers, and the content of its files) is what it said when its last step was recorded. */
export const entryContentsCheck: Check = {
  name: 'every entry says what its last step recorded',
  async run(client, faults) {
    let looked = 0;
    // What a disposal left of an entry is digested as a row: its step tells of what was there before.
    const reduced = await leftBy(client, 'entry');
    for await (const line of streamed<Line>(client, ENTRIES)) {
      looked++;
      const left = reduced.get(line.id);
      if (left ? left.sha256 !== line.digest : line.says !== null && line.says !== digestOf(line))
        faults.add(`entry ${line.id} (${line.figure})`, 'it was changed without a step');
    }
    return looked;
  },
};

const digestOf = ({ place, entry, files }: Line): string =>
  contentDigest({
    ...place,
    figure: figureOf(entry),
    returnedReason: entry.returned_reason ?? undefined,
    returnedFigure: entry.returned_figure ?? undefined,
    files: files ?? undefined,
  });

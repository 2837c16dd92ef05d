import { withFiles } from './attachment-functions.js';
import { actionOf, type DatabaseFunction } from './disposal-functions.js';

const STUB = `format('{"action":"%s","by":null,"facts":{},"subject":"disposal:%s"}', ${actionOf('payload')}, own.id)`;

/** What is said between officials about a figure is working material, once nobody works with the figure any more. */
export const MESSAGE_HELPERS: readonly DatabaseFunction[] = [
  {
    signature: 'disposable_messages(before_day date) returns table (message_id integer)',
    body: `language sql stable as $$
      select m.id from figure_message m join record r on r.id = m.record_id
       where r.at < (before_day::timestamp at time zone 'Europe/Stockholm') and m.text not like '[gallrat %'
         and standing_digest('figure_message', m.record_id) is not null
         and not exists (select from entry e join series_head h on h.id = e.series_id
                          where (h.indicator_id, h.territory_id, h.breakdown, e.period) = (m.indicator_id, m.territory_id, m.breakdown, m.period)
                            and e.state not in ('approved', 'discarded')) $$`,
  },
];

/** Removes discarded drafts as a whole, why approved entries were once returned, and the words of threads; who said something when stays. */
export const WORKING_MATERIAL: DatabaseFunction = withFiles({
  signature: 'dispose_working_material(wanted integer)',
  body: `as $$
    declare
      own disposal := open_disposal(wanted, 'working-material');
      gone uuid[] := array(select entry_id from disposable_drafts(own.before_day));
      returned integer[] := array(select event_id from disposable_returns(own.before_day));
      said integer[] := array(select message_id from disposable_messages(own.before_day));
      steps bigint[] := array(select distinct record_id from entry_event where entry_id = any (gone) order by 1);
      authors bigint[] := array(select distinct record_id from entry_author where entry_id = any (gone) order by 1);
      reasons bigint[] := array(select distinct record_id from entry_event where id = any (returned) order by 1);
      messages bigint[] := array(select distinct record_id from figure_message where id = any (said) order by 1);
      note text := disposal_note(own);
      event record;
    begin
      perform require_standing('entry_event', steps || reasons), require_standing('entry_author', authors), require_standing('audit_event', steps || reasons);
      perform require_standing('figure_message', messages);
      for event in select v.record_id, v.reason from entry_event v where v.id = any (returned) loop
        update audit_event set payload = replace(payload, '"reason":' || to_json(event.reason)::text, '"reason":' || to_json(note)::text)
         where record_id = event.record_id;
      end loop;
      update entry_event set reason = note where id = any (returned);
      update figure_message set text = note where id = any (said);
      delete from idempotency_key where answer ->> 'id' = any (gone::text[]);
      delete from entry_event where entry_id = any (gone);
      delete from entry_author where entry_id = any (gone);
      delete from entry where id = any (gone);
      update audit_event set payload = ${STUB} where record_id = any (steps);
      perform note_parts(own, 'entry_event', steps || reasons), note_parts(own, 'entry_author', authors), note_parts(own, 'audit_event', steps || reasons);
      perform note_parts(own, 'figure_message', messages);
      return jsonb_build_object('entry', cardinality(gone), 'returned_reason', cardinality(returned), 'figure_message', cardinality(said));
    end $$`,
});

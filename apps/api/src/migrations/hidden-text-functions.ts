import type { DatabaseFunction } from './disposal-functions.js';

/** What tells of a removed text, by what an event calls it; a decision is never removed. */
const TELLING = ['after', 'before', 'reason', 'source'];

/** What removing a text under a masking takes, besides what removes the others. */
export const HIDDEN_TEXT_HELPERS: readonly DatabaseFunction[] = [
  {
    // Whether a disposal took what stood in a place: its note stands there; of a link nothing is left.
    signature: 'is_disposed(name text, field text, key text) returns boolean',
    body: `language plpgsql stable as $$
      declare
        key_of text := (select r.key_of from removable_text(name, field) r);
        is_left boolean;
      begin
        if key_of is null then
          return false;
        end if;
        execute format('select (t.%1$I is null or t.%1$I like %2$L) and exists (select from disposal_part p where p.table_name = %3$L and p.row_key = t.%4$I::text) from %3$I t where %5$s = $1',
                       field, '[gallrat enligt %', name, case when name = 'entry' then 'id' else 'record_id' end, key_of)
          into is_left using key;
        return coalesce(is_left, false);
      end $$`,
  },
  {
    // The text in the rows of one table, and in the events that told of it; no event that told of it may tell it still.
    signature: 'reduce_rows(own disposal, name text, field text, said text, keys bigint[], condition text) returns void',
    body: `language plpgsql as $$
      declare
        note text := disposal_note(own);
        told text := to_json(said)::text;
        key text;
        events bigint[] := array(select a.record_id from audit_event a where a.record_id = any (keys) and a.sealed is not null and position(told in a.payload) > 0 order by 1);
        rows_of bigint[];
        telling bigint;
      begin
        execute format('select coalesce(array_agg(distinct t.record_id), ''{}'') from %I t where t.%I = $1 and %s', name, field, condition) into rows_of using said;
        perform require_standing(name, rows_of), require_standing('audit_event', events);
        execute format('update %I t set %I = $2 where t.%I = $1 and %s', name, field, field, condition) using said, note;
        foreach key in array array[${TELLING.map((key) => `'${key}'`).join(', ')}] loop
          update audit_event set payload = replace(payload, format('"%s":%s', key, told), format('"%s":%s', key, to_json(note))) where record_id = any (events);
        end loop;
        select a.record_id into telling from audit_event a where a.record_id = any (events) and position(told in a.payload) > 0 limit 1;
        if telling is not null then
          raise exception 'the event of record % still tells of %', telling, name using errcode = 'restrict_violation';
        end if;
        perform note_parts(own, name, rows_of), note_parts(own, 'audit_event', events);
      end $$`,
  },
  {
    // Why something was decided is one text of its transaction: every row has it, and the event tells it.
    signature: 'reduce_change_reason(own disposal, said text, of_record bigint) returns void',
    body: `language plpgsql as $$
      declare place record;
      begin
        for place in
          select c.relname::text as of_table, a.attname::text as field from pg_class c join pg_attribute a on a.attrelid = c.oid
           where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
             and (a.attname = 'change_reason' or (c.relname, a.attname) = ('reorganisation', 'reason')) order by 1
        loop
          perform reduce_rows(own, place.of_table, place.field, said, array[of_record], format('t.record_id = %s', of_record));
        end loop;
      end $$`,
  },
  {
    // The text in an entry, its steps and the figure that came of it: the same words go by one name in each.
    signature: 'reduce_figure(own disposal, of_entry uuid, field text, said text) returns void',
    body: `language plpgsql as $$
      declare
        in_entry text[] := case when field in ('source', 'source_note') then array['source_note'] when field in ('reason', 'returned_reason') then array['reason', 'returned_reason'] else array[field] end;
        in_figure text := case when field in ('source', 'source_note') then 'source' when field in ('reason', 'returned_reason') then 'reason' when field = 'provenance_note' then field end;
        keys bigint[] := array(select v.record_id from entry_event v where v.entry_id = of_entry);
        one text;
        is_there boolean;
      begin
        foreach one in array in_entry loop
          execute format('select exists (select from entry e where e.id = $1 and e.%I = $2)', one) into is_there using of_entry, said;
          if is_there then
            perform reduce_entry(own, of_entry, one, disposal_note(own));
          end if;
        end loop;
        if in_figure = 'reason' then
          perform reduce_rows(own, 'entry_event', 'reason', said, keys, format('t.entry_id = %L', of_entry));
        end if;
        if in_figure is not null then
          perform reduce_rows(own, 'observation', in_figure, said, keys, format('t.entry_id = %L', of_entry));
        end if;
      end $$`,
  },
  {
    // The text in answers that are kept for a request that comes again; where it is no value by itself the answer goes.
    signature: 'reduce_answers(own disposal, said text) returns void',
    body: `language plpgsql as $$
      declare
        told text := to_json(said)::text;
        note text := to_json(disposal_note(own))::text;
      begin
        update idempotency_key set answer = replace(answer::text, ': ' || told, ': ' || note)::jsonb where position(': ' || told in answer::text) > 0;
        delete from idempotency_key where position(told in replace(answer::text, told || ':', '')) > 0;
      end $$`,
  },
];

/** Removes what stands under maskings, wherever it came from or went to: what a disposal left before is not removed again. */
export const MASKED: DatabaseFunction = {
  signature: 'dispose_masked(wanted integer)',
  body: `as $$
    declare
      own disposal := open_disposal(wanted, 'masked');
      place record;
      said text;
      keys bigint[];
      of_record bigint;
      of_entry uuid;
      of_run integer;
      done integer := 0;
    begin
      for place in
        select m.*, t.* from masking m left join lateral removable_text(m.table_name, m.field) t on true where m.id = any (own.maskings) order by m.id
      loop
        if place.key_of is null or place.is_lifted or exists (select from masking n where (n.table_name, n.row_key, n.field) = (place.table_name, place.row_key, place.field) and n.revision > place.revision) then
          raise exception '% % % is kept', place.table_name, place.row_key, place.field using errcode = 'restrict_violation';
        end if;
        execute format('select t.%I::text from %I t where %s = $1', place.field, place.table_name, place.key_of) into said using place.row_key;
        continue when said is null or is_disposed(place.table_name, place.field, place.row_key);
        of_entry := null;
        of_run := null;
        if place.table_name = 'entry' then
          of_entry := place.row_key::uuid;
        elsif place.table_name = 'entry_event' then
          select v.entry_id into of_entry from entry_event v where v.id = place.row_key::int;
        elsif place.table_name = 'observation' then
          select o.entry_id, o.import_run_id into of_entry, of_run from observation o where o.id = place.row_key::int;
        end if;
        if of_entry is not null then
          perform reduce_figure(own, of_entry, place.field, said);
        elsif place.field = 'change_reason' then
          execute format('select t.record_id from %I t where %s = $1', place.table_name, place.key_of) into of_record using place.row_key;
          perform reduce_change_reason(own, said, of_record);
        else
          execute format('select array_agg(distinct k.record_id) from %I k where k.%I = (select t.%I from %I t where %s = $1)', place.table_name, place.kin_of, place.kin_of, place.table_name, place.key_of)
            into keys using place.row_key;
          perform reduce_rows(own, place.table_name, place.field, said, keys, format('%s = %L', place.key_of, place.row_key));
        end if;
        -- The note on how a figure came about is its own; its file has a source and a reason for all of them.
        if of_run is not null and place.field in ('source', 'reason') then
          keys := array(select r.record_id from import_run r where r.id = of_run);
          perform reduce_rows(own, 'import_run', place.field, said, keys, format('t.id = %s', of_run));
        end if;
        perform reduce_answers(own, said);
        done := done + 1;
      end loop;
      return jsonb_build_object('masking', done);
    end $$`,
};

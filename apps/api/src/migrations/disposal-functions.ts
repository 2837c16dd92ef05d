/** How the database writes what is digested, whatever the session says. */
export const PLAIN = `set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'iso_8601' set bytea_output = 'hex' set extra_float_digits = 1`;

/** A function of the database, as `create function` says it. */
export interface DatabaseFunction {
  readonly signature: string;
  readonly body: string;
}

/** Events that nothing rests on but the memory of who was here: rights, decisions and figures are told by others. */
const REMOVABLE = [
  ...['session.open', 'session.refuse', 'session.end', 'session.end-all', 'mail.open', 'job.try-again'],
  ...['account.propose-role', 'account.refuse-role'],
];
export const actionOf = (payload: string): string => `substring(${payload} from '^{"action":"([a-z.-]+)"')`;
const midnight = (day: string): string => `(${day}::timestamp at time zone 'Europe/Stockholm')`;

/** What each kind is about, asked for the preview as for the removal, so that both say the same. */
const CRITERIA: readonly DatabaseFunction[] = [
  {
    signature: 'disposable_events(before_day date) returns table (record_id bigint)',
    body: `language sql stable as $$
      select a.record_id from audit_event a join record r on r.id = a.record_id
       where r.at < ${midnight('before_day')} and a.sealed is not null and ${actionOf('a.payload')} = any (array[${REMOVABLE.map((action) => `'${action}'`).join(', ')}])
         and position('"subject":"disposal:' in a.payload) = 0 $$`,
  },
  {
    signature: 'disposable_drafts(before_day date) returns table (entry_id uuid)',
    body: `language sql stable as $$
      select e.id from entry e
       where e.state = 'discarded' and e.updated_at < ${midnight('before_day')}
         and not exists (select from entry_event v where v.entry_id = e.id and standing_digest('entry_event', v.record_id) is null) $$`,
  },
  {
    signature: 'disposable_returns(before_day date) returns table (event_id integer)',
    body: `language sql stable as $$
      select v.id from entry_event v join entry e on e.id = v.entry_id join record r on r.id = v.record_id
       where v.action = 'return' and e.state = 'approved' and r.at < ${midnight('before_day')} and v.reason not like '[gallrat %'
         and standing_digest('entry_event', v.record_id) is not null $$`,
  },
  {
    signature: 'disposable_mails(before_day date) returns table (mail_id uuid)',
    body: `language sql stable as $$
      select m.id from mail m where m.created_at < ${midnight('before_day')} and (m.sent_at is not null or m.useful_until < now()) $$`,
  },
];

const OPENING: readonly DatabaseFunction[] = [
  {
    // As the tables' owner, in a transaction with an open disposal: in the functions here, which the app calls and whose role is never the owner. A session
    // of the owner's that sets the two settings itself passes too, as it could drop the trigger; verify finds what it changes.
    signature: 'is_disposing(relation oid) returns boolean',
    body: `language sql stable as $$
      select current_user = pg_get_userbyid(c.relowner) and coalesce(current_setting('slusen.disposing', true), '') <> ''
         and current_setting('slusen.disposing', true) = current_setting('slusen.record', true)
        from pg_class c where c.oid = relation $$`,
  },
  {
    signature: 'open_disposal(wanted integer, wanted_kind text) returns disposal',
    body: `language plpgsql as $$
      declare own disposal;
      begin
        select * into own from disposal d
         where d.id = wanted and d.kind = wanted_kind and d.record_id::text = current_setting('slusen.record', true);
        if own.id is null or coalesce(current_setting('slusen.sealed', true), '') <> '' then
          raise exception 'nothing is removed without a disposal of this transaction' using errcode = 'restrict_violation';
        end if;
        perform set_config('slusen.disposing', own.record_id::text, true);
        return own;
      end $$`,
  },
  {
    signature: 'disposal_note(own disposal) returns text',
    body: `language sql stable as $$
      select format('[gallrat enligt %s %s %s]', own.body, to_char(own.decided_on, 'YYYY-MM-DD'), own.reference) $$`,
  },
];

/** What a record's rows of a table were sealed as, or left as by the latest disposal; and what they are. */
const DIGESTS: readonly DatabaseFunction[] = [
  {
    signature: 'standing_digest(name text, key bigint) returns jsonb',
    body: `language sql stable as $$
      select coalesce(
        (select jsonb_build_object('count', p.rows_after, 'sha256', p.sha256_after) from disposal_part p
          where p.table_name = name and p.row_key = key::text order by p.id desc limit 1),
        (select case when name = 'audit_event' then jsonb_build_object('count', 1, 'sha256', encode(a.hash, 'hex'))
                     else a.sealed::jsonb #> array['rows', name] end
           from audit_event a where a.record_id = key and a.sealed is not null)) $$`,
  },
  {
    signature: 'present_digest(name text, key bigint) returns jsonb',
    body: `language plpgsql stable as $$
      begin
        if name = 'audit_event' then
          return (select jsonb_build_object('count', 1, 'sha256', encode(sha256(a.previous_hash || convert_to(a.sealed || e'\\n' || a.payload, 'UTF8')), 'hex'))
                    from audit_event a where a.record_id = key);
        end if;
        return rows_digest(name, key)::jsonb;
      end $$`,
  },
  {
    // What was changed already is not made legal by removing some of it.
    signature: 'require_standing(name text, keys bigint[]) returns void',
    body: `language plpgsql as $$
      declare wrong bigint;
      begin
        select k into wrong from unnest(keys) k where standing_digest(name, k) is distinct from present_digest(name, k) limit 1;
        if wrong is not null then
          raise exception '%: the rows of record % are not what was sealed', name, wrong using errcode = 'restrict_violation';
        end if;
      end $$`,
  },
  {
    signature: 'note_parts(own disposal, name text, keys bigint[]) returns integer',
    body: `language plpgsql as $$
      declare noted integer;
      begin
        insert into disposal_part (disposal_id, table_name, row_key, rows_before, sha256_before, rows_after, sha256_after)
        select own.id, name, k::text, (was ->> 'count')::int, was ->> 'sha256', (now_is ->> 'count')::int, now_is ->> 'sha256'
          from unnest(keys) k, lateral standing_digest(name, k) was, lateral present_digest(name, k) now_is
         where was is distinct from now_is;
        get diagnostics noted = row_count;
        return noted;
      end $$`,
  },
];

/** Where people may have written a name: every column of text there is, by the catalogue, so that a new table is looked through too. */
const TEXTS: DatabaseFunction = {
  signature: 'texts_naming(words text[]) returns table (table_name text, column_name text, hits integer)',
  body: `language plpgsql stable as $$
    declare
      place record;
      -- As words: Anna is not in Johanna.
      whole text[] := array(select '\\m' || regexp_replace(w, '([^[:alnum:] ])', '\\\\\\1', 'g') || '\\M' from unnest(words) w);
    begin
      for place in
        select c.relname::text as in_table, a.attname::text as in_column from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
           and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype, 'json'::regtype)
           and c.relname not in ('account', 'mail', 'idempotency_key', 'migration') and has_table_privilege(c.oid, 'select') order by 1, 2
      loop
        table_name := place.in_table;
        column_name := place.in_column;
        execute format('select count(*)::int from %I t where exists (select from unnest($1, $2) w (word, whole) where position(lower(w.word) in lower(t.%I::text)) > 0 and t.%I::text ~* w.whole)', table_name, column_name, column_name)
          into hits using words, whole;
        if hits > 0 then
          return next;
        end if;
      end loop;
    end $$`,
};

/** Texts under a masking that are no figure, no decision and nothing that was adopted: `table`, its key, what its revisions belong to, its columns. */
const REMOVABLE_TEXTS: readonly (readonly [table: string, key: string, kin: string, fields: readonly string[]])[] = [
  ['observation', 'id::text', 'id', ['source', 'provenance_note', 'reason']],
  ['indicator_definition', 'id::text', 'indicator_id', ['context_note_sv', 'context_note_en', 'change_reason']],
  ['series_break', 'id::text', 'indicator_id', ['reason_sv', 'reason_en', 'change_reason']],
  ['point_note', 'id::text', 'indicator_id', ['text_sv', 'text_en', 'change_reason']],
  ['responsibility', 'id::text', 'goal_id', ['note_sv', 'note_en', 'change_reason']],
  ['actor_revision', `actor_id || '/' || revision`, 'actor_id', ['contact', 'change_reason']],
  ['action_revision', `action_id || '/' || revision`, 'action_id', ['description_sv', 'description_en', 'note']],
  ['entry_event', 'id::text', 'entry_id', ['reason']],
  ['entry', 'id::text', 'id', ['comment', 'source_note', 'provenance_note', 'reason', 'returned_reason', 'link']],
];

const UNDER_MASKS: readonly DatabaseFunction[] = [
  {
    signature: 'removable_text(name text, field text) returns table (key_of text, kin_of text)',
    body: `language sql immutable as $$
      select k, n from (values ${REMOVABLE_TEXTS.map(([table, key, kin, fields]) => `('${table}', '${key.replaceAll(`'`, `''`)}', '${kin}', array[${fields.map((field) => `'${field}'`).join(', ')}])`).join(', ')}) t (of_table, k, n, fields)
       where of_table = name and field = any (fields) $$`,
  },
  {
    signature: 'entry_digest(entry_of uuid) returns text',
    body: `language sql stable as $$ select encode(sha256(convert_to(rtrim(e::text, ',)'), 'UTF8')), 'hex') from entry e where e.id = entry_of $$`,
  },
  {
    // An entry is under no record: what is left of it is digested by itself.
    signature: 'reduce_entry(own disposal, entry_of uuid, field text, note text) returns void',
    body: `language plpgsql as $$
      declare was text := entry_digest(entry_of);
      begin
        execute format('update entry set %I = $2 where id = $1', field) using entry_of, case when field = 'link' then null else note end;
        insert into disposal_part (disposal_id, table_name, row_key, rows_before, sha256_before, rows_after, sha256_after)
        values (own.id, 'entry', entry_of::text, 1, was, 1, entry_digest(entry_of));
      end $$`,
  },
  {
    // The text in the rows of one table, and in the events that told of it.
    signature: 'reduce_rows(own disposal, name text, field text, said text, keys bigint[], condition text) returns void',
    body: `language plpgsql as $$
      declare
        note text := disposal_note(own);
        told text := to_json(said)::text;
        key text;
        events bigint[] := array(select a.record_id from audit_event a where a.record_id = any (keys) and a.sealed is not null and position(told in a.payload) > 0 order by 1);
        rows_of bigint[];
      begin
        execute format('select coalesce(array_agg(distinct t.record_id), ''{}'') from %I t where t.%I = $1 and %s', name, field, condition) into rows_of using said;
        perform require_standing(name, rows_of), require_standing('audit_event', events);
        execute format('update %I t set %I = $2 where t.%I = $1 and %s', name, field, field, condition) using said, note;
        foreach key in array array['after', 'before', 'reason'] loop
          update audit_event set payload = replace(payload, format('"%s":%s', key, told), format('"%s":%s', key, to_json(note))) where record_id = any (events);
        end loop;
        perform note_parts(own, name, rows_of), note_parts(own, 'audit_event', events);
      end $$`,
  },
];

/** Everything that the disposals themselves call, and the search for what they leave. */
export const DISPOSAL_HELPERS: readonly DatabaseFunction[] = [...OPENING, ...DIGESTS, ...CRITERIA, TEXTS, ...UNDER_MASKS];

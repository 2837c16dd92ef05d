import { actionOf, type DatabaseFunction } from './disposal-functions.js';

const STUB = (own: string): string =>
  `format('{"action":"%s","by":null,"facts":{},"subject":"disposal:%s"}', ${actionOf('payload')}, ${own}.id)`;

const EVENTS: DatabaseFunction = {
  signature: 'dispose_events(wanted integer)',
  body: `as $$
    declare
      own disposal := open_disposal(wanted, 'events');
      keys bigint[] := array(select record_id from disposable_events(own.before_day) order by 1);
    begin
      perform require_standing('audit_event', keys);
      update audit_event set payload = ${STUB('own')} where record_id = any (keys);
      return jsonb_build_object('audit_event', note_parts(own, 'audit_event', keys));
    end $$`,
};

const WORKING_MATERIAL: DatabaseFunction = {
  signature: 'dispose_working_material(wanted integer)',
  body: `as $$
    declare
      own disposal := open_disposal(wanted, 'working-material');
      gone uuid[] := array(select entry_id from disposable_drafts(own.before_day));
      returned integer[] := array(select event_id from disposable_returns(own.before_day));
      steps bigint[] := array(select distinct record_id from entry_event where entry_id = any (gone) order by 1);
      authors bigint[] := array(select distinct record_id from entry_author where entry_id = any (gone) order by 1);
      reasons bigint[] := array(select distinct record_id from entry_event where id = any (returned) order by 1);
      note text := disposal_note(own);
      event record;
    begin
      perform require_standing('entry_event', steps || reasons), require_standing('entry_author', authors), require_standing('audit_event', steps || reasons);
      for event in select v.record_id, v.reason from entry_event v where v.id = any (returned) loop
        update audit_event set payload = replace(payload, '"reason":' || to_json(event.reason)::text, '"reason":' || to_json(note)::text)
         where record_id = event.record_id;
      end loop;
      update entry_event set reason = note where id = any (returned);
      delete from idempotency_key where answer ->> 'id' = any (gone::text[]);
      delete from entry_event where entry_id = any (gone);
      delete from entry_author where entry_id = any (gone);
      delete from entry where id = any (gone);
      update audit_event set payload = ${STUB('own')} where record_id = any (steps);
      perform note_parts(own, 'entry_event', steps || reasons), note_parts(own, 'entry_author', authors), note_parts(own, 'audit_event', steps || reasons);
      return jsonb_build_object('entry', cardinality(gone), 'returned_reason', cardinality(returned));
    end $$`,
};

const MAILS: DatabaseFunction = {
  signature: 'dispose_mails(wanted integer)',
  body: `as $$
    declare
      own disposal := open_disposal(wanted, 'mails');
      gone integer;
    begin
      delete from mail where id in (select mail_id from disposable_mails(own.before_day));
      get diagnostics gone = row_count;
      return jsonb_build_object('mail', gone);
    end $$`,
};

/** Where an event or a kept answer names a person, by what it calls that; a name is a word like others, so nothing else is touched. */
const NAMING = ['address', 'author', 'email', 'name', 'username', 'who'];

const LEAVER: DatabaseFunction = {
  signature: 'dispose_account(wanted integer, new_name text, new_username text)',
  body: `as $$
    declare
      own disposal := open_disposal(wanted, 'leaver');
      person account;
      said text;
      naming text;
      keys bigint[];
      changed integer;
      removed jsonb := '{}';
      from_table text;
    begin
      select * into person from account a where a.id = own.account_id and a.disabled_at is not null and a.pseudonymised_at is null for update;
      if person.id is null then
        raise exception 'only who was shut out is reduced to a pseudonym' using errcode = 'restrict_violation';
      end if;
      foreach said in array array_remove(array[person.name, person.username, person.email], null) loop
        keys := array(select a.record_id from audit_event a where a.sealed is not null and position(to_json(said)::text in a.payload) > 0 order by 1);
        perform require_standing('audit_event', keys);
        foreach naming in array array[${NAMING.map((name) => `'${name}'`).join(', ')}] loop
          update audit_event set payload = replace(payload, format('"%s":%s', naming, to_json(said)), format('"%s":%s', naming, to_json(new_name))) where record_id = any (keys);
          update idempotency_key set answer = replace(answer::text, format('"%s": %s', naming, to_json(said)), format('"%s": %s', naming, to_json(new_name)))::jsonb
           where position(format('"%s": %s', naming, to_json(said)) in answer::text) > 0;
        end loop;
        removed := removed || jsonb_build_object('audit_event', coalesce((removed ->> 'audit_event')::int, 0) + note_parts(own, 'audit_event', keys));
      end loop;
      delete from mail where address = person.email;
      delete from deputy where person.id in (account_id, deputy_id);
      get diagnostics changed = row_count;
      removed := removed || jsonb_build_object('deputy', changed);
      foreach from_table in array array['session', 'password_link', 'mail', 'role_proposal', 'recovery_code', 'second_factor', 'external_identity', 'idempotency_key'] loop
        execute format('delete from %I where account_id = $1', from_table) using person.id;
        get diagnostics changed = row_count;
        removed := removed || jsonb_build_object(from_table, changed);
      end loop;
      delete from sign_in_attempt where split_part(key, ':', 2) in (
        select rtrim(translate(encode(sha256(convert_to(one, 'UTF8')), 'base64'), '+/', '-_'), '=') from unnest(array[person.username, person.email, person.id::text]) one);
      if to_regclass('pgboss.job') is not null then
        execute $sql$ delete from pgboss.job where data ->> 'email' = $1 $sql$ using person.email;
      end if;
      update account set name = new_name, username = new_username, email = null, password_hash = null, pseudonymised_at = now(), version = version + 1 where id = person.id;
      return removed || jsonb_build_object('account', 1);
    end $$`,
};

const MASKED: DatabaseFunction = {
  signature: 'dispose_masked(wanted integer)',
  body: `as $$
    declare
      own disposal := open_disposal(wanted, 'masked');
      place record;
      said text;
      keys bigint[];
      of_entry uuid;
      done integer := 0;
    begin
      for place in
        select m.*, t.* from masking m left join lateral removable_text(m.table_name, m.field) t on true where m.id = any (own.maskings) order by m.id
      loop
        if place.key_of is null or place.is_lifted or exists (select from masking n where (n.table_name, n.row_key, n.field) = (place.table_name, place.row_key, place.field) and n.revision > place.revision) then
          raise exception '% % % is kept', place.table_name, place.row_key, place.field using errcode = 'restrict_violation';
        end if;
        execute format('select t.%I::text from %I t where %s = $1', place.field, place.table_name, place.key_of) into said using place.row_key;
        continue when said is null or said = disposal_note(own);
        of_entry := null;
        if place.table_name = 'entry' then
          of_entry := place.row_key::uuid;
          perform reduce_entry(own, of_entry, place.field, disposal_note(own));
        elsif place.table_name = 'entry_event' then
          select v.entry_id into of_entry from entry_event v where v.id = place.row_key::int;
        elsif place.table_name = 'observation' and place.field = 'reason' then
          select o.entry_id into of_entry from observation o where o.id = place.row_key::int;
        end if;
        if place.table_name <> 'entry' then
          execute format('select array_agg(distinct k.record_id) from %I k where k.%I = (select t.%I from %I t where %s = $1)', place.table_name, place.kin_of, place.kin_of, place.table_name, place.key_of)
            into keys using place.row_key;
          perform reduce_rows(own, place.table_name, place.field, said, keys, format('%s = %L', place.key_of, place.row_key));
        end if;
        if of_entry is not null and place.field = 'reason' then
          keys := array(select v.record_id from entry_event v where v.entry_id = of_entry);
          perform reduce_rows(own, 'entry_event', 'reason', said, keys, format('t.entry_id = %L', of_entry));
          perform reduce_rows(own, 'observation', 'reason', said, keys, format('t.entry_id = %L', of_entry));
          if exists (select from entry e where e.id = of_entry and e.reason = said) then
            perform reduce_entry(own, of_entry, 'reason', disposal_note(own));
          end if;
          if exists (select from entry e where e.id = of_entry and e.returned_reason = said) then
            perform reduce_entry(own, of_entry, 'returned_reason', disposal_note(own));
          end if;
        end if;
        done := done + 1;
      end loop;
      return jsonb_build_object('masking', done);
    end $$`,
};

/** What removes, each for a disposal of its transaction. */
export const DISPOSALS: readonly DatabaseFunction[] = [EVENTS, WORKING_MATERIAL, MAILS, LEAVER, MASKED];

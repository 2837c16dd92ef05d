import type { DatabaseFunction } from './disposal-functions.js';

/** How an event names a person; a name is a word like others, so nothing else is touched. */
const NAMING = ['address', 'author', 'email', 'name', 'username', 'who'];

/** Tables whose rows of somebody are theirs alone. */
const OWN = ['external_identity', 'idempotency_key', 'password_link', 'recovery_code', 'role_proposal', 'second_factor', 'session'];

/** Which rows go with somebody who left; `more` are tables that came later. */
export const leaverRows = (more: readonly string[]): DatabaseFunction => ({
  signature: 'leaver_rows(person account) returns table (of_table text, condition text)',
  body: `language sql stable as $$
    select name, format('%L in (account_id, deputy_id)', person.id) from (values ('deputy')) t (name)
     union all
    select name, format('account_id = %L', person.id)
      from unnest(array[${[...OWN, ...more].map((table) => `'${table}'`).join(', ')}]) name
     union all
    select 'mail', format('account_id = %L or address = %L', person.id, person.email)
     union all
    select 'sign_in_attempt', format('split_part(key, '':'', 2) = any (%L)', array(
             select rtrim(translate(encode(sha256(convert_to(one, 'UTF8')), 'base64'), '+/', '-_'), '=')
               from unnest(array[person.username, person.email, person.id::text]) one where one is not null)) $$`,
});

/** What goes with somebody who left: one list for what is told before and for what is removed. */
export const LEAVER_HELPERS: readonly DatabaseFunction[] = [
  leaverRows([]),
  {
    // Events of the account or about it that name the person, as earlier versions wrote them. Somebody else may have the same name.
    signature: 'leaver_events(person account) returns table (record_id bigint)',
    body: `language sql stable as $$
      select a.record_id from audit_event a
       where a.sealed is not null
         and (position(format('"subject":"account:%s"', person.id) in a.payload) > 0 or position(format(',"by":"%s",', person.id) in a.payload) > 0)
         and exists (select from unnest(array[person.name, person.username, person.email]) said, unnest(array[${NAMING.map((name) => `'${name}'`).join(', ')}]) naming
                      where position(format('"%s":%s', naming, to_json(said)) in a.payload) > 0) $$`,
  },
  {
    signature: 'leaver_counts(person_id uuid) returns table (of_table text, rows integer)',
    body: `language plpgsql stable as $$
      declare
        person account;
        place record;
      begin
        select * into person from account a where a.id = person_id;
        for place in select * from leaver_rows(person) order by 1 loop
          of_table := place.of_table;
          execute format('select count(*)::int from %I where %s', place.of_table, place.condition) into rows;
          return next;
        end loop;
        return query select 'named_event'::text, count(*)::int from leaver_events(person);
      end $$`,
  },
];

/** Reduces somebody to a pseudonym: of namesakes and other things of the same name nothing is changed. */
export const LEAVER: DatabaseFunction = {
  signature: 'dispose_account(wanted integer, new_name text, new_username text)',
  body: `as $$
    declare
      own disposal := open_disposal(wanted, 'leaver');
      person account;
      said text;
      naming text;
      keys bigint[];
      place record;
      removed jsonb;
    begin
      select * into person from account a where a.id = own.account_id and a.disabled_at is not null and a.pseudonymised_at is null for update;
      if person.id is null then
        raise exception 'only who was shut out is reduced to a pseudonym' using errcode = 'restrict_violation';
      end if;
      select jsonb_object_agg(c.of_table, c.rows) into removed from leaver_counts(person.id) c;
      keys := array(select e.record_id from leaver_events(person) e order by 1);
      perform require_standing('audit_event', keys);
      foreach said in array array_remove(array[person.name, person.username, person.email], null) loop
        foreach naming in array array[${NAMING.map((name) => `'${name}'`).join(', ')}] loop
          update audit_event set payload = replace(payload, format('"%s":%s', naming, to_json(said)), format('"%s":%s', naming, to_json(new_name))) where record_id = any (keys);
        end loop;
        -- Answers that name the account, or are about an entry that it had a part in.
        update idempotency_key k set answer = replace(k.answer::text, to_json(said)::text, to_json(new_name)::text)::jsonb
         where position(to_json(said)::text in k.answer::text) > 0
           and (position(person.id::text in k.answer::text) > 0
                or k.answer ->> 'id' in (select v.entry_id::text from entry_event v where v.account_id = person.id));
      end loop;
      perform note_parts(own, 'audit_event', keys);
      for place in select * from leaver_rows(person) loop
        execute format('delete from %I where %s', place.of_table, place.condition);
      end loop;
      if to_regclass('pgboss.job') is not null then
        execute $sql$ delete from pgboss.job where data ->> 'email' = $1 $sql$ using person.email;
      end if;
      update account set name = new_name, username = new_username, email = null, password_hash = null, pseudonymised_at = now(), version = version + 1 where id = person.id;
      return removed || jsonb_build_object('account', 1);
    end $$`,
};

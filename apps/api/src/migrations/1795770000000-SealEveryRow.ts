import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows point to their record, with the name of the index that finds a record's rows. */
const RECORDED = `
  select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid
   where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attname = 'record_id' and not a.attisdropped
     and c.relname <> 'audit_event'
   order by c.relname collate "C"`;

/**
 * A row as one text that no setting of the session changes, without the nulls at its end: a column that a later migration adds, and
 * that is null, changes nothing.
 */
const ROW_HASH = `sha256(convert_to(rtrim(t::text, ',)'), 'UTF8'))`;
const PLAIN = `set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'iso_8601' set bytea_output = 'hex' set extra_float_digits = 1`;

/**
 * The audit event of a transaction seals every row that it recorded: their number and digest for each table, with place and moment, are
 * hashed into the chain. What was recorded before is taken into the chain by one event with the digests of all that is there.
 */
export class SealEveryRow1795770000000 implements MigrationInterface {
  readonly name = 'SealEveryRow1795770000000';

  async up(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(
      'select exists (select from record) or exists (select from series_head) as "isUsed"',
    )) as unknown as [{ isUsed: boolean }];
    await runner.query(`alter table audit_event add column sealed text`);
    await this.createFunctions(runner);
    await this.createSeal(runner);
    await this.recordSeries(runner);
    for (const { table, index } of await recordedTables(runner)) await runner.query(`create index "${index}" on ${table} (record_id)`);
    if (found.isUsed) await runner.query(`select seal(adoption())`);
    await runner.query(`alter table series_head add constraint "FK_4b8063d74c14e65959100dad3f5" foreign key (record_id)
      references record(id) deferrable initially deferred`);
    await runner.query(`drop function adoption()`);
  }

  /** The triggers note which tables a transaction recorded in; only those are read again when it is sealed. */
  private async createFunctions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function refuse_after_seal() returns trigger language plpgsql as $$
      declare noted text := coalesce(nullif(current_setting('slusen.tables', true), ''), ' ');
      begin
        if current_setting('slusen.sealed', true) <> '' then
          raise exception 'the transaction was sealed: nothing can be recorded in % any more', tg_table_name using errcode = 'restrict_violation';
        end if;
        if position(' ' || tg_table_name || ' ' in noted) = 0 then
          perform set_config('slusen.tables', noted || tg_table_name || ' ', true);
        end if;
        return null;
      end $$`);
    await runner.query(`
      create function rows_digest(name text, only_record bigint) returns text language plpgsql stable ${PLAIN} as $$
      declare
        place text := case when exists (select from pg_attribute where attrelid = name::regclass and attname = 'id') then 'id' else 'h' end;
        found text;
      begin
        execute format('
          select format(''{"count":%%s,"sha256":"%%s"}'', count(h), encode(sha256(coalesce(string_agg(h, ''''), '''')), ''hex''))
            from (select ${ROW_HASH.replaceAll(`'`, `''`)} as h from %I t where $1 is null or record_id = $1 order by %s) s having $1 is null or count(h) > 0',
          name, place) into found using only_record;
        return found;
      end $$`);
    await runner.query(`
      create function adoption() returns text language sql as $$
        select format('{"action":"history.adopt","by":null,"facts":{"tables":{%s}},"subject":"history"}',
                      string_agg(format('"%s":%s', name, rows_digest(name, null)), ',' order by name collate "C"))
          from (select r.table::text as name from (${RECORDED}) r union all select 'record') t
      $$`);
  }

  private async createSeal(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function seal(payload text, out seq bigint, out at timestamptz) language plpgsql as $$
      declare
        own bigint := current_record();
        digests text;
        sealed text;
        last_at timestamptz;
        last_hash bytea;
      begin
        perform set_config('slusen.sealed', own::text, true);
        select string_agg(format('"%s":%s', name, digest), ',' order by name collate "C") into digests
          from (select name, rows_digest(name, own) as digest
                  from unnest(string_to_array(btrim(current_setting('slusen.tables', true)), ' ')) name) t
         where digest is not null;
        perform pg_advisory_xact_lock(hashtext('slusen.record'));
        select r.seq, r.at, a.hash into seq, last_at, last_hash from record r join audit_event a on a.record_id = r.id order by r.seq desc limit 1;
        seq := coalesce(seq, 0) + 1;
        at := greatest(date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond', last_at);
        last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
        sealed := format('{"at":"%s","form":1,"record":%s,"rows":{%s},"seq":%s}',
                         to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), own, digests, seq);
        insert into record (id, seq, at) values (own, seq, at);
        insert into audit_event (record_id, payload, sealed, previous_hash, hash)
        values (own, payload, sealed, last_hash, sha256(last_hash || convert_to(sealed || E'\\n' || payload, 'UTF8')));
      end $$`);
  }

  /** Which indicator, territory and part a series is about decides what its figures say, so that is history too. */
  private async recordSeries(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table series_head add column record_id bigint`);
    await runner.query(`update series_head set record_id = current_record()`);
    await runner.query(`alter table series_head alter column record_id set not null, alter column record_id set default current_record()`);
    await runner.query(
      `create trigger refuse_change before update or delete or truncate on series_head for each statement execute function refuse_change()`,
    );
    await runner.query(
      `create trigger refuse_after_seal before insert on series_head for each statement execute function refuse_after_seal()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { index } of await recordedTables(runner)) await runner.query(`drop index "${index}"`);
    await runner.query(`drop trigger refuse_change on series_head`);
    await runner.query(`drop trigger refuse_after_seal on series_head`);
    await runner.query(`alter table series_head drop column record_id`);
    await runner.query(`drop function rows_digest(text, bigint)`);
    await this.chainAsBefore(runner);
    await runner.query(`alter table audit_event drop column sealed`);
    await this.createFunctionsAsBefore(runner);
  }

  /** The program of before knows links over the payload alone. */
  private async chainAsBefore(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_event disable trigger user`);
    await runner.query(`
      do $$
      declare
        event record;
        last bytea := decode(repeat('00', 32), 'hex');
      begin
        for event in select a.record_id, a.payload from audit_event a join record r on r.id = a.record_id order by r.seq loop
          update audit_event set previous_hash = last, hash = sha256(last || convert_to(event.payload, 'UTF8'))
           where record_id = event.record_id returning hash into last;
        end loop;
      end $$`);
    await runner.query(`alter table audit_event enable trigger user`);
  }

  private async createFunctionsAsBefore(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function seal(payload text, out seq bigint, out at timestamptz) language plpgsql as $$
      declare
        own bigint := current_record();
        last_at timestamptz;
        last_hash bytea;
      begin
        perform set_config('slusen.sealed', own::text, true);
        perform pg_advisory_xact_lock(hashtext('slusen.record'));
        select r.seq, r.at, a.hash into seq, last_at, last_hash from record r join audit_event a on a.record_id = r.id order by r.seq desc limit 1;
        seq := coalesce(seq, 0) + 1;
        at := greatest(date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond', last_at);
        last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
        insert into record (id, seq, at) values (own, seq, at);
        insert into audit_event (record_id, payload, previous_hash, hash)
        values (own, payload, last_hash, sha256(last_hash || convert_to(payload, 'UTF8')));
      end $$`);
    await runner.query(`
      create or replace function refuse_after_seal() returns trigger language plpgsql as $$
      begin
        if current_setting('slusen.sealed', true) <> '' then
          raise exception 'the transaction was sealed: nothing can be recorded in % any more', tg_table_name using errcode = 'restrict_violation';
        end if;
        return null;
      end $$`);
  }
}

/** The tables that hold history now, each with TypeORM's own name for its index. */
async function recordedTables(runner: QueryRunner): Promise<{ table: string; index: string }[]> {
  const rows = (await runner.query(RECORDED)) as unknown as { table: string }[];
  const naming = runner.dataSource.namingStrategy;
  return rows.map(({ table }) => ({ table, index: naming.indexName(table, ['record_id']) }));
}

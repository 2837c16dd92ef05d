import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows point to their record, with the name of the index that finds a record's rows. */
const RECORDED = `
  select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid
   where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attname = 'record_id' and not a.attisdropped
     and c.relname <> 'audit_event'
   order by c.relname collate "C"`;

/**
 * Number and digest of the rows of a table that the condition holds for, a thousand at a time: what a large file brings is never one text.
 * A row is a text that no setting of the session changes, without the nulls at its end: a column that a later migration adds, and that is
 * null, changes nothing.
 */
const digestOf = (table: string, [part, place]: readonly [part: string, place: string], condition: string): string => `
  select sum(p.rows), sha256(string_agg(p.digest, '' order by p.part))
    from (select ${part} as part, count(*) as rows, sha256(convert_to(string_agg(w.row_text, e'\\n' order by ${place}), 'UTF8')) as digest
            from ${table} t, lateral (select rtrim(t::text, ',)') as row_text) w where ${condition} group by 1) p`;
const NUMBERED = ['t.id / 1000', 't.id'] as const;
const WITHOUT_NUMBER = ['0', 'w.row_text collate "C"'] as const;
const PLAIN = `set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'iso_8601' set bytea_output = 'hex' set extra_float_digits = 1`;
/** One plan for all: over the index, however many rows the record of another table once had. */
const PLANNED = `set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set jit = off`;

/**
 * The audit event of a transaction seals every row that it recorded: their number and digest for each table, with place and moment, are
 * hashed into the chain. What was recorded before is taken into the chain by one event with the digests of all that is there.
 */
export class SealEveryRow1795785000000 implements MigrationInterface {
  readonly name = 'SealEveryRow1795785000000';

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
      references recording(id)`);
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
    // What entries write is read by plans that the session keeps: planning takes longer than reading a row or two.
    await runner.query(`
      create function rows_digest(name text, only_record bigint) returns text language plpgsql stable as $$
      declare
        is_numbered boolean;
        counted bigint;
        digested bytea;
      begin
        if only_record is not null and name = 'entry_event' then
          ${digestOf('entry_event', NUMBERED, 't.record_id = only_record')} into counted, digested;
        elsif only_record is not null and name = 'observation' then
          ${digestOf('observation', NUMBERED, 't.record_id = only_record')} into counted, digested;
        elsif only_record is not null and name = 'entry_author' then
          ${digestOf('entry_author', WITHOUT_NUMBER, 't.record_id = only_record')} into counted, digested;
        else
          is_numbered := exists (select from pg_attribute where attrelid = name::regclass and attname = 'id');
          execute format(case when is_numbered then $sql$${digestOf('%I', NUMBERED, '%s')}$sql$ else $sql$${digestOf('%I', WITHOUT_NUMBER, '%s')}$sql$ end,
            name, case when only_record is null then 'true' else 't.record_id = $1' end) into counted, digested using only_record;
        end if;
        return format('{"count":%s,"sha256":"%s"}', coalesce(counted, 0), encode(coalesce(digested, sha256('')), 'hex'));
      end $$`);
    await runner.query(`
      create function adoption() returns text language sql ${PLAIN} as $$
        select format('{"action":"history.adopt","by":null,"facts":{"tables":{%s}},"subject":"history"}',
                      string_agg(format('"%s":%s', name, rows_digest(name, null)), ',' order by name collate "C"))
          from (select r.table::text as name from (${RECORDED}) r union all select 'record') t
      $$`);
  }

  private async createSeal(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function seal(payload text, out seq bigint, out at timestamptz) language plpgsql ${PLAIN} ${PLANNED} as $$
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
         where digest not like '{"count":0,%';
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

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows are recorded, with the name of their reference to the record. */
const RECORDED: Readonly<Record<string, string>> = {
  actor: 'FK_0f4cd20c5516d52d8db280743d1',
  area: 'FK_2876b4ac67a6f6e2692ddde6657',
  entry_author: 'FK_1df076ba04fbada133c1098d64f',
  entry_event: 'FK_f3eb20d9a97860e9f8e8a735b39',
  goal: 'FK_d7bf385664a32cb8151b7054c35',
  import_run: 'FK_1fe80c8b66585d5c89a9071f5b5',
  indicator: 'FK_909b952896957591aaedfcaf21c',
  indicator_definition: 'FK_dfb5d29076f4ee1f44bf947d602',
  observation: 'FK_4f96b9d78ac4b687a3e7eca6351',
  responsibility: 'FK_ca936ff66772185c888691be93b',
  series_break: 'FK_91ffd04ff3ce58fd1640ea3936b',
  strategy: 'FK_8c7494d54fade66cfb6ac475d33',
  strategy_version: 'FK_d63782c9e60c247c4b208136d02',
  target: 'FK_f40b4b156387852fc35b564f7ac',
  territory: 'FK_ce698ef13ea1d96721f3217603f',
};
/** All but the authors of entries told when by themselves. */
const DATED = Object.keys(RECORDED).filter((table) => table !== 'entry_author');
/** Guarded since the first version; authors of entries only now. */
const GUARDED = [...DATED, 'audit_event'];

const everything = (columns: string): string =>
  DATED.map((table) => `select '${table}' as name, ${columns} from ${table}`).join(' union all ');

/**
 * When something was recorded, and in which order, is told once for each transaction, in a row that its other rows point to. That row is
 * written last, under the lock that is held until the commit: the lock is held for one short step however much is recorded, and
 * nothing recorded later ever stands before it. What was recorded so far is put together by transactions, whose last act was their audit
 * event.
 */
export class OneRecordPerTransaction1795760000000 implements MigrationInterface {
  readonly name = 'OneRecordPerTransaction1795760000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table record (id bigint not null, seq bigint not null, at timestamptz not null,
        constraint "UQ_42807231cfb6f731ab29c53f516" unique (seq), constraint "PK_5cb1f4d1aff275cf9001f4343b9" primary key (id))`);
    await this.fillRecord(runner);
    await runner.query(`create sequence record_id_seq`);
    await runner.query(`select setval('record_id_seq', (select max(id) from record)) from record limit 1`);
    await this.createFunctions(runner);
    for (const table of GUARDED) await runner.query(`alter table ${table} disable trigger user`);
    for (const table of Object.keys(RECORDED)) await this.pointToRecord(runner, table);
    await this.sealLeftovers(runner);
    for (const table of GUARDED) await runner.query(`alter table ${table} enable trigger user`);
    for (const table of DATED) await runner.query(`alter table ${table} drop column recorded_at, drop column seq`);
    await runner.query(`alter table entry_author drop column seq`);
    await runner.query(`drop function hold_record_lock() cascade`);
    await runner.query(`drop function next_record() cascade`);
    await runner.query(`drop sequence record_seq`);
    await this.guard(runner);
  }

  /** A record for each audit event, which was the last act of its transaction: its place, and the latest moment that any row of it told. */
  private async fillRecord(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create temporary table dated on commit drop as
      select (select min(a.seq) from audit_event a where a.seq >= r.seq) as id, max(r.recorded_at) as at from (${everything('seq, recorded_at')}) r group by 1`);
    await runner.query(`
      insert into record (id, seq, at)
      select seq, seq, date_trunc('milliseconds', max(at) over (order by seq))
        from (select a.seq, coalesce(d.at, (a.payload::jsonb ->> 'at')::timestamptz) as at from audit_event a left join dated d on d.id = a.seq) t`);
  }

  private async createFunctions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function current_record() returns bigint language plpgsql as $$
      declare own text := current_setting('slusen.record', true);
      begin
        if own is null or own = '' then
          own := nextval('record_id_seq')::text;
          perform set_config('slusen.record', own, true);
        end if;
        return own::bigint;
      end $$`);
    // Always past the clock's own millisecond: who asked what was known until then has been answered already.
    await runner.query(`
      create function seal(payload text, out seq bigint, out at timestamptz) language plpgsql as $$
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
      create function refuse_after_seal() returns trigger language plpgsql as $$
      begin
        if current_setting('slusen.sealed', true) <> '' then
          raise exception 'the transaction was sealed: nothing can be recorded in % any more', tg_table_name using errcode = 'restrict_violation';
        end if;
        return null;
      end $$`);
  }

  private async pointToRecord(runner: QueryRunner, table: string): Promise<void> {
    await runner.query(`alter table ${table} add column record_id bigint`);
    await runner.query(
      `update ${table} t set record_id = coalesce((select min(r.id) from record r where r.id >= t.seq), current_record())`,
    );
    await runner.query(`alter table ${table} alter column record_id set not null, alter column record_id set default current_record()`);
  }

  /** What no audit event came after (only somebody's own statement can have left such rows) is sealed by one now. */
  private async sealLeftovers(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_event rename column seq to record_id`);
    await runner.query(`alter table audit_event rename constraint "PK_53300da00860bdf4dc3ef7daae6" to "PK_a27d8c00555b6b4cfaf48cc9ee3"`);
    const [left] = (await runner.query(`select current_setting('slusen.record', true) as id`)) as unknown as { id: string | null }[];
    if (left?.id) await runner.query(`select seal('{"action":"record.adopt","by":null,"facts":{},"subject":"record:${left.id}"}')`);
    for (const [table, key] of Object.entries({ ...RECORDED, audit_event: undefined })) {
      await runner.query(
        key
          ? `alter table ${table} add constraint "${key}" foreign key (record_id) references record(id) deferrable initially deferred`
          : `alter table audit_event add constraint "FK_a27d8c00555b6b4cfaf48cc9ee3" foreign key (record_id) references record(id)`,
      );
    }
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const table of ['record', 'entry_author']) {
      await runner.query(
        `create trigger refuse_change before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
      );
      await runner.query(`grant select, insert on ${table} to slusen_app`);
    }
    for (const table of Object.keys(RECORDED)) {
      await runner.query(
        `create trigger refuse_after_seal before insert on ${table} for each statement execute function refuse_after_seal()`,
      );
    }
    await runner.query(`grant usage, select on sequence record_id_seq to slusen_app`);
    await runner.query(`drop function public_observation(timestamptz)`);
    await runner.query(`
      create function public_observation(known timestamptz) returns table (
        id integer, series_id integer, period text, period_end integer, revision integer, value numeric(21,6), missing text, quality text,
        provenance text, provenance_note text, margin numeric(21,6), respondents integer, source text, reason text, department_id integer,
        public_at timestamptz, recorded_at timestamptz, seq bigint) language sql stable as $$
        select o.id, o.series_id, o.period, o.period_end, o.revision, o.value, o.missing, o.quality, o.provenance,
               o.provenance_note, o.margin, o.respondents, o.source, o.reason, o.department_id,
               greatest(o.publish_at, r.at) as public_at, r.at as recorded_at, r.seq
          from observation o join record r on r.id = o.record_id
         where o.publish_at <= coalesce(known, now()) and (known is null or r.at <= known)
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create sequence record_seq`);
    await runner.query(`create function next_record() returns bigint language sql volatile as $$ select nextval('record_seq') $$`);
    await runner.query(`drop function refuse_after_seal() cascade`);
    await runner.query(`drop trigger refuse_change on entry_author`);
    for (const table of GUARDED) await runner.query(`alter table ${table} disable trigger user`);
    await this.numberEverything(runner);
    await this.undoAudit(runner);
    for (const table of Object.keys(RECORDED)) await runner.query(`alter table ${table} drop column record_id`);
    for (const table of GUARDED) await runner.query(`alter table ${table} enable trigger user`);
    await runner.query(`drop function seal(text)`);
    await runner.query(`drop function current_record()`);
    await runner.query(`drop sequence record_id_seq`);
    await runner.query(`drop table record`);
    await this.guardAsBefore(runner);
  }

  /** Every row gets a number of its own again, in the order of the records, the audit event last. */
  private async numberEverything(runner: QueryRunner): Promise<void> {
    const rows = [...DATED, 'entry_author'].map((table) => `select '${table}' as name, record_id, ctid as place, 0 as rank from ${table}`);
    rows.push(`select 'audit_event', record_id, ctid, 1 from audit_event`);
    await runner.query(`
      create temporary table numbered on commit drop as
      select name, place, at, row_number() over (order by r.seq, t.rank, t.name, t.place) as seq
        from (${rows.join(' union all ')}) t join record r on r.id = t.record_id`);
    await runner.query(`select setval('record_seq', (select max(seq) from numbered)) from numbered limit 1`);
    for (const table of [...DATED, 'entry_author']) {
      await runner.query(`alter table ${table} add column seq bigint`);
      if (table !== 'entry_author') await runner.query(`alter table ${table} add column recorded_at timestamptz`);
      const dated = table === 'entry_author' ? '' : ', recorded_at = n.at';
      await runner.query(`update ${table} t set seq = n.seq${dated} from numbered n where n.name = '${table}' and n.place = t.ctid`);
      await runner.query(`alter table ${table} alter column seq set not null, alter column seq set default next_record()`);
      if (table !== 'entry_author')
        await runner.query(
          `alter table ${table} alter column recorded_at set not null, alter column recorded_at set default clock_timestamp()`,
        );
    }
  }

  private async undoAudit(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_event drop constraint "FK_a27d8c00555b6b4cfaf48cc9ee3"`);
    await runner.query(`update audit_event t set record_id = -n.seq from numbered n where n.name = 'audit_event' and n.place = t.ctid`);
    await runner.query(`update audit_event set record_id = -record_id`);
    await runner.query(`alter table audit_event rename column record_id to seq`);
    await runner.query(`alter table audit_event rename constraint "PK_a27d8c00555b6b4cfaf48cc9ee3" to "PK_53300da00860bdf4dc3ef7daae6"`);
  }

  private async guardAsBefore(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function hold_record_lock() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtext('slusen.record'));
        return null;
      end $$`);
    for (const table of DATED) {
      await runner.query(
        `create trigger hold_record_lock before insert on ${table} for each statement execute function hold_record_lock()`,
      );
    }
    await runner.query(`grant usage, select on sequence record_seq to slusen_app`);
    await runner.query(`drop function public_observation(timestamptz)`);
    await runner.query(`
      create function public_observation(known timestamptz) returns table (
        id integer, series_id integer, period text, period_end integer, revision integer, value numeric(21,6), missing text, quality text,
        provenance text, provenance_note text, margin numeric(21,6), respondents integer, source text, reason text, department_id integer,
        public_at timestamptz, recorded_at timestamptz, seq bigint) language sql stable as $$
        select o.id, o.series_id, o.period, o.period_end, o.revision, o.value, o.missing, o.quality, o.provenance,
               o.provenance_note, o.margin, o.respondents, o.source, o.reason, o.department_id,
               greatest(o.publish_at, o.recorded_at) as public_at, o.recorded_at, o.seq
          from observation o
         where o.publish_at <= coalesce(known, now()) and (known is null or o.recorded_at <= known)
      $$`);
  }
}

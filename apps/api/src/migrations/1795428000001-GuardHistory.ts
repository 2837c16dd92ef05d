import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was recorded stays: no UPDATE, DELETE or TRUNCATE, not even by the owner. */
const APPEND_ONLY = [
  'actor',
  'territory',
  'strategy',
  'strategy_version',
  'area',
  'goal',
  'responsibility',
  'indicator',
  'indicator_definition',
  'series_break',
  'target',
  'observation',
  'entry_event',
  'import_run',
  'audit_event',
] as const;
/** These take their place in the order of everything recorded while they hold the record lock. */
const RECORDED = APPEND_ONLY.filter((table) => table !== 'audit_event');
/** Working records: the app may change them, within the rules of its workflows. */
const WORKING: Readonly<Record<string, string>> = {
  account: 'select, insert, update',
  account_role: 'select, insert, delete',
  session: 'select, insert, update, delete',
  series_head: 'select, insert, update',
  entry: 'select, insert, update',
  entry_author: 'select, insert',
  idempotency_key: 'select, insert, delete',
};

/** Rules that the database keeps by itself, whoever is connected. */
export class GuardHistory1795428000001 implements MigrationInterface {
  readonly name = 'GuardHistory1795428000001';

  async up(runner: QueryRunner): Promise<void> {
    await this.createFunctions(runner);
    for (const table of APPEND_ONLY) {
      await runner.query(
        `create trigger refuse_change before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
      );
      await runner.query(`grant select, insert on ${table} to slusen_app`);
    }
    for (const table of RECORDED) {
      await runner.query(
        `create trigger hold_record_lock before insert on ${table} for each statement execute function hold_record_lock()`,
      );
    }
    for (const [table, rights] of Object.entries(WORKING)) await runner.query(`grant ${rights} on ${table} to slusen_app`);
    await runner.query(`grant select on migration to slusen_app`);
    await runner.query(`grant usage, select on sequence record_seq to slusen_app`);
    // Imports compare a file with what is there in a table of their own transaction.
    await runner.query(`do $$ begin execute format('grant connect, temporary on database %I to slusen_app', current_database()); end $$`);
    await runner.query(`grant usage on schema public to slusen_app`);
    await runner.query(`
      create view public_observation as
      select o.id, o.series_id, o.period, o.period_end, o.revision, o.value, o.missing, o.quality, o.provenance,
             o.provenance_note, o.margin, o.respondents, o.source, o.reason, o.department_id,
             greatest(o.publish_at, o.recorded_at) as public_at, o.recorded_at, o.seq
        from observation o
       where o.publish_at <= now()`);
    await runner.query(`grant select on public_observation to slusen_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view public_observation`);
    await runner.query(`revoke all on sequence record_seq from slusen_app`);
    await runner.query(`revoke all on migration from slusen_app`);
    for (const table of Object.keys(WORKING)) await runner.query(`revoke all on ${table} from slusen_app`);
    for (const table of RECORDED) await runner.query(`drop trigger hold_record_lock on ${table}`);
    for (const table of APPEND_ONLY) {
      await runner.query(`revoke all on ${table} from slusen_app`);
      await runner.query(`drop trigger refuse_change on ${table}`);
    }
    await runner.query(`drop function hold_record_lock()`);
    await runner.query(`drop function refuse_change()`);
  }

  private async createFunctions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
      end $$`);
    // Numbers are given out under one lock that is held until commit, so a later number is never visible before an
    // earlier one, and nobody can forget to take it.
    await runner.query(`
      create function hold_record_lock() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtext('slusen.record'));
        return null;
      end $$`);
  }
}

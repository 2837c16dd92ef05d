import type { MigrationInterface, QueryRunner } from 'typeorm';

const currentRecord = (first: string): string => `
  create or replace function current_record() returns bigint language plpgsql as $$
  declare own text := current_setting('slusen.record', true);
  begin
    if own is null or own = '' then
      own := nextval('record_id_seq')::text;${first}
      perform set_config('slusen.record', own, true);
    end if;
    return own::bigint;
  end $$`;

/**
 * A transaction that records is there from its first row, in `recording`; its rows point to that, and that alone is checked at the
 * commit to have been sealed. When every row pointed to the record, which is written last, each of them was checked at the commit,
 * while everybody else waited for the record lock: seconds, for a large file.
 */
export class PointToRecording1795780100000 implements MigrationInterface {
  readonly name = 'PointToRecording1795780100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table recording (id bigint not null, constraint "PK_2f037d57bd6d7f1e4d68d72e6f4" primary key (id))`);
    await runner.query(`insert into recording (id) select id from record`);
    for (const { name, key } of await references(runner, 'record')) {
      await runner.query(`alter table ${name} drop constraint "${key}"`);
      await runner.query(`alter table ${name} add constraint "${key}" foreign key (record_id) references recording(id)`);
    }
    await runner.query(
      `alter table recording add constraint "FK_2f037d57bd6d7f1e4d68d72e6f4" foreign key (id) references record(id) deferrable initially deferred`,
    );
    await runner.query(
      `create trigger refuse_change before update or delete or truncate on recording for each statement execute function refuse_change()`,
    );
    await runner.query(`grant select, insert on recording to slusen_app`);
    await runner.query(
      currentRecord(`
      insert into recording (id) values (own::bigint);`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(currentRecord(''));
    for (const { name, key } of await references(runner, 'recording')) {
      await runner.query(`alter table ${name} drop constraint "${key}"`);
      await runner.query(
        `alter table ${name} add constraint "${key}" foreign key (record_id) references record(id) deferrable initially deferred`,
      );
    }
    await runner.query(`drop table recording`);
  }
}

/** The tables whose rows point to this one with their `record_id`, but for the audit event, which is written after the record. */
function references(runner: QueryRunner, table: string): Promise<{ name: string; key: string }[]> {
  return runner.query(`
    select conrelid::regclass::text as name, conname as key from pg_constraint
     where contype = 'f' and confrelid = '${table}'::regclass and conrelid <> 'audit_event'::regclass
     order by 1`);
}

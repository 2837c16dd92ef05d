import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['follow_up_round', 'follow_up_round_revision', 'follow_up_rule_revision'] as const;

/** Follow-up rounds and the rules that make them, each insert-only and sealed as all history is. */
export class PlanRounds1798700000000 implements MigrationInterface {
  readonly name = 'PlanRounds1798700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table follow_up_round (
        id integer generated always as identity not null, period text not null, record_id bigint not null default current_record(),
        constraint "UQ_a5895b197567cabea0742fcf159" unique (period),
        constraint "PK_490af73cb210a9c21e3cb802bb0" primary key (id),
        constraint "FK_16f62ddaa17020bf952db102894" foreign key (record_id) references recording(id))`);
    await runner.query(`
      create table follow_up_round_revision (
        round_id integer not null, revision integer not null, opens_on date not null, due_on date not null, grace_days integer not null,
        review_until date not null, publish_at timestamp with time zone, locks_on date, is_cancelled boolean not null,
        record_id bigint not null default current_record(),
        constraint ck_round_days check (due_on >= opens_on and review_until >= due_on and grace_days >= 0),
        constraint "PK_4cc419f0bc5c3872a857a2f13c1" primary key (round_id, revision),
        constraint "FK_650df0b5b70406492ba231f8ba5" foreign key (round_id) references follow_up_round(id),
        constraint "FK_12db4c1209cbc769b8a864a6dd2" foreign key (record_id) references recording(id))`);
    await runner.query(`
      create table follow_up_rule_revision (
        cadence text not null, revision integer not null, opens_after integer not null, days_open integer not null, grace_days integer not null,
        review_days integer not null, publish_after integer, locks_after integer, is_on boolean not null,
        record_id bigint not null default current_record(),
        constraint ck_rule_days check (days_open > 0 and grace_days >= 0 and review_days >= 0),
        constraint ck_cadence_word check (cadence in ('month', 'quarter', 'tertial', 'half-year', 'year')),
        constraint "PK_203fdff44ff69dbd65f3ad69521" primary key (cadence, revision),
        constraint "FK_03707a49f63c1bbb88ef8f41be8" foreign key (record_id) references recording(id))`);
    await runner.query(`create index "IDX_16f62ddaa17020bf952db10289" on follow_up_round (record_id)`);
    await runner.query(`create index "IDX_12db4c1209cbc769b8a864a6dd" on follow_up_round_revision (record_id)`);
    await runner.query(`create index "IDX_03707a49f63c1bbb88ef8f41be" on follow_up_rule_revision (record_id)`);
    for (const table of TABLES) await guard(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`drop table ${table}`);
  }
}

async function guard(runner: QueryRunner, table: string): Promise<void> {
  const triggers = ['refuse_change before update or delete or truncate', 'refuse_after_seal before insert'] as const;
  for (const trigger of triggers) {
    const [name] = trigger.split(' ');
    await runner.query(`create trigger ${trigger} on ${table} for each statement execute function ${name}()`);
  }
  await runner.query(`grant select, insert on ${table} to slusen_app`);
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody stands in for another who is away. It is no history: who named whom, and until when, stands in the audit trail. */
export class NameDeputies1798200000001 implements MigrationInterface {
  readonly name = 'NameDeputies1798200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deputy (
        id integer generated always as identity not null, account_id uuid not null, deputy_id uuid not null, valid_from date not null, valid_to date not null,
        constraint ck_deputy_days check (valid_to >= valid_from), constraint ck_deputy_other check (deputy_id <> account_id),
        constraint "PK_eea4d66f405ea2e66cef763a372" primary key (id),
        constraint "FK_4560a74ad2ef6b00fcee8512ecd" foreign key (account_id) references account(id),
        constraint "FK_109b2e44b8421c2f291a5ebadf0" foreign key (deputy_id) references account(id))`);
    await runner.query(`create index "IDX_4560a74ad2ef6b00fcee8512ec" on deputy (account_id)`);
    await runner.query(`create index "IDX_109b2e44b8421c2f291a5ebadf" on deputy (deputy_id)`);
    await runner.query(`grant select, insert, delete on deputy to slusen_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table deputy`);
  }
}

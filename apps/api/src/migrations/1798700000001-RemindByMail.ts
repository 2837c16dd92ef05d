import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = { before: ['invitation', 'reset'], after: ['invitation', 'reset', 'reminder', 'returned', 'approved'] };

/** What people chose to be written to about, and on which days they were reminded. Neither is history. */
export class RemindByMail1798700000001 implements MigrationInterface {
  readonly name = 'RemindByMail1798700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification_choice (
        account_id uuid not null, days_before smallint, on_last_day boolean not null, every_days_after smallint, returned boolean not null,
        approved boolean not null, queue_after smallint,
        constraint ck_notification_days check (coalesce(days_before, 1) > 0 and coalesce(every_days_after, 1) > 0 and coalesce(queue_after, 1) > 0),
        constraint "PK_ee42d95b49f9502aeb5c5879275" primary key (account_id),
        constraint "FK_ee42d95b49f9502aeb5c5879275" foreign key (account_id) references account(id))`);
    await runner.query(`
      create table reminded_day (
        account_id uuid not null, day date not null,
        constraint "PK_b6e7b7e4069a9f412add3498b8b" primary key (account_id, day),
        constraint "FK_c0eb599ebb80bd1e897454bd1a1" foreign key (account_id) references account(id))`);
    await kinds(runner, KINDS.after);
    await runner.query(`grant select, insert, update, delete on notification_choice to slusen_app`);
    await runner.query(`grant select, insert, delete on reminded_day to slusen_app`);
  }

  /** Mails of the kinds that were not there before go with them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from mail where kind in ('reminder', 'returned', 'approved')`);
    await kinds(runner, KINDS.before);
    await runner.query(`drop table reminded_day`);
    await runner.query(`drop table notification_choice`);
  }
}

async function kinds(runner: QueryRunner, words: readonly string[]): Promise<void> {
  await runner.query(`alter table mail drop constraint ck_kind_word`);
  await runner.query(`alter table mail add constraint ck_kind_word check (kind in (${words.map((word) => `'${word}'`).join(', ')}))`);
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = ['invitation', 'reset', 'reminder', 'returned', 'approved'];
const MORE = ['deputy', 'handed-over', 'time-decided'];

/** Mails to deputies, to whoever takes over after somebody, and about more time that was asked for, which each chooses. */
export class WriteAboutWhoAnswers1798900000000 implements MigrationInterface {
  readonly name = 'WriteAboutWhoAnswers1798900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table notification_choice add time_decided boolean not null default true`);
    await kinds(runner, [...BEFORE, ...MORE]);
  }

  /** Mails of the kinds that were not there before go with them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from mail where kind in (${listed(MORE)})`);
    await kinds(runner, BEFORE);
    await runner.query(`alter table notification_choice drop column time_decided`);
  }
}

async function kinds(runner: QueryRunner, words: readonly string[]): Promise<void> {
  await runner.query(`alter table mail drop constraint ck_kind_word`);
  await runner.query(`alter table mail add constraint ck_kind_word check (kind in (${listed(words)}))`);
}

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

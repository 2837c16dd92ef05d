import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = ['invitation', 'reset', 'reminder', 'returned', 'approved', 'deputy', 'handed-over', 'time-decided', 'asked'];

/** Mails to those who may adopt a strategy that another has proposed. */
export class TellWhoAdopts1799600000001 implements MigrationInterface {
  readonly name = 'TellWhoAdopts1799600000001';

  async up(runner: QueryRunner): Promise<void> {
    await kinds(runner, [...BEFORE, 'proposed']);
  }

  /** Mails of the kind that was not there before go with it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from mail where kind = 'proposed'`);
    await kinds(runner, BEFORE);
  }
}

async function kinds(runner: QueryRunner, words: readonly string[]): Promise<void> {
  await runner.query(`alter table mail drop constraint ck_kind_word`);
  await runner.query(`alter table mail add constraint ck_kind_word check (kind in (${words.map((word) => `'${word}'`).join(', ')}))`);
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LEAVER_HELPERS, leaverRows } from './leaver-functions.js';

/** What an entry said when it was returned, and what a reviewer often writes: working material of reviewers, and no history. */
export class ReviewAnew1799200000000 implements MigrationInterface {
  readonly name = 'ReviewAnew1799200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table entry add returned_figure jsonb`);
    await runner.query(`
      create table quick_reasons (
        account_id uuid not null, reasons jsonb not null,
        constraint "PK_92ab5e07332868e019669710d94" primary key (account_id),
        constraint "FK_92ab5e07332868e019669710d94" foreign key (account_id) references account(id))`);
    await runner.query(`grant select, insert, update, delete on quick_reasons to slusen_app`);
    const { signature, body } = leaverRows(['quick_reasons']);
    await runner.query(`create or replace function ${signature} ${body}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { signature, body } of LEAVER_HELPERS.slice(0, 1)) await runner.query(`create or replace function ${signature} ${body}`);
    await runner.query(`drop table quick_reasons`);
    await runner.query(`alter table entry drop returned_figure`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each counter stands, read by the program too: everything is exported without the owner of the tables, by a button. */
export class ReadCounters1799500000002 implements MigrationInterface {
  readonly name = 'ReadCounters1799500000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ofAllCounters('grant select', 'to slusen_app'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ofAllCounters('revoke select', 'from slusen_app'));
    await runner.query(`grant select on sequence record_id_seq to slusen_app`);
  }
}

/** In the schema where the tables are: `verify` makes them anew in another one to compare. */
const ofAllCounters = (right: string, whom: string): string =>
  `do $$ begin execute format('${right} on all sequences in schema %I ${whom}', current_schema()); end $$`;

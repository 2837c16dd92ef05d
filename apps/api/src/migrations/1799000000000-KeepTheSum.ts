import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sum that was typed in the place of a value is kept with the entry: a column at the end of working rows, which no recorded row changes by. */
export class KeepTheSum1799000000000 implements MigrationInterface {
  readonly name = 'KeepTheSum1799000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table entry add calculation text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table entry drop column calculation`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The parts of a figure as they are entered. A nullable column at the end: no row changes its text. */
export class EnterParts1799300000002 implements MigrationInterface {
  readonly name = 'EnterParts1799300000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table entry add parts jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table entry drop column parts`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an indicator is broken down by. A nullable column at the end: no recorded row changes its text. */
export class BreakDownFigures1799300000001 implements MigrationInterface {
  readonly name = 'BreakDownFigures1799300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table indicator_definition add breakdown jsonb`);
  }

  /** Refused while a definition says it: the program of before would publish what is kept back. */
  async down(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(`select count(*)::int as rows from indicator_definition where breakdown is not null`)) as {
      rows: number;
    }[];
    if (found && found.rows > 0)
      throw new Error(
        `BreakDownFigures stays: ${found.rows} definitions say what the program of before cannot read (breakdown). ` +
          'Restore a backup from before the migration instead.',
      );
    await runner.query(`alter table indicator_definition drop breakdown`);
  }
}

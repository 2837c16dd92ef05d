import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = ['document_owner_sv', 'document_owner_en', 'replaces_sv', 'replaces_en'];

/**
 * What a version says of who answers for it as a document, and of what it replaces that is not a version here. Nullable columns at the end: no
 * recorded row changes its text.
 */
export class SayWhoKeepsTheDocument1797800000000 implements MigrationInterface {
  readonly name = 'SayWhoKeepsTheDocument1797800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.query(`alter table strategy_version_revision add ${column} text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.query(`alter table strategy_version_revision drop column ${column}`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file says whose figures stand in it; one that was checked before that is checked again. It is read part by part, so it is kept as it came. */
export class ReviewFilesByDepartment1799400000001 implements MigrationInterface {
  readonly name = 'ReviewFilesByDepartment1799400000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table import_upload add departments jsonb not null default '[]'`);
    await runner.query(`alter table import_upload alter content set storage external`);
    await runner.query(`
      update import_upload set state = 'open', outcome = null, digest = null, version = version + 1
       where state in ('checked', 'submitted')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table import_upload alter content set storage extended`);
    await runner.query(`alter table import_upload drop departments`);
  }
}

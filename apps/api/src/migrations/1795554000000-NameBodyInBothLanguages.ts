import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The body that adopted a strategy stands in sentences of both languages: "kommunfullmäktige", "the municipal council". */
export class NameBodyInBothLanguages1795554000000 implements MigrationInterface {
  readonly name = 'NameBodyInBothLanguages1795554000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "strategy_version" RENAME COLUMN "body" TO "body_sv"`);
    await runner.query(`ALTER TABLE "strategy_version" ADD "body_en" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "strategy_version" DROP COLUMN "body_en"`);
    await runner.query(`ALTER TABLE "strategy_version" RENAME COLUMN "body_sv" TO "body"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const provenances = (words: string): string => `ck_provenance_word" CHECK (provenance in (${words}))`;

/**
 * A value can be second-hand (`reported`), and whoever enters one says how it came about. New columns at the end of working rows, and a wider
 * check: no recorded row changes its text.
 */
export class SayHowAValueCame1796500000000 implements MigrationInterface {
  readonly name = 'SayHowAValueCame1796500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "observation" DROP CONSTRAINT "ck_provenance_word"`);
    await runner.query(`ALTER TABLE "observation" ADD CONSTRAINT "${provenances(`'exact', 'derived', 'rounded', 'reported', 'example'`)}`);
    await runner.query(`ALTER TABLE "entry" ADD "provenance" text`);
    await runner.query(`ALTER TABLE "entry" ADD "provenance_note" text`);
    await runner.query(`ALTER TABLE "entry" ADD CONSTRAINT "${provenances(`'exact', 'derived', 'rounded', 'reported'`)}`);
  }

  /** Refused by the database while a second-hand value is recorded: history is not said otherwise. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "entry" DROP CONSTRAINT "ck_provenance_word"`);
    await runner.query(`ALTER TABLE "entry" DROP COLUMN "provenance_note"`);
    await runner.query(`ALTER TABLE "entry" DROP COLUMN "provenance"`);
    await runner.query(`ALTER TABLE "observation" DROP CONSTRAINT "ck_provenance_word"`);
    await runner.query(`ALTER TABLE "observation" ADD CONSTRAINT "${provenances(`'exact', 'derived', 'rounded', 'example'`)}`);
  }
}

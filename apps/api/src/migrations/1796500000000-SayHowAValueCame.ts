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

  /** Refused in words while a second-hand value is recorded or entered: the program of before cannot read it, and history is not said otherwise. */
  async down(runner: QueryRunner): Promise<void> {
    await refuseWhileSecondHand(runner);
    await runner.query(`ALTER TABLE "entry" DROP CONSTRAINT "ck_provenance_word"`);
    await runner.query(`ALTER TABLE "entry" DROP COLUMN "provenance_note"`);
    await runner.query(`ALTER TABLE "entry" DROP COLUMN "provenance"`);
    await runner.query(`ALTER TABLE "observation" DROP CONSTRAINT "ck_provenance_word"`);
    await runner.query(`ALTER TABLE "observation" ADD CONSTRAINT "${provenances(`'exact', 'derived', 'rounded', 'example'`)}`);
  }
}

async function refuseWhileSecondHand(runner: QueryRunner): Promise<void> {
  const [found] = (await runner.query(`
    select (select count(*)::int from observation where provenance = 'reported') as recorded,
           (select count(*)::int from entry where provenance = 'reported') as entered`)) as { recorded: number; entered: number }[];
  if (!found || found.recorded + found.entered === 0) return;
  throw new Error(
    `SayHowAValueCame stays: second-hand values are kept (reported: ${found.recorded} recorded, ${found.entered} entered), ` +
      'which the program of before cannot read. Restore a backup from before the migration instead.',
  );
}

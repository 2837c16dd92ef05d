import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a figure, an import run and a kept answer came from is checked by the database too, though those tables stand further right. */
export class ReferToTheRight1795757448693 implements MigrationInterface {
  readonly name = 'ReferToTheRight1795757448693';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "import_run" ADD CONSTRAINT "FK_fec108c0a0a43935c40361c53a5" FOREIGN KEY ("approved_by_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "observation" ADD CONSTRAINT "FK_251ec7f6cf942e5d25298f1d5ed" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "observation" ADD CONSTRAINT "FK_27d10b2e71be9000d29d781d59b" FOREIGN KEY ("import_run_id") REFERENCES "import_run"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "idempotency_key" ADD CONSTRAINT "FK_ca9dc4d77fbcc5305d851140072" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "idempotency_key" DROP CONSTRAINT "FK_ca9dc4d77fbcc5305d851140072"`);
    await runner.query(`ALTER TABLE "observation" DROP CONSTRAINT "FK_27d10b2e71be9000d29d781d59b"`);
    await runner.query(`ALTER TABLE "observation" DROP CONSTRAINT "FK_251ec7f6cf942e5d25298f1d5ed"`);
    await runner.query(`ALTER TABLE "import_run" DROP CONSTRAINT "FK_fec108c0a0a43935c40361c53a5"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts at passwords are counted here, for every process on the database and over restarts. No history: what is over is removed. */
export class CountSignInAttempts1795790000000 implements MigrationInterface {
  readonly name = 'CountSignInAttempts1795790000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "sign_in_attempt" ("key" text NOT NULL, "points" integer NOT NULL, "expire" bigint NOT NULL, CONSTRAINT "PK_dc6b524916d639c91ea67e8a94e" PRIMARY KEY ("key"))`,
    );
    await runner.query(`CREATE INDEX "IDX_5bd6f73d85e99a883e166334f1" ON "sign_in_attempt"  ("expire")`);
    await runner.query(`grant select, insert, update, delete on sign_in_attempt to slusen_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "sign_in_attempt"`);
  }
}

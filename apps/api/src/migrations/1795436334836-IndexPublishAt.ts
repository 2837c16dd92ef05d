import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever keeps pages asks for the next hour at which something becomes public; without it every figure would be read. */
export class IndexPublishAt1795436334836 implements MigrationInterface {
  readonly name = 'IndexPublishAt1795436334836';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "IDX_65f6d06738515ae1816eabd339" ON "observation" ("publish_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."IDX_65f6d06738515ae1816eabd339"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of the strategy that are being written: work under way beside the history, which a draft becomes a part of when it is adopted. */
export class DraftStrategies1797400000000 implements MigrationInterface {
  readonly name = 'DraftStrategies1797400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "strategy_draft" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "title" text NOT NULL, "state" text NOT NULL, "version" integer NOT NULL, "proposed_by_id" uuid, "strategy_version_id" integer, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ck_state_word" CHECK (state in ('draft', 'consultation', 'proposed', 'adopted', 'discarded')), CONSTRAINT "PK_21bf4a0b414493322f48a826244" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "strategy_draft_part" ("strategy_draft_id" integer NOT NULL, "key" text NOT NULL, "revision" integer NOT NULL, "content" jsonb, "saved_by_id" uuid NOT NULL, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_d9157ba51881ed98c5227f4a3a2" PRIMARY KEY ("strategy_draft_id", "key", "revision"))`,
    );
    await runner.query(
      `ALTER TABLE "strategy_draft" ADD CONSTRAINT "FK_8ea3447eda838cbc7c2e70b4b37" FOREIGN KEY ("proposed_by_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "strategy_draft" ADD CONSTRAINT "FK_6f02cfa54e3812404310da5330f" FOREIGN KEY ("strategy_version_id") REFERENCES "strategy_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "strategy_draft_part" ADD CONSTRAINT "FK_c1664cd9781a8c0cb467353af00" FOREIGN KEY ("strategy_draft_id") REFERENCES "strategy_draft"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "strategy_draft_part" ADD CONSTRAINT "FK_8df6b4640d357564f368906210b" FOREIGN KEY ("saved_by_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`grant select, insert, update on strategy_draft to slusen_app`);
    await runner.query(`grant select, insert on strategy_draft_part to slusen_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "strategy_draft_part" DROP CONSTRAINT "FK_8df6b4640d357564f368906210b"`);
    await runner.query(`ALTER TABLE "strategy_draft_part" DROP CONSTRAINT "FK_c1664cd9781a8c0cb467353af00"`);
    await runner.query(`ALTER TABLE "strategy_draft" DROP CONSTRAINT "FK_6f02cfa54e3812404310da5330f"`);
    await runner.query(`ALTER TABLE "strategy_draft" DROP CONSTRAINT "FK_8ea3447eda838cbc7c2e70b4b37"`);
    await runner.query(`DROP TABLE "strategy_draft_part"`);
    await runner.query(`DROP TABLE "strategy_draft"`);
  }
}

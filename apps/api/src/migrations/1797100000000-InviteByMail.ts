import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People are invited by mail, choose their password by a link, and hold roles from and until a day. Mails, links and proposed roles are no
 * history: what became of them stands in the audit trail.
 */
export class InviteByMail1797100000000 implements MigrationInterface {
  readonly name = 'InviteByMail1797100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "password_link" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "kind" text NOT NULL, "account_id" uuid NOT NULL, "token_hash" bytea NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ending" text, CONSTRAINT "UQ_4a4693841ce8fe093be9f13148d" UNIQUE ("token_hash"), CONSTRAINT "ck_ending_word" CHECK (ending in ('used', 'replaced')), CONSTRAINT "ck_kind_word" CHECK (kind in ('invitation', 'reset')), CONSTRAINT "PK_3c8fd40434c805db4646e78a44f" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_e71324595c7b49e3e6840bb9d3" ON "password_link"  ("account_id")`);
    await runner.query(
      `CREATE TABLE "role_proposal" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "account_id" uuid NOT NULL, "role" text NOT NULL, "department_id" integer, "valid_from" date, "valid_to" date, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_role_word" CHECK (role in ('reporter', 'reviewer', 'politician', 'strategist', 'partner', 'administrator')), CONSTRAINT "PK_7974b686711cf0bafad99f5704e" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_0cc2ad2827b238313fdfdd1095" ON "role_proposal"  ("account_id")`);
    await runner.query(
      `CREATE TABLE "mail" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "kind" text NOT NULL, "account_id" uuid NOT NULL, "address" text NOT NULL, "subject" text NOT NULL, "text" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "useful_until" TIMESTAMP WITH TIME ZONE NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE, "problem" text, "is_kept" boolean NOT NULL DEFAULT false, CONSTRAINT "ck_kind_word" CHECK (kind in ('invitation', 'reset')), CONSTRAINT "PK_5407da42b983ba54c6c62d462d3" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_4a56759c02c72702ecb9c9d9ee" ON "mail"  ("created_at")`);
    await runner.query(`ALTER TABLE "account" ADD "email" text`);
    await runner.query(`ALTER TABLE "account" ADD CONSTRAINT "UQ_4c8f96ccf523e9a3faefd5bdd4c" UNIQUE ("email")`);
    await runner.query(`ALTER TABLE "account" ADD "version" integer NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE "account_role" ADD "valid_from" date`);
    await runner.query(`ALTER TABLE "account_role" ADD "valid_to" date`);
    await runner.query(
      `ALTER TABLE "password_link" ADD CONSTRAINT "FK_e71324595c7b49e3e6840bb9d3b" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "role_proposal" ADD CONSTRAINT "FK_0cc2ad2827b238313fdfdd10951" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "role_proposal" ADD CONSTRAINT "FK_8fbd3432527ef914ce91715ef87" FOREIGN KEY ("department_id") REFERENCES "actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "mail" ADD CONSTRAINT "FK_b5dd7c9332919b90763f84a6b17" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`grant select, insert, update, delete on password_link, mail to slusen_app`);
    await runner.query(`grant select, insert, delete on role_proposal to slusen_app`);
  }

  /** Refused in words while a role has its days: the program of before would let it hold for ever. */
  async down(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(
      `select count(*)::int as held from account_role where valid_from is not null or valid_to is not null`,
    )) as { held: number }[];
    if (found?.held)
      throw new Error(
        `InviteByMail stays: roles are held from or until a day (${found.held}), and the program of before would let them hold for ever. ` +
          'Take them away first, or restore a backup from before the migration.',
      );
    await runner.query(`ALTER TABLE "account_role" DROP COLUMN "valid_to"`);
    await runner.query(`ALTER TABLE "account_role" DROP COLUMN "valid_from"`);
    await runner.query(`ALTER TABLE "account" DROP COLUMN "version"`);
    await runner.query(`ALTER TABLE "account" DROP CONSTRAINT "UQ_4c8f96ccf523e9a3faefd5bdd4c"`);
    await runner.query(`ALTER TABLE "account" DROP COLUMN "email"`);
    await runner.query(`DROP TABLE "mail"`);
    await runner.query(`DROP TABLE "role_proposal"`);
    await runner.query(`DROP TABLE "password_link"`);
  }
}

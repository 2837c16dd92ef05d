import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every table of the first version. Generated from the rows, then read; rules no row can state are in GuardHistory. */
export class CreateTables1795428000000 implements MigrationInterface {
  readonly name = 'CreateTables1795428000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create sequence record_seq`);
    await runner.query(`create function next_record() returns bigint language sql volatile as $$ select nextval('record_seq') $$`);
    await runner.query(
      `CREATE TABLE "account" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "username" text NOT NULL, "name" text NOT NULL, "password_hash" text, "is_demonstration" boolean NOT NULL DEFAULT false, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "disabled_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_41dfcb70af895ddf9a53094515b" UNIQUE ("username"), CONSTRAINT "PK_54115ee388cdb6d86bb4bf5b2ea" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "indicator" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "slug" text NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_0eaa8430fdff37cdb4d25962aed" UNIQUE ("slug"), CONSTRAINT "PK_4693fe4c2cb912a71e05c589e7e" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "territory" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "code" text NOT NULL, "kind" text NOT NULL, "name_sv" text NOT NULL, "name_en" text, "parent_id" integer, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_151811f88f14e4127190445bf56" UNIQUE ("code"), CONSTRAINT "ck_kind_word" CHECK (kind in ('municipality', 'locality', 'comparison', 'country')), CONSTRAINT "PK_2250448f958bc52a8d040b48f82" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "series_head" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "indicator_id" integer NOT NULL, "territory_id" integer NOT NULL, "breakdown" text NOT NULL DEFAULT '', CONSTRAINT "UQ_0ec9d2494e38fac4bd12a22d04e" UNIQUE ("indicator_id", "territory_id", "breakdown"), CONSTRAINT "PK_62a356cc873e5930968d6c85bd8" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "entry" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "series_id" integer NOT NULL, "period" text NOT NULL, "period_end" integer NOT NULL, "state" text NOT NULL, "version" integer NOT NULL, "value" numeric(21,6), "missing" text, "quality" text NOT NULL, "margin" numeric(21,6), "respondents" integer, "comment" text, "source_note" text, "link" text, "answers" jsonb NOT NULL, "reason" text, "returned_reason" text, "is_correction" boolean NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "submitted_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_entry_size" CHECK (abs(value) < 1e15), CONSTRAINT "ck_entry_outcome" CHECK (value is null or missing is null), CONSTRAINT "ck_quality_word" CHECK (quality in ('preliminary', 'final', 'estimated')), CONSTRAINT "ck_missing_word" CHECK (missing in ('not-yet-published', 'non-response', 'not-applicable', 'confidential', 'not-measured')), CONSTRAINT "ck_state_word" CHECK (state in ('draft', 'submitted', 'returned', 'approved')), CONSTRAINT "PK_a58c675c4c129a8e0f63d3676d6" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "ux_entry_open" ON "entry"  ("series_id", "period") WHERE state <> 'approved'`);
    await runner.query(
      `CREATE TABLE "entry_author" ("entry_id" uuid NOT NULL, "account_id" uuid NOT NULL, "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "PK_ea267876cb547d32c1ff30d8b20" PRIMARY KEY ("entry_id", "account_id"))`,
    );
    await runner.query(
      `CREATE TABLE "entry_event" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "entry_id" uuid NOT NULL, "version" integer NOT NULL, "action" text NOT NULL, "from_state" text, "to_state" text NOT NULL, "account_id" uuid NOT NULL, "reason" text, "value" numeric(21,6), "missing" text, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_4dc24c1a65a34a476a287e1e56f" UNIQUE ("entry_id", "version"), CONSTRAINT "ck_action_word" CHECK (action in ('save', 'submit', 'withdraw', 'return', 'approve')), CONSTRAINT "PK_dc8743a3ac6f8a006e306586de6" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "import_run" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "source" text NOT NULL, "file_name" text NOT NULL, "sha256" bytea NOT NULL, "rows" integer NOT NULL, "added" integer NOT NULL, "changed" integer NOT NULL, "unchanged" integer NOT NULL, "reason" text, "approved_by_id" uuid NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "PK_efe3e6d8cb9f51ca4e9cd1cf5d3" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "actor" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "slug" text NOT NULL, "kind" text NOT NULL, "name_sv" text NOT NULL, "name_en" text, "parent_id" integer, "contact" text, "is_example" boolean NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_6a530db0fe583c1c12c466323c5" UNIQUE ("slug"), CONSTRAINT "ck_kind_word" CHECK (kind in ('committee', 'department', 'municipal-company', 'association', 'business', 'region', 'local-development-group', 'residents')), CONSTRAINT "PK_05b325494fcc996a44ae6928e5e" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "account_role" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "account_id" uuid NOT NULL, "role" text NOT NULL, "department_id" integer, CONSTRAINT "UQ_dd387fb0c1e846e1b183ee0d334" UNIQUE ("account_id", "role", "department_id"), CONSTRAINT "ck_role_word" CHECK (role in ('reporter', 'reviewer', 'politician', 'strategist', 'partner', 'administrator')), CONSTRAINT "PK_d3890c96feefc95c7cfd788cfda" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "audit_event" ("seq" bigint NOT NULL, "payload" text NOT NULL, "previous_hash" bytea NOT NULL, "hash" bytea NOT NULL, CONSTRAINT "UQ_ad6d5d24a1b0a012e92743ea185" UNIQUE ("hash"), CONSTRAINT "PK_53300da00860bdf4dc3ef7daae6" PRIMARY KEY ("seq"))`,
    );
    await runner.query(
      `CREATE TABLE "session" ("token_hash" bytea NOT NULL, "account_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_a83507eb0338ac037780e02f2b9" PRIMARY KEY ("token_hash"))`,
    );
    await runner.query(`CREATE INDEX "IDX_fae5a6b4a57f098e9af8520d49" ON "session"  ("account_id")`);
    await runner.query(
      `CREATE TABLE "indicator_definition" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "indicator_id" integer NOT NULL, "revision" integer NOT NULL, "name_sv" text NOT NULL, "name_en" text, "definition_sv" text NOT NULL, "definition_en" text, "unit_sv" text NOT NULL, "unit_en" text, "unit_one_sv" text, "unit_one_en" text, "decimals" smallint NOT NULL, "direction" text NOT NULL, "cadence" text NOT NULL, "reporting" text NOT NULL, "aggregation" text NOT NULL, "lag_days" integer NOT NULL, "grace_days" integer NOT NULL, "min" numeric(21,6), "max" numeric(21,6), "may_repeat" boolean NOT NULL, "official_statistics" boolean NOT NULL, "source_name" text NOT NULL, "source_url" text, "owner_id" integer, "irregular_years" jsonb NOT NULL, "balance" jsonb, "per_locality" jsonb NOT NULL, "is_example" boolean NOT NULL, "context_note_sv" text, "context_note_en" text, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_80e05d951c71ae3620116ee9be3" UNIQUE ("indicator_id", "revision"), CONSTRAINT "ck_aggregation_word" CHECK (aggregation in ('sum', 'last', 'mean', 'none')), CONSTRAINT "ck_reporting_word" CHECK (reporting in ('period', 'year-to-date')), CONSTRAINT "ck_cadence_word" CHECK (cadence in ('month', 'quarter', 'tertial', 'half-year', 'year', 'irregular')), CONSTRAINT "ck_direction_word" CHECK (direction in ('increase', 'decrease', 'none')), CONSTRAINT "PK_a467fd2afc52fc67d0f25d5cbb7" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "series_break" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "indicator_id" integer NOT NULL, "first_period" text NOT NULL, "reason_sv" text NOT NULL, "reason_en" text, "decision" text, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_15f3ef7c2741e1c7345166af67f" UNIQUE ("indicator_id", "first_period"), CONSTRAINT "PK_1c22f86656f058f24a38b783879" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "observation" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "series_id" integer NOT NULL, "period" text NOT NULL, "period_end" integer NOT NULL, "revision" integer NOT NULL, "value" numeric(21,6), "missing" text, "quality" text NOT NULL, "provenance" text NOT NULL, "provenance_note" text, "margin" numeric(21,6), "respondents" integer, "source" text NOT NULL, "reason" text, "entry_id" uuid, "import_run_id" integer, "department_id" integer, "publish_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_b0749a565976805da809abce4b6" UNIQUE ("series_id", "period", "revision"), CONSTRAINT "ck_observation_size" CHECK (abs(value) < 1e15), CONSTRAINT "ck_observation_outcome" CHECK ((value is null) <> (missing is null)), CONSTRAINT "ck_provenance_word" CHECK (provenance in ('exact', 'derived', 'rounded', 'example')), CONSTRAINT "ck_quality_word" CHECK (quality in ('preliminary', 'final', 'estimated')), CONSTRAINT "ck_missing_word" CHECK (missing in ('not-yet-published', 'non-response', 'not-applicable', 'confidential', 'not-measured')), CONSTRAINT "PK_77a736edc631a400b788ce302cb" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_e56bc8aaac22994b163e7a8d68" ON "observation"  ("series_id", "period_end", "revision")`);
    await runner.query(
      `CREATE TABLE "idempotency_key" ("account_id" uuid NOT NULL, "key" text NOT NULL, "fingerprint" bytea NOT NULL, "answer" jsonb NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_8212a8883c2324211e557447899" PRIMARY KEY ("account_id", "key"))`,
    );
    await runner.query(`CREATE INDEX "IDX_72d9c713a563e6e92176fe0e44" ON "idempotency_key"  ("created_at")`);
    await runner.query(
      `CREATE TABLE "strategy" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "slug" text NOT NULL, "name_sv" text NOT NULL, "name_en" text, "purpose_sv" text NOT NULL, "purpose_en" text, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_acfd2f8ba7f776ae931260a7abd" UNIQUE ("slug"), CONSTRAINT "PK_733d2c3d4a73c020375b9b3581d" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "strategy_version" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "strategy_id" integer NOT NULL, "number" integer NOT NULL, "body" text NOT NULL, "decided_on" date, "decided_on_text_sv" text, "decided_on_text_en" text, "paragraph" text, "dnr" text, "valid_from" date NOT NULL, "valid_to" date, "is_example" boolean NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_67f28b906b28a8a8c9fe4529101" UNIQUE ("strategy_id", "number"), CONSTRAINT "PK_cf69a96b6b37e51dca27c8cfd46" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "area" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "strategy_version_id" integer NOT NULL, "slug" text NOT NULL, "position" integer NOT NULL, "name_sv" text NOT NULL, "name_en" text, "short_name_sv" text NOT NULL, "short_name_en" text, "description_sv" text NOT NULL, "description_en" text, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_153cba4785eb5dd2352c99f8043" UNIQUE ("strategy_version_id", "slug"), CONSTRAINT "PK_39d5e4de490139d6535d75f42ff" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "goal" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "area_id" integer NOT NULL, "slug" text NOT NULL, "position" integer NOT NULL, "name_sv" text NOT NULL, "name_en" text, "description_sv" text NOT NULL, "description_en" text, "unmeasured_reason_sv" text, "unmeasured_reason_en" text, "is_example" boolean NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_ef3653065bfcc5de6c2ba89362f" UNIQUE ("area_id", "slug"), CONSTRAINT "PK_88c8e2b461b711336c836b1e130" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "responsibility" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "goal_id" integer NOT NULL, "actor_id" integer NOT NULL, "role" text NOT NULL, "note_sv" text, "note_en" text, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_bec5d0daec3fe2a44ba0322bc2b" UNIQUE ("goal_id", "actor_id", "role"), CONSTRAINT "ck_role_word" CHECK (role in ('leads', 'participates', 'delivers', 'finances', 'is-informed')), CONSTRAINT "PK_e285cc6e629c0b53513a0d40f06" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "target" ("id" integer GENERATED ALWAYS AS IDENTITY NOT NULL, "goal_id" integer NOT NULL, "indicator_id" integer NOT NULL, "revision" integer NOT NULL, "kind" text NOT NULL, "measure" text NOT NULL, "path" text NOT NULL, "baseline_period" text, "baseline_value" numeric(21,6), "milestones" jsonb NOT NULL, "final_period" text, "final_value" numeric(21,6), "low" numeric(21,6), "high" numeric(21,6), "tolerance" numeric(21,6), "decision" text, "is_example" boolean NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "seq" bigint NOT NULL DEFAULT next_record(), CONSTRAINT "UQ_e960c1a5a28e56b2ef760c94f1f" UNIQUE ("goal_id", "indicator_id", "revision"), CONSTRAINT "ck_path_word" CHECK (path in ('linear', 'step')), CONSTRAINT "ck_measure_word" CHECK (measure in ('value', 'rolling-12-months')), CONSTRAINT "PK_9d962204b13c18851ea88fc72f3" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `ALTER TABLE "territory" ADD CONSTRAINT "FK_096b86dbcef581839ac9988c9ba" FOREIGN KEY ("parent_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "series_head" ADD CONSTRAINT "FK_303e983437234028afb45635a79" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "series_head" ADD CONSTRAINT "FK_a7fc136c1301e8d80f788143889" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "entry" ADD CONSTRAINT "FK_9628bf86d3b9e22928e55f51035" FOREIGN KEY ("series_id") REFERENCES "series_head"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "entry_author" ADD CONSTRAINT "FK_31bd7e7350425456f33a7dfac48" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "entry_author" ADD CONSTRAINT "FK_a02bb9ae123f94026f22523f2a0" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "entry_event" ADD CONSTRAINT "FK_1ee3f61c6a38e9199c773f9482b" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "entry_event" ADD CONSTRAINT "FK_7c247a3ddafdf17c8b0fc64a0da" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "actor" ADD CONSTRAINT "FK_588073329159974268e4d2b222c" FOREIGN KEY ("parent_id") REFERENCES "actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "account_role" ADD CONSTRAINT "FK_9a9f1af0ee8fab2683a16e8df7e" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "account_role" ADD CONSTRAINT "FK_462778c0b8b5a984750fcc93a72" FOREIGN KEY ("department_id") REFERENCES "actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "FK_fae5a6b4a57f098e9af8520d499" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "indicator_definition" ADD CONSTRAINT "FK_332df1d71cf4eb2c0e178733fce" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "indicator_definition" ADD CONSTRAINT "FK_ce1222decfae9d10e6c57b549b3" FOREIGN KEY ("owner_id") REFERENCES "actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "series_break" ADD CONSTRAINT "FK_08d140807fdb3e77fb99056634f" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "observation" ADD CONSTRAINT "FK_dd9e28c13ff09e4028cce74402a" FOREIGN KEY ("series_id") REFERENCES "series_head"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "observation" ADD CONSTRAINT "FK_5fc1691cc63cbf320484d66f637" FOREIGN KEY ("department_id") REFERENCES "actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "strategy_version" ADD CONSTRAINT "FK_dd86f50fe3eed811efac8a46230" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "area" ADD CONSTRAINT "FK_a6079a8f5e2e25d04deafa50028" FOREIGN KEY ("strategy_version_id") REFERENCES "strategy_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "goal" ADD CONSTRAINT "FK_6edfae81d3d6b0d7a487eedf0b9" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "responsibility" ADD CONSTRAINT "FK_c035ad9e4ecb31c9df3d400fba7" FOREIGN KEY ("goal_id") REFERENCES "goal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "responsibility" ADD CONSTRAINT "FK_164030e85a948bfbfdf1fbfdc3c" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "target" ADD CONSTRAINT "FK_40887a59492cbbea869bfd3deaf" FOREIGN KEY ("goal_id") REFERENCES "goal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "target" ADD CONSTRAINT "FK_a861c493e85a2cc2034f11ab3d0" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "target" DROP CONSTRAINT "FK_a861c493e85a2cc2034f11ab3d0"`);
    await runner.query(`ALTER TABLE "target" DROP CONSTRAINT "FK_40887a59492cbbea869bfd3deaf"`);
    await runner.query(`ALTER TABLE "responsibility" DROP CONSTRAINT "FK_164030e85a948bfbfdf1fbfdc3c"`);
    await runner.query(`ALTER TABLE "responsibility" DROP CONSTRAINT "FK_c035ad9e4ecb31c9df3d400fba7"`);
    await runner.query(`ALTER TABLE "goal" DROP CONSTRAINT "FK_6edfae81d3d6b0d7a487eedf0b9"`);
    await runner.query(`ALTER TABLE "area" DROP CONSTRAINT "FK_a6079a8f5e2e25d04deafa50028"`);
    await runner.query(`ALTER TABLE "strategy_version" DROP CONSTRAINT "FK_dd86f50fe3eed811efac8a46230"`);
    await runner.query(`ALTER TABLE "observation" DROP CONSTRAINT "FK_5fc1691cc63cbf320484d66f637"`);
    await runner.query(`ALTER TABLE "observation" DROP CONSTRAINT "FK_dd9e28c13ff09e4028cce74402a"`);
    await runner.query(`ALTER TABLE "series_break" DROP CONSTRAINT "FK_08d140807fdb3e77fb99056634f"`);
    await runner.query(`ALTER TABLE "indicator_definition" DROP CONSTRAINT "FK_ce1222decfae9d10e6c57b549b3"`);
    await runner.query(`ALTER TABLE "indicator_definition" DROP CONSTRAINT "FK_332df1d71cf4eb2c0e178733fce"`);
    await runner.query(`ALTER TABLE "session" DROP CONSTRAINT "FK_fae5a6b4a57f098e9af8520d499"`);
    await runner.query(`ALTER TABLE "account_role" DROP CONSTRAINT "FK_462778c0b8b5a984750fcc93a72"`);
    await runner.query(`ALTER TABLE "account_role" DROP CONSTRAINT "FK_9a9f1af0ee8fab2683a16e8df7e"`);
    await runner.query(`ALTER TABLE "actor" DROP CONSTRAINT "FK_588073329159974268e4d2b222c"`);
    await runner.query(`ALTER TABLE "entry_event" DROP CONSTRAINT "FK_7c247a3ddafdf17c8b0fc64a0da"`);
    await runner.query(`ALTER TABLE "entry_event" DROP CONSTRAINT "FK_1ee3f61c6a38e9199c773f9482b"`);
    await runner.query(`ALTER TABLE "entry_author" DROP CONSTRAINT "FK_a02bb9ae123f94026f22523f2a0"`);
    await runner.query(`ALTER TABLE "entry_author" DROP CONSTRAINT "FK_31bd7e7350425456f33a7dfac48"`);
    await runner.query(`ALTER TABLE "entry" DROP CONSTRAINT "FK_9628bf86d3b9e22928e55f51035"`);
    await runner.query(`ALTER TABLE "series_head" DROP CONSTRAINT "FK_a7fc136c1301e8d80f788143889"`);
    await runner.query(`ALTER TABLE "series_head" DROP CONSTRAINT "FK_303e983437234028afb45635a79"`);
    await runner.query(`ALTER TABLE "territory" DROP CONSTRAINT "FK_096b86dbcef581839ac9988c9ba"`);
    await runner.query(`DROP TABLE "target"`);
    await runner.query(`DROP TABLE "responsibility"`);
    await runner.query(`DROP TABLE "goal"`);
    await runner.query(`DROP TABLE "area"`);
    await runner.query(`DROP TABLE "strategy_version"`);
    await runner.query(`DROP TABLE "strategy"`);
    await runner.query(`DROP INDEX "public"."IDX_72d9c713a563e6e92176fe0e44"`);
    await runner.query(`DROP TABLE "idempotency_key"`);
    await runner.query(`DROP INDEX "public"."IDX_e56bc8aaac22994b163e7a8d68"`);
    await runner.query(`DROP TABLE "observation"`);
    await runner.query(`DROP TABLE "series_break"`);
    await runner.query(`DROP TABLE "indicator_definition"`);
    await runner.query(`DROP INDEX "public"."IDX_fae5a6b4a57f098e9af8520d49"`);
    await runner.query(`DROP TABLE "session"`);
    await runner.query(`DROP TABLE "audit_event"`);
    await runner.query(`DROP TABLE "account_role"`);
    await runner.query(`DROP TABLE "actor"`);
    await runner.query(`DROP TABLE "import_run"`);
    await runner.query(`DROP TABLE "entry_event"`);
    await runner.query(`DROP TABLE "entry_author"`);
    await runner.query(`DROP INDEX "public"."ux_entry_open"`);
    await runner.query(`DROP TABLE "entry"`);
    await runner.query(`DROP TABLE "series_head"`);
    await runner.query(`DROP TABLE "territory"`);
    await runner.query(`DROP TABLE "indicator"`);
    await runner.query(`DROP TABLE "account"`);
    await runner.query(`drop function next_record()`);
    await runner.query(`drop sequence record_seq`);
  }
}

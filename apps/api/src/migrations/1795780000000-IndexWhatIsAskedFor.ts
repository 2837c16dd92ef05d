import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `publish_at` is told too, so that a reading can find what was published last by an index. */
const publicObservation = (publishAt: { column: string; value: string }): string => `
  create function public_observation(known timestamptz) returns table (
    id integer, series_id integer, period text, period_end integer, revision integer, value numeric(21,6), missing text, quality text,
    provenance text, provenance_note text, margin numeric(21,6), respondents integer, source text, reason text, department_id integer,
    public_at timestamptz, recorded_at timestamptz, seq bigint${publishAt.column}) language sql stable as $$
    select o.id, o.series_id, o.period, o.period_end, o.revision, o.value, o.missing, o.quality, o.provenance,
           o.provenance_note, o.margin, o.respondents, o.source, o.reason, o.department_id,
           greatest(o.publish_at, r.at) as public_at, r.at as recorded_at, r.seq${publishAt.value}
      from observation o join record r on r.id = o.record_id
     where o.publish_at <= coalesce(known, now()) and (known is null or r.at <= known)
  $$`;

/** What pages and forms ask for is found by an index, so that no answer takes longer because the history is longer. */
export class IndexWhatIsAskedFor1795780000000 implements MigrationInterface {
  readonly name = 'IndexWhatIsAskedFor1795780000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "IDX_27d10b2e71be9000d29d781d59" ON "observation" ("import_run_id")`);
    await runner.query(`CREATE INDEX "IDX_f0186c1b1919cd43d743e1bcfd" ON "observation" ("series_id", "publish_at")`);
    await runner.query(`CREATE INDEX "IDX_c8f61e308257bccef5ae5f60e7" ON "entry" ("series_id", "period_end")`);
    await runner.query(`CREATE INDEX "ix_entry_waiting" ON "entry" ("submitted_at") WHERE state = 'submitted'`);
    await runner.query(`drop function public_observation(timestamptz)`);
    await runner.query(publicObservation({ column: ', publish_at timestamptz', value: ', o.publish_at' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function public_observation(timestamptz)`);
    await runner.query(publicObservation({ column: '', value: '' }));
    await runner.query(`DROP INDEX "public"."ix_entry_waiting"`);
    await runner.query(`DROP INDEX "public"."IDX_c8f61e308257bccef5ae5f60e7"`);
    await runner.query(`DROP INDEX "public"."IDX_f0186c1b1919cd43d743e1bcfd"`);
    await runner.query(`DROP INDEX "public"."IDX_27d10b2e71be9000d29d781d59"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `is_final_early` is told too: with it a figure counts though its period was not over when it was recorded. */
const publicObservation = (finalEarly: { column: string; value: string }): string => `
  create function public_observation(known timestamptz) returns table (
    id integer, series_id integer, period text, period_end integer, revision integer, value numeric(21,6), missing text, quality text,
    provenance text, provenance_note text, margin numeric(21,6), respondents integer, source text, reason text, department_id integer,
    public_at timestamptz, recorded_at timestamptz, seq bigint, publish_at timestamptz${finalEarly.column}) language sql stable as $$
    select o.id, o.series_id, o.period, o.period_end, o.revision, o.value, o.missing, o.quality, o.provenance,
           o.provenance_note, o.margin, o.respondents, o.source, o.reason, o.department_id,
           greatest(o.publish_at, r.at) as public_at, r.at as recorded_at, r.seq, o.publish_at${finalEarly.value}
      from observation o join record r on r.id = o.record_id
     where o.publish_at <= coalesce(known, now()) and (known is null or r.at <= known)
  $$`;

/** A figure may be final before its period is over, when somebody answered why. Of figures recorded before nobody did, so null is as good as no. */
export class FinalEarly1796000000000 implements MigrationInterface {
  readonly name = 'FinalEarly1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "observation" ADD "is_final_early" boolean`);
    await runner.query(`drop function public_observation(timestamptz)`);
    await runner.query(publicObservation({ column: ', is_final_early boolean', value: ', o.is_final_early' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function public_observation(timestamptz)`);
    await runner.query(publicObservation({ column: '', value: '' }));
    await runner.query(`ALTER TABLE "observation" DROP COLUMN "is_final_early"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  id integer, series_id integer, period text, period_end integer, revision integer, value numeric(21,6), missing text, quality text,
  provenance text, provenance_note text, margin numeric(21,6), respondents integer, source text, reason text, department_id integer,
  public_at timestamptz, recorded_at timestamptz, seq bigint`;

const SELECTED = `
  select o.id, o.series_id, o.period, o.period_end, o.revision, o.value, o.missing, o.quality, o.provenance,
         o.provenance_note, o.margin, o.respondents, o.source, o.reason, o.department_id,
         greatest(o.publish_at, o.recorded_at) as public_at, o.recorded_at, o.seq
    from observation o`;

/**
 * The public's reading of figures becomes a function of the moment: what was published and recorded by then (null: by now).
 * It must stay one that PostgreSQL can write into the statement that calls it, or every reading would go through all figures.
 */
export class ReadAsOf1795758000000 implements MigrationInterface {
  readonly name = 'ReadAsOf1795758000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view public_observation`);
    await runner.query(`
      create function public_observation(known timestamptz) returns table (${COLUMNS}) language sql stable as $$
        ${SELECTED}
         where o.publish_at <= coalesce(known, now()) and (known is null or o.recorded_at <= known)
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function public_observation(timestamptz)`);
    await runner.query(`create view public_observation as ${SELECTED} where o.publish_at <= now()`);
    await runner.query(`grant select on public_observation to slusen_app`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Hidden figures are few: their notes are gathered once in a statement, and where there are none a row costs next to nothing. `offset 0` keeps
 * the gathering from being written into each column.
 */
const HIDDEN = `
      cross join (select (select jsonb_object_agg(m.row_key || ' ' || m.field, m.note) from masked m where m.table_name = 'observation') as notes
                  offset 0) hidden`;
const isHidden = (field: string): string => `hidden.notes is not null and hidden.notes ? (o.id || ' ${field}')`;
const noteOn = (field: string): string => `hidden.notes ->> (o.id || ' ${field}')`;
const unlessHidden = (field: string): string => `case when ${isHidden(field)} then ${noteOn(field)} else o.${field} end`;

/** With a value are hidden how many answered and how far off it may be; the note on how it came about says that it is hidden. */
const MASKED = {
  value: `case when ${isHidden('value')} then null else o.value end`,
  missing: `case when ${isHidden('value')} then 'confidential' else o.missing end`,
  provenanceNote: `case when ${isHidden('value')} then ${noteOn('value')} when ${isHidden('provenance_note')} then ${noteOn('provenance_note')} else o.provenance_note end`,
  margin: `case when ${isHidden('value')} then null else o.margin end`,
  respondents: `case when ${isHidden('value')} then null else o.respondents end`,
  source: unlessHidden('source'),
  reason: unlessHidden('reason'),
  hidden: HIDDEN,
};
const BARE: typeof MASKED = {
  ...{ value: 'o.value', missing: 'o.missing', provenanceNote: 'o.provenance_note', margin: 'o.margin' },
  ...{ respondents: 'o.respondents', source: 'o.source', reason: 'o.reason', hidden: '' },
};

const publicObservation = (says: typeof MASKED): string => `
  create or replace function public_observation(known timestamptz) returns table (
    id integer, series_id integer, period text, period_end integer, revision integer, value numeric(21,6), missing text, quality text,
    provenance text, provenance_note text, margin numeric(21,6), respondents integer, source text, reason text, department_id integer,
    public_at timestamptz, recorded_at timestamptz, seq bigint, publish_at timestamptz, is_final_early boolean) language sql stable as $$
    select o.id, o.series_id, o.period, o.period_end, o.revision, ${says.value}, ${says.missing}, o.quality, o.provenance,
           ${says.provenanceNote}, ${says.margin}, ${says.respondents}, ${says.source}, ${says.reason}, o.department_id,
           greatest(o.publish_at, r.at) as public_at, r.at as recorded_at, r.seq, o.publish_at, o.is_final_early
      from observation o join record r on r.id = o.record_id${says.hidden}
     where o.publish_at <= coalesce(known, now()) and (known is null or r.at <= known)
  $$`;

/**
 * What was published by mistake is hidden by a decision, a row of its own: what it hides is not touched. Readings of the present and of
 * any moment in the past go by what is hidden now.
 */
export class HideAtOnce1796700000000 implements MigrationInterface {
  readonly name = 'HideAtOnce1796700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table masking (
        id integer generated always as identity not null, table_name text not null, row_key text not null, field text not null,
        revision integer not null, is_lifted boolean not null, reason text, decision text not null, salt bytea, sha256 bytea, note text,
        record_id bigint not null default current_record(),
        constraint "UQ_8d486afb8ab9dfc73b69c1888b0" unique (table_name, row_key, field, revision),
        constraint ck_masking_hides check (num_nulls(reason, salt, sha256) = case when is_lifted then 3 else 0 end),
        constraint ck_reason_word check (reason in ('personal-data', 'secrecy', 'security')),
        constraint "PK_58f5c56a8a6191c4a3bcd1d2e59" primary key (id),
        constraint "FK_b77dfd4500eb0d3f838de89ae63" foreign key (record_id) references recording(id))`);
    await runner.query(`create index "IDX_b77dfd4500eb0d3f838de89ae6" on masking (record_id)`);
    await runner.query(
      `create trigger refuse_change before update or delete or truncate on masking for each statement execute function refuse_change()`,
    );
    await runner.query(`create trigger refuse_after_seal before insert on masking for each statement execute function refuse_after_seal()`);
    await runner.query(`grant select, insert on masking to slusen_app`);
    await runner.query(`
      create view masked as select m.table_name, m.row_key, m.field, m.note from masking m
       where not m.is_lifted and not exists (
         select from masking later where later.table_name = m.table_name and later.row_key = m.row_key and later.field = m.field and later.revision > m.revision)`);
    await runner.query(`grant select on masked to slusen_app`);
    await runner.query(publicObservation(MASKED));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(publicObservation(BARE));
    await runner.query(`drop view masked`);
    await runner.query(`drop table masking`);
  }
}

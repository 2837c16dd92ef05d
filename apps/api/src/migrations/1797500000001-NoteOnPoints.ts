import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has to say of one figure, as history: by indicator, place and period, so that it stays where a figure is corrected or computed. */
export class NoteOnPoints1797500000001 implements MigrationInterface {
  readonly name = 'NoteOnPoints1797500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table point_note (
        id integer generated always as identity not null, indicator_id integer not null, territory_id integer not null, period text not null,
        revision integer not null, is_withdrawn boolean not null, text_sv text not null, text_en text, change_reason text, change_decision text,
        record_id bigint not null default current_record(),
        constraint "UQ_23663b3b1d05da136e703ca1eed" unique (indicator_id, territory_id, period, revision),
        constraint ck_change_reason check (revision = 1 or change_reason is not null),
        constraint "PK_192f093c6962771eb87e6f141ff" primary key (id),
        constraint "FK_e9c6dfc67aebbe5dbde3d8b0e67" foreign key (indicator_id) references indicator(id),
        constraint "FK_b11a6847cfa88b178cab63084cb" foreign key (territory_id) references territory(id),
        constraint "FK_33fbfd7fb5619437855e5510e36" foreign key (record_id) references recording(id))`);
    await runner.query(`create index "IDX_33fbfd7fb5619437855e5510e3" on point_note (record_id)`);
    await runner.query(
      `create trigger refuse_change before update or delete or truncate on point_note for each statement execute function refuse_change()`,
    );
    await runner.query(
      `create trigger refuse_after_seal before insert on point_note for each statement execute function refuse_after_seal()`,
    );
    await runner.query(`grant select, insert on point_note to slusen_app`);
  }

  /** Refused while there are notes: history is not thrown away. */
  async down(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(`select count(*)::int as rows from point_note`)) as { rows: number }[];
    if (found && found.rows > 0)
      throw new Error(`NoteOnPoints stays: ${found.rows} notes on values are kept. Restore a backup from before the migration instead.`);
    await runner.query(`drop table point_note`);
  }
}

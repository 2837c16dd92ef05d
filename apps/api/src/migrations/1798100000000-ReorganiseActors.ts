import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That actors get other names, become part of others, are split and end, as history beside what they are called. */
export class ReorganiseActors1798100000000 implements MigrationInterface {
  readonly name = 'ReorganiseActors1798100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reorganisation (
        id integer generated always as identity not null, actor_id integer not null, kind text not null, holds_from date not null,
        decision text not null, reason text not null, record_id bigint not null default current_record(),
        constraint ck_kind_word check (kind in ('rename', 'merge', 'split', 'close')),
        constraint "PK_83eb2d0adcde33c62e242949f50" primary key (id),
        constraint "FK_0e1407b6c6cefaa52200196e755" foreign key (actor_id) references actor(id),
        constraint "FK_7ca0ad903ea8c9237a5b3ad9533" foreign key (record_id) references recording(id))`);
    await runner.query(`create unique index uq_reorganisation_ends_once on reorganisation (actor_id) where kind <> 'rename'`);
    await runner.query(`create index "IDX_7ca0ad903ea8c9237a5b3ad953" on reorganisation (record_id)`);
    await runner.query(`
      create table reorganisation_successor (
        reorganisation_id integer not null, actor_id integer not null, record_id bigint not null default current_record(),
        constraint "PK_2536b9f698dccbedf95b81ccbf2" primary key (reorganisation_id, actor_id),
        constraint "FK_943ce66fde61f67bcafaa1473a3" foreign key (reorganisation_id) references reorganisation(id),
        constraint "FK_5a4712a3e273b16a49a4d1e500c" foreign key (actor_id) references actor(id),
        constraint "FK_04f705f565917cd26f55f4c9327" foreign key (record_id) references recording(id))`);
    await runner.query(`create index "IDX_04f705f565917cd26f55f4c932" on reorganisation_successor (record_id)`);
    for (const table of ['reorganisation', 'reorganisation_successor']) {
      await runner.query(
        `create trigger refuse_change before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
      );
      await runner.query(
        `create trigger refuse_after_seal before insert on ${table} for each statement execute function refuse_after_seal()`,
      );
      await runner.query(`grant select, insert on ${table} to slusen_app`);
    }
  }

  /** Refused while there are any: history is not thrown away. */
  async down(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(`select count(*)::int as rows from reorganisation`)) as { rows: number }[];
    if (found && found.rows > 0)
      throw new Error(
        `ReorganiseActors stays: ${found.rows} reorganisations are kept. Restore a backup from before the migration instead.`,
      );
    await runner.query(`drop table reorganisation_successor`);
    await runner.query(`drop table reorganisation`);
  }
}

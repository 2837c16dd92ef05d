import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said of tasks instead of a figure: insert-only and sealed as all history is. */
export class AnswerTasks1798700000002 implements MigrationInterface {
  readonly name = 'AnswerTasks1798700000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table task_answer (
        id integer generated always as identity not null, indicator_id integer not null, territory_id integer not null, breakdown text not null,
        period text not null, kind text not null, until date, reason text, decides_id integer, account_id uuid not null,
        department_id integer not null, record_id bigint not null default current_record(),
        constraint "REL_532b10b96dd66ebb86a5cfaa37" unique (decides_id),
        constraint ck_answer_day check ((kind = 'declined') = (until is null)),
        constraint ck_answer_decides check ((kind in ('granted', 'declined')) = (decides_id is not null)),
        constraint ck_kind_word check (kind in ('later', 'more-time', 'granted', 'declined')),
        constraint "PK_d8748dd50d6b6bf9154bc81fa1f" primary key (id),
        constraint "FK_854f38f5fcb00cb2192c5b52ee6" foreign key (indicator_id) references indicator(id),
        constraint "FK_0312689b86def1d6743ab1571c0" foreign key (territory_id) references territory(id),
        constraint "FK_532b10b96dd66ebb86a5cfaa375" foreign key (decides_id) references task_answer(id),
        constraint "FK_2127c727e08823779e3ae1412fb" foreign key (account_id) references account(id),
        constraint "FK_c0cdfe135823295c3128f9dab64" foreign key (department_id) references actor(id),
        constraint "FK_535d8e1ba313b5a7d3404fdb4ec" foreign key (record_id) references recording(id))`);
    await runner.query(`create index "IDX_535d8e1ba313b5a7d3404fdb4e" on task_answer (record_id)`);
    await runner.query(`create index "IDX_b7aca238b5db3919a547e673fd" on task_answer (indicator_id, period)`);
    await runner.query(
      `create trigger refuse_change before update or delete or truncate on task_answer for each statement execute function refuse_change()`,
    );
    await runner.query(
      `create trigger refuse_after_seal before insert on task_answer for each statement execute function refuse_after_seal()`,
    );
    await runner.query(`grant select, insert on task_answer to slusen_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table task_answer`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['action', 'action_revision', 'action_partner'] as const;

/** What is done for the goals: actions with their revisions, each insert-only and sealed as all history is. */
export class PlanActions1797000000000 implements MigrationInterface {
  readonly name = 'PlanActions1797000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table action (
        id integer generated always as identity not null, slug text not null, record_id bigint not null default current_record(),
        constraint "UQ_af71228e8cd88af63cbadbd9c4d" unique (slug),
        constraint "PK_2d9db9cf5edfbbae74eb56e3a39" primary key (id),
        constraint "FK_d257770cc5aa088577693458fe6" foreign key (record_id) references recording(id))`);
    await runner.query(`
      create table action_revision (
        action_id integer not null, revision integer not null, goal_id integer not null, lead_id integer not null, title_sv text not null,
        title_en text, description_sv text, description_en text, starts_on date not null, ends_on date not null, status text not null,
        note text, territory_id integer, indicator_id integer, is_example boolean not null, said_by_id integer,
        record_id bigint not null default current_record(),
        constraint ck_action_note check (status not in ('delayed', 'dropped') or note is not null),
        constraint ck_action_ends check (ends_on >= starts_on),
        constraint ck_status_word check (status in ('not-started', 'ongoing', 'done', 'delayed', 'dropped')),
        constraint "PK_d24214e7b59012a107e55490b61" primary key (action_id, revision),
        constraint "FK_fc56ed75698544bd3bc76feeedb" foreign key (action_id) references action(id),
        constraint "FK_1ab17b1a36d565caf93f847e3fd" foreign key (goal_id) references goal(id),
        constraint "FK_6c75c4a519b86944de19cb19abf" foreign key (lead_id) references actor(id),
        constraint "FK_aa46d95aa73f99da27131d20b3d" foreign key (territory_id) references territory(id),
        constraint "FK_ab04b98999b35c0c8971f8beac6" foreign key (indicator_id) references indicator(id),
        constraint "FK_85d4711a1d58cba2d728568b7ee" foreign key (said_by_id) references actor(id),
        constraint "FK_28ffc27d4c72df2a84358c3c86a" foreign key (record_id) references recording(id))`);
    await runner.query(`
      create table action_partner (
        action_id integer not null, revision integer not null, actor_id integer not null, record_id bigint not null default current_record(),
        constraint "PK_e51d5cafe82c09e0e753ce6dae3" primary key (action_id, revision, actor_id),
        constraint "FK_47bc31cd6048a8bfe4d2b0c89d5" foreign key (action_id, revision) references action_revision(action_id, revision),
        constraint "FK_de06c175127f4e56f734e94c4bb" foreign key (actor_id) references actor(id),
        constraint "FK_6744dfa46f96700c79df162a44e" foreign key (record_id) references recording(id))`);
    await runner.query(`create index "IDX_d257770cc5aa088577693458fe" on action (record_id)`);
    await runner.query(`create index "IDX_1ab17b1a36d565caf93f847e3f" on action_revision (goal_id)`);
    await runner.query(`create index "IDX_6c75c4a519b86944de19cb19ab" on action_revision (lead_id)`);
    await runner.query(`create index "IDX_28ffc27d4c72df2a84358c3c86" on action_revision (record_id)`);
    await runner.query(`create index "IDX_de06c175127f4e56f734e94c4b" on action_partner (actor_id)`);
    await runner.query(`create index "IDX_6744dfa46f96700c79df162a44" on action_partner (record_id)`);
    for (const table of TABLES) await guard(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`drop table ${table}`);
  }
}

async function guard(runner: QueryRunner, table: string): Promise<void> {
  const triggers = ['refuse_change before update or delete or truncate', 'refuse_after_seal before insert'] as const;
  for (const trigger of triggers) {
    const [name] = trigger.split(' ');
    await runner.query(`create trigger ${trigger} on ${table} for each statement execute function ${name}()`);
  }
  await runner.query(`grant select, insert on ${table} to slusen_app`);
}

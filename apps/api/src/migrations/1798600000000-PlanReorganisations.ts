import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reorganisations that are decided before their day: work under way beside the history, which they become a part of when they are carried out. */
export class PlanReorganisations1798600000000 implements MigrationInterface {
  readonly name = 'PlanReorganisations1798600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table planned_reorganisation (
        id integer generated always as identity not null, actor_id integer not null, holds_from date not null, state text not null,
        request jsonb, refusal jsonb, planned_by_id uuid not null, planned_at timestamp with time zone not null default now(),
        constraint ck_state_word check (state in ('planned', 'carried-out', 'failed', 'withdrawn')),
        constraint ck_request_while_open check ((request is not null) = (state in ('planned', 'failed'))),
        constraint "PK_766298ef6be5256c676662fc7ec" primary key (id),
        constraint "FK_19293747ba621057d7d381f51e0" foreign key (actor_id) references actor(id),
        constraint "FK_9a4acd05fba1ce4fac71d4f5e20" foreign key (planned_by_id) references account(id))`);
    await runner.query(
      `create unique index uq_planned_reorganisation_open on planned_reorganisation (actor_id) where state in ('planned', 'failed')`,
    );
    await runner.query(`grant select, insert, update on planned_reorganisation to slusen_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table planned_reorganisation`);
  }
}

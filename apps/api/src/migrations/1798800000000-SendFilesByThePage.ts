import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of figures that are sent by the page: work under way beside the history, which a file becomes a part of when it is published. */
export class SendFilesByThePage1798800000000 implements MigrationInterface {
  readonly name = 'SendFilesByThePage1798800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_upload (
        id uuid not null default gen_random_uuid(), version integer not null, state text not null, file_name text not null, sha256 bytea not null,
        bytes integer not null, content bytea, choices jsonb not null, found jsonb not null, outcome jsonb, digest text, progress jsonb, reason text,
        said text, account_id uuid not null, confirmed_by_id uuid, import_run_id integer, withdrawal_run_id integer, kept integer,
        created_at timestamptz not null default now(), changed_at timestamptz not null default now(),
        constraint ck_state_word check (state in ('open', 'checking', 'checked', 'submitted', 'publishing', 'published', 'withdrawing', 'withdrawn', 'discarded')),
        constraint "PK_95fa91c2e22f631f20788d9a63c" primary key (id),
        constraint "FK_3ad3da142d3556e9830c82aba6a" foreign key (account_id) references account(id),
        constraint "FK_709b8793e63c2c42e9c6cdc3fe1" foreign key (confirmed_by_id) references account(id),
        constraint "FK_3c88cbd6dc546466396bc66cd05" foreign key (import_run_id) references import_run(id),
        constraint "FK_f0648a491584e0c2428e9659d0b" foreign key (withdrawal_run_id) references import_run(id))`);
    await runner.query(`create index "IDX_78c2389929d4dc8f75f4f8dbd1" on import_upload (created_at)`);
    await runner.query(`
      create table import_upload_row (
        upload_id uuid not null, number integer not null, kind text not null, line integer not null, indicator text, territory text, breakdown text,
        period text, was text, becomes text, place text, reason jsonb,
        constraint ck_kind_word check (kind in ('refused', 'changed', 'added', 'unchanged')),
        constraint "PK_5be1d1a11651f934a54d38c2a70" primary key (upload_id, number),
        constraint "FK_f296a2952fc0f9bd90e1bfeac8f" foreign key (upload_id) references import_upload(id) on delete cascade)`);
    await runner.query(`
      create table import_source (
        name text not null, is_official boolean not null default false, marked_by_id uuid, mapping jsonb,
        constraint "PK_6804c1570c1dd4cc5669650fc11" primary key (name),
        constraint "FK_0bb85a071ad91e7c0528f66c372" foreign key (marked_by_id) references account(id))`);
    await runner.query(`grant select, insert, update, delete on import_upload, import_upload_row to slusen_app`);
    await runner.query(`grant select, insert, update on import_source to slusen_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table import_source, import_upload_row, import_upload`);
  }
}

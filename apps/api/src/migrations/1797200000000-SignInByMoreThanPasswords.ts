import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACCOUNT = `foreign key (account_id) references account(id)`;
const TABLES = [
  `create table external_identity (
     issuer text not null, subject text not null, account_id uuid not null, created_at timestamptz not null default now(),
     constraint "PK_b9308b1f08c8ca517f9ab5c4648" primary key (issuer, subject), constraint "FK_2a32d318f84f9425dfb1b6485ea" ${ACCOUNT})`,
  `create index "IDX_2a32d318f84f9425dfb1b6485e" on external_identity (account_id)`,
  `create table finished_trip (
     state_hash bytea not null, expires_at timestamptz not null, constraint "PK_4f1d77a47d690d4db5710bc1aa4" primary key (state_hash))`,
  `create index "IDX_f9717b0d9ceb94ef7832dcf4f0" on finished_trip (expires_at)`,
  `create table second_factor (
     account_id uuid not null, sealed_secret bytea not null, confirmed_at timestamptz, last_step integer not null default 0,
     constraint "PK_0a7b3df05f1502502d076745897" primary key (account_id), constraint "FK_0a7b3df05f1502502d076745897" ${ACCOUNT})`,
  `create table recovery_code (
     account_id uuid not null, code_hash bytea not null,
     constraint "PK_10c3cc912a499eb1f51d71af31a" primary key (account_id, code_hash), constraint "FK_9db6a6c505946232618e26c79e8" ${ACCOUNT})`,
  `create table machine_key (
     id integer generated always as identity not null, account_id uuid not null, key_hash bytea not null, created_at timestamptz not null,
     expires_at timestamptz not null, revoked_at timestamptz, last_used_at timestamptz,
     constraint "UQ_736126d5d85afbb88d3d23626c0" unique (key_hash), constraint "PK_2487c34ac7feddc2066159f539c" primary key (id),
     constraint "FK_526754022576f43a54aa9141cd9" ${ACCOUNT})`,
  `create index "IDX_526754022576f43a54aa9141cd" on machine_key (account_id)`,
];

/** What the running program may do with each. A key that was revoked stays: somebody may ask later what it was. */
const RIGHTS = {
  external_identity: 'select, insert, delete',
  finished_trip: 'select, insert, delete',
  second_factor: 'select, insert, update, delete',
  recovery_code: 'select, insert, delete',
  machine_key: 'select, insert, update',
};

/** People come in by the municipality's own sign-in and with a second factor, business systems with a key. */
export class SignInByMoreThanPasswords1797200000000 implements MigrationInterface {
  readonly name = 'SignInByMoreThanPasswords1797200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(table);
    for (const [table, rights] of Object.entries(RIGHTS)) await runner.query(`grant ${rights} on ${table} to slusen_app`);
    await runner.query(`alter table session add needs_second_factor boolean not null default false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table session drop column needs_second_factor`);
    for (const table of Object.keys(RIGHTS).reverse()) await runner.query(`drop table ${table}`);
  }
}

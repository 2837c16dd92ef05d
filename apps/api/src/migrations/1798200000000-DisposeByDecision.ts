import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DISPOSAL_HELPERS, PLAIN } from './disposal-functions.js';
import { DISPOSALS } from './disposal-removals.js';

const TABLES = [
  `create table disposal (
     id integer generated always as identity not null, kind text not null, account_id uuid, before_day date, maskings integer array,
     body text not null, decided_on date not null, reference text not null, by_id uuid not null, record_id bigint not null default current_record(),
     constraint ck_disposal_criterion check (num_nonnulls(account_id, before_day, maskings) = 1),
     constraint ck_kind_word check (kind in ('leaver', 'events', 'working-material', 'masked', 'mails')),
     constraint "PK_d815f4e5712e8c00ff7b2f09e73" primary key (id),
     constraint "FK_9f15e48937cc5a8634c59f018cd" foreign key (account_id) references account(id),
     constraint "FK_bbb7ea97394acf42bc206816cd2" foreign key (by_id) references account(id),
     constraint "FK_cb9607e59c79452997aa3956d88" foreign key (record_id) references recording(id))`,
  `create index "IDX_cb9607e59c79452997aa3956d8" on disposal (record_id)`,
  `create table disposal_part (
     id integer generated always as identity not null, disposal_id integer not null, table_name text not null, row_key text not null,
     rows_before integer not null, sha256_before text not null, rows_after integer not null, sha256_after text not null,
     record_id bigint not null default current_record(),
     constraint "PK_72288f00892b9941e0c0211376a" primary key (id),
     constraint "FK_9cdb1c6d41b21ad760a7b5f3067" foreign key (disposal_id) references disposal(id),
     constraint "FK_c4ad84f70272c123bfc46c6c64e" foreign key (record_id) references recording(id))`,
  `create index "IDX_c4ad84f70272c123bfc46c6c64" on disposal_part (record_id)`,
  `create index "IDX_513e98b6b02f04453e36f8ea8f" on disposal_part (table_name, row_key)`,
];

const refuseChange = (unless: string): string => `
  create or replace function refuse_change() returns trigger language plpgsql as $$
  begin${unless}
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end $$`;

/**
 * Data are removed by a decision that leaves a trace: a row of history with who, when and why, and for each record that was reduced its
 * digest before and after. Only functions of the owner remove, and only within a transaction that holds such a row.
 */
export class DisposeByDecision1798200000000 implements MigrationInterface {
  readonly name = 'DisposeByDecision1798200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(table);
    for (const table of ['disposal', 'disposal_part']) {
      await runner.query(
        `create trigger refuse_change before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
      );
      await runner.query(
        `create trigger refuse_after_seal before insert on ${table} for each statement execute function refuse_after_seal()`,
      );
      await runner.query(`grant select, insert on ${table} to slusen_app`);
    }
    await runner.query(`alter table account add pseudonymised_at timestamptz`);
    for (const { signature, body } of DISPOSAL_HELPERS) await runner.query(`create function ${signature} ${body}`);
    await runner.query(
      refuseChange(`
    if tg_op <> 'TRUNCATE' and is_disposing(tg_relid) then
      return null;
    end if;`),
    );
    for (const { signature, body } of DISPOSALS) {
      await runner.query(
        `create function ${signature} returns jsonb language plpgsql security definer set search_path = public, pg_temp ${PLAIN} ${body}`,
      );
      await runner.query(`revoke all on function ${nameOf(signature)} from public`);
      await runner.query(`grant execute on function ${nameOf(signature)} to slusen_app`);
    }
  }

  /** Refused in words once something was removed: the program of before would take what is left for tampering. */
  async down(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(`select count(*)::int as kept from disposal`)) as { kept: number }[];
    if (found?.kept)
      throw new Error(
        `DisposeByDecision stays: data were removed by decisions (${found.kept}), which the program of before cannot tell from tampering. ` +
          'Restore a backup from before the migration instead.',
      );
    for (const { signature } of [...DISPOSALS].reverse()) await runner.query(`drop function ${nameOf(signature)}`);
    await runner.query(refuseChange(''));
    for (const { signature } of [...DISPOSAL_HELPERS].reverse()) await runner.query(`drop function ${nameOf(signature)}`);
    await runner.query(`alter table account drop column pseudonymised_at`);
    await runner.query(`drop table disposal_part`);
    await runner.query(`drop table disposal`);
  }
}

/** `dispose_events(wanted integer)`. */
const nameOf = (signature: string): string => signature.replace(/ returns [\s\S]*/, '').replace(/ default [^,)]+/g, '');

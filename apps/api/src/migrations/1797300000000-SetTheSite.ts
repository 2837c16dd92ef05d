import type { MigrationInterface, QueryRunner } from 'typeorm';

const HISTORY = ['site_logo', 'site_settings'];

/** What a municipality says of itself is set on pages and kept with its history; a first start has a one-time code. */
export class SetTheSite1797300000000 implements MigrationInterface {
  readonly name = 'SetTheSite1797300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table site_logo (
        id integer generated always as identity not null, type text not null, content bytea not null, sha256 bytea not null,
        record_id bigint not null default current_record(),
        constraint ck_type_word check (type in ('image/png', 'image/svg+xml')),
        constraint "PK_7a49488da0cebb42af0787787f1" primary key (id),
        constraint "FK_1cfdd39e895e502bdb9764cf8a6" foreign key (record_id) references recording(id))`);
    await runner.query(`create index "IDX_1cfdd39e895e502bdb9764cf8a" on site_logo (record_id)`);
    await runner.query(`
      create table site_settings (
        revision integer not null, municipality text, code text, accent text, licence text, contact_email text, contact_telephone text,
        data_protection_officer text, logo_id integer, record_id bigint not null default current_record(),
        constraint ck_licence_word check (licence in ('CC0-1.0', 'CC-BY-4.0')),
        constraint "PK_6e56c465c9c5664ee9532847d6b" primary key (revision),
        constraint "FK_3ece17aa9313f4affda76178b35" foreign key (record_id) references recording(id),
        constraint "FK_80af0d037767e489f941efb7b0d" foreign key (logo_id) references site_logo(id))`);
    await runner.query(`create index "IDX_3ece17aa9313f4affda76178b3" on site_settings (record_id)`);
    for (const table of HISTORY) {
      await runner.query(
        `create trigger refuse_change before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
      );
      await runner.query(
        `create trigger refuse_after_seal before insert on ${table} for each statement execute function refuse_after_seal()`,
      );
      await runner.query(`grant select, insert on ${table} to slusen_app`);
    }
    await runner.query(`
      create table set_up_code (
        id integer not null, sha256 bytea not null,
        constraint ck_set_up_code_single check (id = 1),
        constraint "PK_a365fe4bbd80d111f61e00668b5" primary key (id))`);
    await runner.query(`grant select, insert, update, delete on set_up_code to slusen_app`);
  }

  /** Refused in words while something is set: the program of before would go on without knowing whose it is. */
  async down(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(`select count(*)::int as kept from site_settings`)) as { kept: number }[];
    if (found?.kept)
      throw new Error(
        `SetTheSite stays: settings are kept (${found.kept} revisions), which the program of before cannot read. ` +
          'Restore a backup from before the migration instead.',
      );
    await runner.query(`drop table set_up_code`);
    await runner.query(`drop table site_settings`);
    await runner.query(`drop table site_logo`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What moves from a table to its revisions: the columns, and the constraints of the new table by their names. */
interface Moved {
  readonly columns: Readonly<Record<string, string>>;
  readonly key: string;
  readonly head: string;
  readonly record: string;
  readonly kinds?: string;
  readonly parent?: { readonly before: string; readonly after: string };
}

const MOVED: Readonly<Record<string, Moved>> = {
  actor: {
    columns: {
      kind: 'text not null',
      name_sv: 'text not null',
      name_en: 'text',
      parent_id: 'integer',
      contact: 'text',
      is_example: 'boolean not null',
    },
    key: 'PK_5be98f88f9342d874d8daedbc35',
    head: 'FK_0949ddad2e9166e7bf81f5dafba',
    record: 'FK_13875e4c0030e616f435a5f09be',
    kinds: `'committee', 'department', 'municipal-company', 'association', 'business', 'region', 'local-development-group', 'residents'`,
    parent: { before: 'FK_588073329159974268e4d2b222c', after: 'FK_dacb68a38b802eea5bae19844cd' },
  },
  territory: {
    columns: { kind: 'text not null', name_sv: 'text not null', name_en: 'text', parent_id: 'integer' },
    key: 'PK_9226ce8ccd0ea3114b3428cb80c',
    head: 'FK_fbbaaf547143c55efb802cfa0dc',
    record: 'FK_0b436f0a496b99b231d23eb61c5',
    kinds: `'municipality', 'locality', 'comparison', 'country'`,
    parent: { before: 'FK_096b86dbcef581839ac9988c9ba', after: 'FK_fb692499c4ca94deb1a3c86238c' },
  },
  strategy: {
    columns: { name_sv: 'text not null', name_en: 'text', purpose_sv: 'text not null', purpose_en: 'text' },
    key: 'PK_7b91914b353eeddbd542f997fed',
    head: 'FK_cffbbb6d1d04d146002dde92582',
    record: 'FK_b05cc14f2b5f2efe207cebd7b1f',
  },
  strategy_version: {
    columns: {
      body_sv: 'text not null',
      body_en: 'text',
      decided_on: 'date',
      decided_on_text_sv: 'text',
      decided_on_text_en: 'text',
      paragraph: 'text',
      dnr: 'text',
      valid_from: 'date not null',
      valid_to: 'date',
      is_example: 'boolean not null',
    },
    key: 'PK_5b692cae583b515ed925d6e9ff2',
    head: 'FK_75d84debd9ad145c300d0b898b1',
    record: 'FK_d51d9fb3d665c73a6305e77962c',
  },
  area: {
    columns: {
      position: 'integer not null',
      name_sv: 'text not null',
      name_en: 'text',
      short_name_sv: 'text not null',
      short_name_en: 'text',
      description_sv: 'text not null',
      description_en: 'text',
    },
    key: 'PK_ef230506efe3df31921fee5fe6b',
    head: 'FK_a618de552f5d934ed859747515b',
    record: 'FK_73e50c1e7903a2eb5a4e32cf8da',
  },
  goal: {
    columns: {
      position: 'integer not null',
      name_sv: 'text not null',
      name_en: 'text',
      description_sv: 'text not null',
      description_en: 'text',
      unmeasured_reason_sv: 'text',
      unmeasured_reason_en: 'text',
      is_example: 'boolean not null',
    },
    key: 'PK_84e56f331b0ddf47f7ce1e9e6c6',
    head: 'FK_9eb5bc2a5110279adf499c9f164',
    record: 'FK_c6b16e55f9d0aa1ddaada33a80f',
  },
};

/** Tables whose rows are revisions already, or become so, with what makes a row one of a kind before and after. */
const NUMBERED = {
  series_break: {
    of: ['indicator_id', 'first_period'],
    before: 'UQ_15f3ef7c2741e1c7345166af67f',
    after: 'UQ_8b5da12f0e8c7682776953e228b',
  },
  responsibility: {
    of: ['goal_id', 'actor_id', 'role'],
    before: 'UQ_bec5d0daec3fe2a44ba0322bc2b',
    after: 'UQ_306709dd6394e228adb6dd114c1',
  },
} as const;
const EXPLAINED = ['indicator_definition', 'target', 'series_break', 'responsibility'] as const;

const EXPLAINS = `constraint ck_change_reason check (revision = 1 or change_reason is not null)`;
const NEEDED = `case kind
  when 'point' then num_nulls(baseline_period, baseline_value, final_period, final_value, tolerance, decision) = 0
  when 'band' then num_nulls(baseline_period, final_period, low, high, tolerance, decision) = 0
  else kind in ('none', 'withdrawn') end`;

const listOf = ({ columns }: Moved): string => Object.keys(columns).join(', ');

/**
 * What something is apart from what is said of it: names, roles and breaks get revisions as definitions and targets have them, so that a
 * mistake is put right without anything being rewritten. What is there becomes the first revision, recorded when it was.
 */
export class ContentInRevisions1795770000000 implements MigrationInterface {
  readonly name = 'ContentInRevisions1795770000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, moved] of Object.entries(MOVED)) await this.moveToRevisions(runner, table, moved);
    for (const table of EXPLAINED) {
      await runner.query(`alter table ${table} add column change_reason text, add column change_decision text`);
    }
    for (const [table, { of, before, after }] of Object.entries(NUMBERED)) {
      await runner.query(
        `alter table ${table} add column revision integer not null default 1, add column is_withdrawn boolean not null default false`,
      );
      await runner.query(
        `alter table ${table} alter column revision drop default, alter column is_withdrawn drop default, drop constraint "${before}"`,
      );
      await runner.query(`alter table ${table} add constraint "${after}" unique (${of.join(', ')}, revision)`);
    }
    // Nobody was asked why before.
    for (const table of ['indicator_definition', 'target']) {
      await unguarded(runner, table, () =>
        runner.query(`update ${table} set change_reason = 'Skälet antecknades inte.' where revision > 1`),
      );
    }
    for (const table of EXPLAINED) await runner.query(`alter table ${table} add ${EXPLAINS}`);
    await runner.query(`alter table target add constraint ck_target_kind check (${NEEDED})`);
  }

  private async moveToRevisions(runner: QueryRunner, table: string, moved: Moved): Promise<void> {
    const { columns, key, head, record, kinds, parent } = moved;
    const defined = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
    await runner.query(`
      create table ${table}_revision (
        ${table}_id integer not null, revision integer not null, ${defined.join(', ')}, change_reason text, change_decision text,
        record_id bigint not null default current_record(), ${EXPLAINS}, constraint "${key}" primary key (${table}_id, revision))`);
    await runner.query(`
      insert into ${table}_revision (${table}_id, revision, ${listOf(moved)}, record_id) select id, 1, ${listOf(moved)}, record_id from ${table}`);
    await runner.query(`alter table ${table}_revision add constraint "${head}" foreign key (${table}_id) references ${table}(id)`);
    await runner.query(
      `alter table ${table}_revision add constraint "${record}" foreign key (record_id) references record(id) deferrable initially deferred`,
    );
    if (kinds) await runner.query(`alter table ${table}_revision add constraint ck_kind_word check (kind in (${kinds}))`);
    if (parent)
      await runner.query(`alter table ${table}_revision add constraint "${parent.after}" foreign key (parent_id) references ${table}(id)`);
    for (const column of Object.keys(columns)) await runner.query(`alter table ${table} drop column ${column}`);
    await guard(runner, `${table}_revision`);
  }

  /** What is said now stays; what was said before cannot be kept by the tables of then. A role or break that was withdrawn is gone. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table target drop constraint ck_target_kind`);
    await unguarded(runner, 'target', () => runner.query(`update target set kind = 'none' where kind = 'withdrawn'`));
    for (const [table, { of, before, after }] of Object.entries(NUMBERED)) {
      const same = of.map((column) => `l.${column} = t.${column}`).join(' and ');
      await unguarded(runner, table, () =>
        runner.query(
          `delete from ${table} t where is_withdrawn or exists (select from ${table} l where ${same} and l.revision > t.revision)`,
        ),
      );
      await runner.query(`alter table ${table} drop constraint "${after}"`);
      await runner.query(`alter table ${table} drop constraint ck_change_reason, drop column revision, drop column is_withdrawn`);
      await runner.query(`alter table ${table} add constraint "${before}" unique (${of.join(', ')})`);
    }
    for (const table of EXPLAINED) {
      await runner.query(
        `alter table ${table} drop constraint if exists ck_change_reason, drop column change_reason, drop column change_decision`,
      );
    }
    for (const [table, moved] of Object.entries(MOVED)) await this.moveBack(runner, table, moved);
  }

  private async moveBack(runner: QueryRunner, table: string, moved: Moved): Promise<void> {
    const { columns, kinds, parent } = moved;
    const nullable = Object.entries(columns).map(([column, type]) => `add column ${column} ${type.replace(' not null', '')}`);
    await runner.query(`alter table ${table} ${nullable.join(', ')}`);
    const set = Object.keys(columns).map((column) => `${column} = r.${column}`);
    await unguarded(runner, table, () =>
      runner.query(`
        update ${table} t set ${set.join(', ')}
          from (select distinct on (${table}_id) * from ${table}_revision order by ${table}_id, revision desc) r where r.${table}_id = t.id`),
    );
    const required = Object.entries(columns).filter(([, type]) => type.endsWith('not null'));
    await runner.query(`alter table ${table} ${required.map(([column]) => `alter column ${column} set not null`).join(', ')}`);
    if (kinds) await runner.query(`alter table ${table} add constraint ck_kind_word check (kind in (${kinds}))`);
    if (parent)
      await runner.query(`alter table ${table} add constraint "${parent.before}" foreign key (parent_id) references ${table}(id)`);
    await runner.query(`drop table ${table}_revision`);
  }
}

/** What was recorded stays, and is recorded before its transaction is sealed. */
async function guard(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(
    `create trigger refuse_change before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
  );
  await runner.query(`create trigger refuse_after_seal before insert on ${table} for each statement execute function refuse_after_seal()`);
  await runner.query(`grant select, insert on ${table} to slusen_app`);
}

async function unguarded(runner: QueryRunner, table: string, work: () => Promise<unknown>): Promise<void> {
  await runner.query(`alter table ${table} disable trigger user`);
  await work();
  await runner.query(`alter table ${table} enable trigger user`);
}

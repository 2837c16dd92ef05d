import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = {
  influence: 'text',
  kind: 'text',
  synonyms: 'jsonb',
  ends_after: 'text',
  end_reason_sv: 'text',
  end_reason_en: 'text',
  replaced_by: 'text',
  formula: 'jsonb',
};

/**
 * What a definition says of influence and kind, the words it is also found by, when and why it ended, and what it is computed from. Nullable
 * columns at the end: no recorded row changes its text.
 */
export class SayMoreOfIndicators1797500000000 implements MigrationInterface {
  readonly name = 'SayMoreOfIndicators1797500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [column, type] of Object.entries(COLUMNS)) await runner.query(`alter table indicator_definition add ${column} ${type}`);
    await runner.query(
      `alter table indicator_definition add constraint ck_influence_word check (influence in ('own', 'shared', 'follows-the-world'))`,
    );
    await runner.query(`alter table indicator_definition add constraint ck_kind_word check (kind in ('population', 'performance'))`);
    await runner.query(
      `alter table indicator_definition add constraint ck_definition_ending check ((ends_after is null) = (end_reason_sv is null))`,
    );
  }

  /** Refused while a definition says any of it: history is not said otherwise, and a computed figure would be gone. */
  async down(runner: QueryRunner): Promise<void> {
    const said = Object.keys(COLUMNS).join(', ');
    const [found] = (await runner.query(`select count(*)::int as rows from indicator_definition where num_nonnulls(${said}) > 0`)) as {
      rows: number;
    }[];
    if (found && found.rows > 0)
      throw new Error(
        `SayMoreOfIndicators stays: ${found.rows} definitions say what the program of before cannot read (${said}). ` +
          'Restore a backup from before the migration instead.',
      );
    for (const constraint of ['ck_definition_ending', 'ck_kind_word', 'ck_influence_word'])
      await runner.query(`alter table indicator_definition drop constraint ${constraint}`);
    for (const column of Object.keys(COLUMNS).reverse()) await runner.query(`alter table indicator_definition drop column ${column}`);
  }
}

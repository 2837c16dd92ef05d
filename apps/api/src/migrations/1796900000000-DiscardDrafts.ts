import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = (words: string): string => `ck_state_word" CHECK (state in (${words}))`;
const actions = (words: string): string => `ck_action_word" CHECK (action in (${words}))`;
const STATES = `'draft', 'submitted', 'returned', 'approved'`;
const ACTIONS = `'save', 'submit', 'withdraw', 'return', 'approve'`;

/** An entry can be discarded: it stays with its history, and its figure can be begun anew. Wider checks: no recorded row changes its text. */
export class DiscardDrafts1796900000000 implements MigrationInterface {
  readonly name = 'DiscardDrafts1796900000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.rule(runner, {
      states: `${STATES}, 'discarded'`,
      actions: `${ACTIONS}, 'discard'`,
      open: `state not in ('approved', 'discarded')`,
    });
  }

  /** Refused in words while a discarded entry is kept: the program of before cannot read it, and its history is not said otherwise. */
  async down(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(`select count(*)::int as kept from entry where state = 'discarded'`)) as { kept: number }[];
    if (found?.kept)
      throw new Error(
        `DiscardDrafts stays: discarded entries are kept (${found.kept}), which the program of before cannot read. ` +
          'Restore a backup from before the migration instead.',
      );
    await this.rule(runner, { states: STATES, actions: ACTIONS, open: `state <> 'approved'` });
  }

  private async rule(runner: QueryRunner, words: { states: string; actions: string; open: string }): Promise<void> {
    await runner.query(`ALTER TABLE "entry" DROP CONSTRAINT "ck_state_word"`);
    await runner.query(`ALTER TABLE "entry" ADD CONSTRAINT "${states(words.states)}`);
    await runner.query(`ALTER TABLE "entry_event" DROP CONSTRAINT "ck_action_word"`);
    await runner.query(`ALTER TABLE "entry_event" ADD CONSTRAINT "${actions(words.actions)}`);
    await runner.query(`DROP INDEX "ux_entry_open"`);
    await runner.query(`CREATE UNIQUE INDEX "ux_entry_open" ON "entry"  ("series_id", "period") WHERE ${words.open}`);
  }
}

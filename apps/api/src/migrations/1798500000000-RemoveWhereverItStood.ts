import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DISPOSAL_HELPERS, PLAIN, type DatabaseFunction } from './disposal-functions.js';
import { DISPOSALS } from './disposal-removals.js';
import { HIDDEN_TEXT_HELPERS, MASKED } from './hidden-text-functions.js';

/**
 * A text under a masking goes wherever it stood: why something was decided in every row of its transaction, an entry's words in its figure and the
 * other way, what a file brought in its run, and kept answers. What a disposal left is not removed again.
 */
export class RemoveWhereverItStood1798500000000 implements MigrationInterface {
  readonly name = 'RemoveWhereverItStood1798500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { signature, body } of HIDDEN_TEXT_HELPERS) await runner.query(`create or replace function ${signature} ${body}`);
    await runner.query(disposalSql(MASKED));
  }

  async down(runner: QueryRunner): Promise<void> {
    const before = DISPOSALS.find(({ signature }) => signature === MASKED.signature);
    if (before) await runner.query(disposalSql(before));
    for (const { signature } of [...HIDDEN_TEXT_HELPERS].reverse()) {
      const old = DISPOSAL_HELPERS.find((one) => one.signature === signature);
      await runner.query(
        old ? `create or replace function ${signature} ${old.body}` : `drop function ${signature.replace(/ returns [\s\S]*/, '')}`,
      );
    }
  }
}

/** As `DisposeByDecision` makes those that remove; who may call them stays. */
const disposalSql = ({ signature, body }: DatabaseFunction): string =>
  `create or replace function ${signature} returns jsonb language plpgsql security definer set search_path = public, pg_temp ${PLAIN} ${body}`;

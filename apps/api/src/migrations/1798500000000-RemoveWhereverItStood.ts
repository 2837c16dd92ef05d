import type { MigrationInterface, QueryRunner } from 'typeorm';
import { HIDDEN_TEXT_HELPERS, MASKED } from './hidden-text-functions.js';
import { replaceDisposal, restoreDisposal } from './replace-disposal.js';

/**
 * A text under a masking goes wherever it stood: why something was decided in every row of its transaction, an entry's words in its figure and the
 * other way, what a file brought in its run, and kept answers. What a disposal left is not removed again.
 */
export class RemoveWhereverItStood1798500000000 implements MigrationInterface {
  readonly name = 'RemoveWhereverItStood1798500000000';

  async up(runner: QueryRunner): Promise<void> {
    await replaceDisposal(runner, MASKED, HIDDEN_TEXT_HELPERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await restoreDisposal(runner, MASKED, HIDDEN_TEXT_HELPERS);
  }
}

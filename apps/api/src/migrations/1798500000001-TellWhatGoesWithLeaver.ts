import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LEAVER, LEAVER_HELPERS } from './leaver-functions.js';
import { replaceDisposal, restoreDisposal } from './replace-disposal.js';

/** What goes with somebody who left is told before by the list that removes it, and a namesake keeps their name. */
export class TellWhatGoesWithLeaver1798500000001 implements MigrationInterface {
  readonly name = 'TellWhatGoesWithLeaver1798500000001';

  async up(runner: QueryRunner): Promise<void> {
    await replaceDisposal(runner, LEAVER, LEAVER_HELPERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await restoreDisposal(runner, LEAVER, LEAVER_HELPERS);
  }
}

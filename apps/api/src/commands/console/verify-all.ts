import type { KnownHeads } from '../../integrity/verify/heads.js';
import { migrationFault } from '../../integrity/verify/migrations.js';
import { inApplication, withDatabase } from './application.js';
import type { Desk } from './command.js';
import { CommandError } from './sentences.js';
import { reportVerify } from './verify-report.js';

/** Checks everything recorded and tells of each check; returns whether nothing is wrong. It looks at what is there, so it brings nothing up before. */
export function verifyAll({ config, terminal }: Pick<Desk, 'config' | 'terminal'>, expected?: KnownHeads['expected']): Promise<boolean> {
  return withDatabase(config, async (database) => {
    const fault = await migrationFault(database.ownerUrl);
    if (fault) throw new CommandError(fault);
    return inApplication(config, database, (app) => reportVerify(app, { ownerUrl: database.ownerUrl, expected }, terminal));
  });
}

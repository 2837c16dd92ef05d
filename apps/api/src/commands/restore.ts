import 'reflect-metadata';
import type { OpenDatabase } from '../database.js';
import { disposalsFile, notedDisposals } from '../disposal/disposal-log.js';
import { databaseState, restoreBackup } from '../integrity/backup/restore.js';
import { disposalsIn } from '../integrity/backup/undone-disposals.js';
import { headsFile, noteHead } from '../integrity/heads/head-lines.js';
import { withApplication, withDatabase } from './console/application.js';
import { oneFile, readArguments, runCommand, type Command, type Desk } from './console/command.js';
import { withProgress } from './console/progress.js';
import { CommandError } from './console/sentences.js';
import { reportUndone } from './console/undone-report.js';
import { reportVerify } from './console/verify-report.js';

const HELP = `
Reads a backup into an empty database, compares every table with what was copied, and then checks everything as verify does.
Tells what was removed by decisions after the backup was made, since that is there again.

  FILE      a file made by backup
  --force   replace what the database holds; its name is then to be typed
`;

/** Reads a backup into an empty database, or with --force and a typed confirmation in place of what is there; then verifies. */
export const restoreCommand: Command = {
  usage: 'npm run restore -- FILE [--force]',
  help: HELP,
  async run(desk) {
    const { config, terminal } = desk;
    const { values, positionals } = readArguments(desk.args, { force: { type: 'boolean', default: false } });
    const path = oneFile(positionals);
    const isWell = await withDatabase(config, async (database) => {
      if (values.force) await confirm(desk, database);
      const { ownerUrl } = database;
      const known = [...(await notedDisposals(disposalsFile(config.dataDir))), ...(await disposalsIn(ownerUrl))];
      const { tables, madeAt, head } = await withProgress(terminal, 'Restoring', () =>
        restoreBackup({ ownerUrl, path, mayReplace: values.force }),
      );
      terminal.say(
        `Restored ${tables.length} tables with ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows as they were ${madeAt}; hashes compared. Everyone signs in anew.`,
      );
      if (head) await noteHead(headsFile(config.dataDir), { ...head, at: new Date().toISOString(), isRestored: true });
      await reportUndone(known, ownerUrl, terminal);
      return withApplication(config, database, (app) => reportVerify(app, { ownerUrl }, terminal));
    });
    return isWell ? 0 : 1;
  },
};

/** Nobody loses a database by a flag alone: its name is to be typed, unless it is empty. */
async function confirm({ terminal }: Desk, { ownerUrl }: OpenDatabase): Promise<void> {
  const { name, isEmpty } = await databaseState(ownerUrl);
  if (isEmpty) return;
  terminal.complain(`Everything in the database ${name} will be removed and replaced by the backup.`);
  const typed = await terminal.ask(`Type ${name} to go on: `);
  if (typed?.trim() !== name) throw new CommandError('Not confirmed; nothing was changed.');
}

if (import.meta.main) await runCommand(restoreCommand);

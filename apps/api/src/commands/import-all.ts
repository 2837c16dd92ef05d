import 'reflect-metadata';
import { disposalsFile, notedDisposals } from '../disposal/disposal-log.js';
import { readExport } from '../integrity/export/read-export.js';
import { headsFile, noteHead } from '../integrity/heads/head-lines.js';
import { withApplication, withDatabase } from './console/application.js';
import { oneFile, readArguments, runCommand, type Command } from './console/command.js';
import { withProgress } from './console/progress.js';
import { reportUndone } from './console/undone-report.js';
import { reportVerify } from './console/verify-report.js';

const HELP = `
Reads a folder that export:all wrote into an empty installation (the application stopped, nothing recorded in it yet), compares every file with its
checksum and every row with the chain, and then checks everything as verify does. All of it is stored, or nothing. Pages are as they were. Tells what was
removed by decisions after the export was written, as far as the data folder here knows. Nobody can sign in by what they had before: the next start prints the code that makes the first administrator, or an administrator who came along
is given a password by npm run account -- --reset-password.

  FOLDER   a folder that export:all wrote
`;

/** Everything in, where nothing is yet. */
export const importAllCommand: Command = {
  usage: 'npm run import:all -- FOLDER',
  help: HELP,
  async run({ args, config, terminal }) {
    const folder = oneFile(readArguments(args, {}).positionals);
    const isWell = await withDatabase(config, async (database) => {
      const { ownerUrl } = database;
      const { tables, madeAt, withPeople, headNow } = await withProgress(terminal, 'Reading', () => readExport({ ownerUrl, folder }));
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      terminal.say(`Read ${tables.length} files with ${rows} rows as they were ${madeAt}.`);
      terminal.say(
        withPeople
          ? 'Everyone chooses a new password.'
          : 'The accounts are nobody’s and closed; the next start prints the code for the first administrator.',
      );
      if (headNow) await noteHead(headsFile(config.dataDir), { ...headNow, at: new Date().toISOString(), isRestored: true });
      await reportUndone(await notedDisposals(disposalsFile(config.dataDir)), ownerUrl, terminal);
      return withApplication(config, database, (app) => reportVerify(app, { ownerUrl }, terminal));
    });
    return isWell ? 0 : 1;
  },
};

if (import.meta.main) await runCommand(importAllCommand);

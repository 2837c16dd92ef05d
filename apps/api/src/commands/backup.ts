import 'reflect-metadata';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBackup } from '../integrity/backup/backup.js';
import { stampOf } from '../integrity/backup/proven-backup.js';
import { VERSION } from '../platform/version.js';
import { withDatabase } from './console/application.js';
import { oneFile, readArguments, runCommand, type Command } from './console/command.js';
import { withProgress } from './console/progress.js';
import { CommandError } from './console/sentences.js';

const HELP = `
Copies everything but signed-in sessions and kept answers into one file, beside a running application too.

  FILE   where to write it; a file that is there is not replaced. Without it: DATA_DIR/backup/slusen-DATE.tar.gz
`;

/** Copies everything into one file, beside a running application too. Sessions and kept answers to repeated requests are left out. */
export const backupCommand: Command = {
  usage: 'npm run backup -- [FILE]    (default: DATA_DIR/backup/slusen-DATE.tar.gz)',
  help: HELP,
  async run({ args, config, terminal }) {
    const { positionals } = readArguments(args, {});
    const path = positionals.length > 0 ? oneFile(positionals) : join(config.dataDir, 'backup', `slusen-${stampOf(new Date())}.tar.gz`);
    if (await stat(path).catch(() => undefined)) throw new CommandError(`${path} is there already; name another file.`);
    const { tables } = await withDatabase(config, ({ ownerUrl }) =>
      withProgress(terminal, 'Copying', () => makeBackup({ ownerUrl, path, version: VERSION })),
    );
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    terminal.say(`${path}: ${tables.length} tables, ${rows} rows, ${(await stat(path)).size} bytes.`);
    terminal.say('Signed-in sessions and kept answers are not in it. It holds password hashes: keep it as safe as the database.');
    return 0;
  },
};

if (import.meta.main) await runCommand(backupCommand);

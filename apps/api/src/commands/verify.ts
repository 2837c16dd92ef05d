import 'reflect-metadata';
import { withApplication, withDatabase } from './console/application.js';
import { CommandError } from './console/sentences.js';
import { readArguments, runCommand, type Command } from './console/command.js';
import { reportVerify } from './console/verify-report.js';

const HELP = `
Checks that everything recorded holds together, beside a running application too, and says what it looked at. It takes no arguments.
It ends with 0 when nothing is wrong, and with 1 and each place when something is.
`;

/** Checks that everything recorded holds together, beside a running application too. */
export const verifyCommand: Command = {
  usage: 'npm run verify',
  help: HELP,
  async run({ args, config, terminal }) {
    const { positionals } = readArguments(args, {});
    if (positionals.length > 0) throw new CommandError('verify takes no file.', { isMisuse: true });
    const isWell = await withDatabase(config, (database) =>
      withApplication(config, database, (app) => reportVerify(app, database.ownerUrl, terminal)),
    );
    return isWell ? 0 : 1;
  },
};

if (import.meta.main) await runCommand(verifyCommand);

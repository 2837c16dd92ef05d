import { makeProvenBackup } from '../integrity/backup/proven-backup.js';
import { nightlyFile, noteNightly, type NightlyOutcome } from '../integrity/nightly/nightly-outcome.js';
import { VERSION } from '../platform/version.js';
import { withDatabase } from './console/application.js';
import { readArguments, runCommand, type Command, type Desk } from './console/command.js';
import { Interrupted } from './console/interruption.js';
import { withProgress } from './console/progress.js';
import { verifyAll } from './console/verify-all.js';
import { CommandError, sentencesOf } from './console/sentences.js';

const HELP = `
Copies everything into a file of BACKUP_DIR, restores that in the trial database, where nothing stays, and checks everything as verify does. Of
such copies the latest BACKUP_KEEP stay. The running program does this by itself at BACKUP_TIME, and tells in /ready how it went.
`;

/** What the program does by itself every night: a copy that is tried, and a check of everything; the second also when the first fails. */
export const nightlyCommand: Command = {
  usage: 'npm run nightly',
  help: HELP,
  async run(desk) {
    if (readArguments(desk.args, {}).positionals.length > 0) throw new CommandError('nightly takes no file.', { isMisuse: true });
    const outcome: NightlyOutcome = {
      at: new Date().toISOString(),
      backup: await part(desk, () => backUp(desk)),
      verify: await part(desk, () => verifyAll(desk)),
    };
    await noteNightly(nightlyFile(desk.config.dataDir), outcome);
    return outcome.backup === 'ok' && outcome.verify === 'ok' ? 0 : 1;
  },
};

async function part({ terminal }: Desk, work: () => Promise<boolean>): Promise<NightlyOutcome['backup']> {
  try {
    return (await work()) ? 'ok' : 'failed';
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    terminal.progress(undefined);
    for (const line of sentencesOf(error)) terminal.complain(line);
    return 'failed';
  }
}

async function backUp({ config, terminal }: Desk): Promise<boolean> {
  const path = await withDatabase(config, ({ ownerUrl, trialUrl }) =>
    withProgress(terminal, 'Copying and trying', () =>
      makeProvenBackup({ ...config.backup, ownerUrl, trialUrl, occasion: 'nightly', version: VERSION }, new Date()),
    ),
  );
  terminal.say(`${path}: made, and restored in the trial database.`);
  return true;
}

if (import.meta.main) await runCommand(nightlyCommand);

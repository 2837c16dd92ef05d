import 'reflect-metadata';
import { writeExport } from '../integrity/export/write-export.js';
import { VERSION } from '../platform/version.js';
import { withDatabase } from './console/application.js';
import { oneFile, readArguments, runCommand, type Command } from './console/command.js';
import { withProgress } from './console/progress.js';

const HELP = `
Writes everything (strategy, figures with all their revisions and decisions, the audit trail, settings, drafts) into a new folder, beside a running
application too: a file of comma separated values for each table, a README that says what each is, and a manifest with checksums. For moving
elsewhere (import:all) and for the archive. Nothing that lets anybody in is among it, and people stay behind unless they are asked for.

  FOLDER          where to write it; it is not to be there yet
  --with-people   names, user names and mail addresses too, in a file of their own
`;

/** Everything out, in files that anybody can read. */
export const exportAllCommand: Command = {
  usage: 'npm run export:all -- FOLDER [--with-people]',
  help: HELP,
  async run({ args, config, terminal }) {
    const { values, positionals } = readArguments(args, { 'with-people': { type: 'boolean', default: false } });
    const folder = oneFile(positionals);
    const { tables, withPeople } = await withDatabase(config, ({ ownerUrl }) =>
      withProgress(terminal, 'Writing', () => writeExport({ url: ownerUrl, folder, version: VERSION, withPeople: values['with-people'] })),
    );
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    terminal.say(`${folder}: ${tables.length} files, ${rows} rows.`);
    terminal.say(
      withPeople
        ? 'It holds names and mail addresses: keep it as such.'
        : 'The people are not in it; free text, and events that older versions wrote (audit_event.csv), may still mention somebody.',
    );
    const hidden = tables.find(({ name }) => name === 'masking')?.rows ?? 0;
    if (hidden > 0) terminal.say('What was hidden by a decision still stands in the files: see masking.csv before you hand them out.');
    return 0;
  },
};

if (import.meta.main) await runCommand(exportAllCommand);

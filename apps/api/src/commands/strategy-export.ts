import 'reflect-metadata';
import { open } from 'node:fs/promises';
import { ExportStrategy } from '../connectors/strategy-file/export-strategy.js';
import { Moments } from '../platform/moments.js';
import { withApplication, withDatabase } from './console/application.js';
import { readArguments, runCommand, type Command } from './console/command.js';
import { CommandError } from './console/sentences.js';

const HELP = `
Writes the strategy as it stands now, with its places, actors and indicators, as the file that strategy:import reads. Figures and accounts are
not part of it. Read into an empty installation it gives the same pages; earlier words and targets stay in the history here.

  FILE          where to write it; a file that is there is not replaced. Without it: to standard output
  --version N   the number of the version; without it the latest that has begun
`;

/** Writes the strategy as its file (docs/strategy-file.md). */
export const strategyExportCommand: Command = {
  usage: 'npm run strategy:export -- [FILE] [--version N]',
  help: HELP,
  async run({ args, config, terminal }) {
    const { values, positionals } = readArguments(args, { version: { type: 'string' } });
    if (positionals.length > 1) throw new CommandError('Name one file only.', { isMisuse: true });
    const number = values.version === undefined ? undefined : numberOf(values.version);
    const file = await withDatabase(config, (database) =>
      withApplication(config, database, (app) => app.get(ExportStrategy).file({ number, today: app.get(Moments).now().today })),
    );
    if (!file) throw new CommandError('There is no strategy to write yet.');
    const text = `${JSON.stringify(file, null, 2)}\n`;
    const [path] = positionals;
    if (path === undefined) terminal.say(text.trimEnd());
    else await writeNew(path, text);
    if (path !== undefined)
      terminal.say(`${path}: version ${file.version.number}, ${file.areas.length} areas, ${file.indicators.length} indicators.`);
    return 0;
  },
};

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new CommandError('--version takes the number of a version, as 2.', { isMisuse: true });
  return Number(text);
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new CommandError(`${path} is there already; name another file.`) : error;
  });
  await file.writeFile(text).finally(() => file.close());
}

if (import.meta.main) await runCommand(strategyExportCommand);

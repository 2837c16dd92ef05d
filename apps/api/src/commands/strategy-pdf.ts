import 'reflect-metadata';
import { LANGUAGES, type Language } from '@slusen/domain';
import { writeFile } from 'node:fs/promises';
import { StrategyPdfs } from '../documents/strategy-pdf.js';
import { Moments } from '../platform/moments.js';
import { withApplication, withDatabase } from './console/application.js';
import { readArguments, runCommand, type Command } from './console/command.js';
import { CommandError } from './console/sentences.js';

const HELP = `
Writes the strategy as the governing document that it is: a tagged PDF (PDF/UA-1) with its decision, contents, goals, targets and roles, for the
agenda of a council. The same is at /strategi.pdf.

  FILE             where to write it; a file that is there is not replaced
  --version N      the number of the version; without it the one in force
  --language LANG  sv (as without it) or en
`;

/** Writes the strategy as a PDF. */
export const strategyPdfCommand: Command = {
  usage: 'npm run strategy:pdf -- FILE [--version N] [--language sv|en]',
  help: HELP,
  async run({ args, config, terminal }) {
    const { values, positionals } = readArguments(args, { version: { type: 'string' }, language: { type: 'string' } });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new CommandError('Name one file to write to.', { isMisuse: true });
    const wanted = { version: versionOf(values.version), language: languageOf(values.language) };
    const { pdf, file } = await withDatabase(config, (database) =>
      withApplication(config, database, (app) => app.get(StrategyPdfs).make(wanted, app.get(Moments).now())),
    );
    await writeNew(path, pdf);
    terminal.say(`${path}: ${file}, ${Math.ceil(pdf.length / 1024)} KiB.`);
    return 0;
  },
};

function versionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new CommandError('--version takes the number of a version, as 2.', { isMisuse: true });
  return Number(text);
}

function languageOf(text = 'sv'): Language {
  const language = LANGUAGES.find((known) => known === text);
  if (!language) throw new CommandError(`--language takes ${LANGUAGES.join(' or ')}.`, { isMisuse: true });
  return language;
}

async function writeNew(path: string, pdf: Buffer): Promise<void> {
  await writeFile(path, pdf, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new CommandError(`${path} is there already; name another file.`) : error;
  });
}

if (import.meta.main) await runCommand(strategyPdfCommand);

import 'reflect-metadata';
import { stat } from 'node:fs/promises';
import { ImportFigures, requireAccount } from '../imports/import-figures.js';
import type { ImportResult, ImportStage } from '../imports/import-order.js';
import { AccountQuery } from '../identity/account.query.js';
import { Moments } from '../platform/moments.js';
import { withApplication, withDatabase } from './console/application.js';
import { oneFile, readArguments, runCommand, type Command } from './console/command.js';
import { withProgress } from './console/progress.js';
import { CommandError } from './console/sentences.js';

const OPTIONS = {
  source: { type: 'string' },
  'new-indicators': { type: 'boolean', default: false },
  reason: { type: 'string' },
  'approved-by': { type: 'string' },
} as const;

const DOING: Readonly<Record<ImportStage, string>> = {
  read: 'Reading the file:',
  check: 'Checking',
  compare: 'Comparing with what is there:',
  publish: 'Publishing',
};

/** Reads a CSV file of figures: everything or nothing; the same file again changes nothing. */
export const importCommand: Command = {
  usage: 'npm run import -- FILE --source NAME --approved-by ACCOUNT [--new-indicators] [--reason TEXT]',
  async run({ args, config, terminal }) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const path = oneFile(positionals);
    const source = required(values.source, '--source');
    const username = required(values['approved-by'], '--approved-by');
    if (!(await stat(path)).isFile()) throw new CommandError(`${path} is not a file.`);
    const order = { path, source, mayCreate: values['new-indicators'], reason: values.reason?.trim() || undefined };
    const start = Date.now();
    const result = await withDatabase(config, (database) =>
      withApplication(config, database, async (app) => {
        const account = requireAccount(await app.get(AccountQuery).byUsername(username), username);
        const acting = { account, asOf: app.get(Moments).now() };
        let doing = 'Reading the file';
        const onProgress = (stage: ImportStage, rows: number): void => void (doing = `${DOING[stage]} ${rows.toLocaleString('en')} rows`);
        return withProgress(
          terminal,
          () => doing,
          () => app.get(ImportFigures).run(acting, { ...order, onProgress }),
        );
      }),
    );
    for (const line of linesOf(result, Date.now() - start)) terminal.say(line);
    return 0;
  },
};

function required(value: string | undefined, option: string): string {
  if (!value?.trim()) throw new CommandError(`${option} is missing.`, { isMisuse: true });
  return value.trim();
}

function* linesOf({ rows, added, changed, unchanged, newIndicators }: ImportResult, ms: number): Generator<string> {
  yield `${rows} rows in ${(ms / 1000).toFixed(1)} s: ${added} new, ${changed} changed, ${unchanged} unchanged, 0 refused.`;
  if (newIndicators.length > 0) yield `New indicators (${newIndicators.length}): ${newIndicators.join(', ')}.`;
  if (added + changed === 0) yield 'Nothing changed, so no import run was recorded.';
}

if (import.meta.main) await runCommand(importCommand);

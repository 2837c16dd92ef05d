import 'reflect-metadata';
import { readStrategyFile, type StrategyFile } from '@slusen/contracts';
import type { Fault } from '@slusen/domain';
import { readFile, stat } from 'node:fs/promises';
import type { Config } from '../config.js';
import { ImportStrategy, type StrategyImport } from '../connectors/strategy-file/import-strategy.js';
import { withApplication, withDatabase } from './console/application.js';
import { oneFile, readArguments, runCommand, type Command, type Desk } from './console/command.js';
import { CommandError } from './console/sentences.js';

const LARGEST = 20 * 1024 * 1024;
const MOST_SHOWN = 50;

/** Reads a strategy from its file (docs/strategy-file.md): all of it or nothing, and again without harm. */
export const strategyImportCommand: Command = {
  usage: 'npm run strategy:import -- FILE',
  async run(desk) {
    const { config, terminal } = desk;
    const file = await readStrategy(desk, oneFile(readArguments(desk.args, {}).positionals));
    requireOwnMunicipality(file, config);
    const counts = await withDatabase(config, (database) =>
      withApplication(config, database, (app) => app.get(ImportStrategy).run(file, null)),
    );
    terminal.say(summary(counts));
    return 0;
  },
};

async function readStrategy({ terminal }: Desk, path: string): Promise<StrategyFile> {
  if ((await stat(path)).size > LARGEST) throw new CommandError(`${path} is larger than a strategy can be (${LARGEST} bytes).`);
  const { file, problems } = readStrategyFile(parsed(await readFile(path), path));
  if (file) return file;
  for (const problem of problems.slice(0, MOST_SHOWN)) terminal.complain(lineOf(problem));
  if (problems.length > MOST_SHOWN) terminal.complain(`and ${problems.length - MOST_SHOWN} more`);
  throw new CommandError(
    `${path} was refused with ${problems.length} ${problems.length === 1 ? 'fault' : 'faults'}; nothing was stored (docs/strategy-file.md says what each means).`,
  );
}

function parsed(content: Buffer, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch (error) {
    const reason = error instanceof SyntaxError ? `it is not JSON: ${error.message}` : 'it is not UTF-8';
    throw new CommandError(`${path} cannot be read: ${reason}.`);
  }
}

/** `areas.0.goals.2.roles.1.actor: reference.unknown "gatukontoret"`. */
function lineOf({ path, code, text }: Fault): string {
  return `${path.join('.') || 'the file'}: ${code}${text === '' ? '' : ` ${JSON.stringify(text)}`}`;
}

/** Targets are about the municipality of the settings; a strategy of another one would show nothing at all. */
function requireOwnMunicipality({ territories }: StrategyFile, { site }: Config): void {
  const own = territories.find(({ kind }) => kind === 'municipality');
  if (own && own.code !== site.code)
    throw new CommandError(`The strategy is about ${own.code} (${own.name.sv}), but MUNICIPALITY_CODE is ${site.code}.`);
}

const WORDS: Readonly<Record<keyof StrategyImport, readonly [one: string, more: string]>> = {
  strategies: ['strategy', 'strategies'],
  versions: ['version', 'versions'],
  territories: ['territory', 'territories'],
  actors: ['actor', 'actors'],
  indicators: ['indicator', 'indicators'],
  breaks: ['series break', 'series breaks'],
  areas: ['area', 'areas'],
  goals: ['goal', 'goals'],
  targets: ['target', 'targets'],
  responsibilities: ['role', 'roles'],
};

function summary(counts: StrategyImport): string {
  const added = Object.entries(WORDS).flatMap(([kind, [one, more]]) => {
    const count = counts[kind as keyof StrategyImport];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
  });
  return added.length === 0 ? 'Everything in the file was there already.' : `New: ${added.join(', ')}.`;
}

if (import.meta.main) await runCommand(strategyImportCommand);

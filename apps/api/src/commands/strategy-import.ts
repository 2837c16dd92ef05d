import 'reflect-metadata';
import { readStrategyFile, requiredText, type StrategyFile } from '@slusen/contracts';
import { CHANGE_KINDS, changeLines, DomainError, faultSentence, type Change, type ChangeKind } from '@slusen/domain';
import { readFile, stat } from 'node:fs/promises';
import { ImportStrategy } from '../connectors/strategy-file/import-strategy.js';
import { actingFor } from './console/acting.js';
import { withApplication, withDatabase } from './console/application.js';
import { oneFile, readArguments, runCommand, type Command, type Desk } from './console/command.js';
import { CommandError } from './console/sentences.js';
import type { Terminal } from './console/terminal.js';

const LARGEST = 20 * 1024 * 1024;
const MOST_SHOWN = 50;
const HELP = `
Reads a strategy: places, actors, the decision, areas with goals, roles and targets, indicators and their definitions. All of the file is
read or nothing. What is there and says the same stays as it is; what says otherwise is listed by the names people use.

  FILE             the strategy as JSON, UTF-8, 20 MiB at most; docs/strategy-file.md describes every field
  --reason TEXT    why the file says otherwise than what is there (at most 1,000 characters). Without it nothing that is there is changed
  --decision TEXT  the decision by which something adopted changes, as the body wrote it: "KF 2027-03-22 § 12" (at most 300 characters).
                   Needed, beside --reason, for targets, roles and the words of a version that is there
  --by ACCOUNT     the strategist in whose name it is done; without it: whoever runs the server

With --reason: definitions, series breaks, actors and places. With --reason and --decision: also targets, roles, names and descriptions
of the strategy, its version, areas and goals. Areas and goals are added to or taken from a version only by a version of its own
("number" in the file). The earlier words and targets stay for whoever asks what was known before.
`;

const OPTIONS = { reason: { type: 'string' }, decision: { type: 'string' }, by: { type: 'string' } } as const;

/** Reads a strategy from its file (docs/strategy-file.md): all of it or nothing, and again without harm. */
export const strategyImportCommand: Command = {
  usage: 'npm run strategy:import -- FILE [--reason TEXT] [--decision TEXT] [--by ACCOUNT]',
  help: HELP,
  async run(desk) {
    const { config, terminal } = desk;
    const { values, positionals } = readArguments(desk.args, OPTIONS);
    const file = await readStrategy(desk, oneFile(positionals));
    const order = { file, reason: given(values.reason, '--reason', 1000), decision: given(values.decision, '--decision', 300) };
    const changes = await withDatabase(config, (database) =>
      withApplication(config, database, async (app) => {
        const by = await actingFor(app, values.by, 'strategy.adopt');
        return listing(terminal, () => app.get(ImportStrategy).import(order, by));
      }),
    );
    for (const line of summary(changes)) terminal.say(line);
    return 0;
  },
};

function given(value: string | undefined, option: string, longest: number): string | undefined {
  if (value === undefined) return undefined;
  const read = requiredText(longest).safeParse(value);
  if (!read.success) throw new CommandError(`${option} must have between 1 and ${longest} characters.`, { isMisuse: true });
  return read.data;
}

/** Lists what the file says otherwise than what is there, when that is why it is refused. */
async function listing<T>(terminal: Terminal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const changes = error instanceof DomainError ? error.facts['changes'] : undefined;
    if (Array.isArray(changes)) for (const line of changes as readonly string[]) terminal.say(line);
    throw error;
  }
}

async function readStrategy({ terminal }: Desk, path: string): Promise<StrategyFile> {
  if ((await stat(path)).size > LARGEST) throw new CommandError(`${path} is larger than a strategy can be (${LARGEST} bytes).`);
  const content = parsed(await readFile(path), path);
  const { file, problems } = readStrategyFile(content);
  if (file) return file;
  for (const problem of problems.slice(0, MOST_SHOWN)) terminal.complain(faultSentence(problem, content, 'en'));
  if (problems.length > MOST_SHOWN) terminal.complain(`and ${problems.length - MOST_SHOWN} more`);
  throw new CommandError(
    `${path} was refused with ${problems.length} ${problems.length === 1 ? 'fault' : 'faults'}; nothing was stored (docs/strategy-file.md describes the fields).`,
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

const WORDS: Readonly<Record<ChangeKind, readonly [one: string, more: string]>> = {
  strategy: ['strategy', 'strategies'],
  version: ['version', 'versions'],
  territory: ['territory', 'territories'],
  actor: ['actor', 'actors'],
  indicator: ['indicator', 'indicators'],
  'series-break': ['series break', 'series breaks'],
  'point-note': ['note on a value', 'notes on values'],
  area: ['area', 'areas'],
  goal: ['goal', 'goals'],
  target: ['target', 'targets'],
  role: ['role', 'roles'],
  action: ['action', 'actions'],
  round: ['round', 'rounds'],
  'round-rule': ['rule of rounds', 'rules of rounds'],
};

function* summary(changes: readonly Change[]): Generator<string> {
  if (changes.length === 0) return yield 'Everything in the file was there already; nothing was changed.';
  yield* changes.flatMap(changeLines);
  const added = CHANGE_KINDS.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind && change.need === 'nothing').length;
    const [one, more] = WORDS[kind];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
  });
  if (added.length > 0) yield `New: ${added.join(', ')}.`;
  const changed = changes.filter(({ need }) => need !== 'nothing').length;
  if (changed > 0) yield `Written as new revisions: ${changed} ${changed === 1 ? 'change' : 'changes'}.`;
}

if (import.meta.main) await runCommand(strategyImportCommand);

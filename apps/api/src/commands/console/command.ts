import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '../../config.js';
import { readConfig } from '../../config.js';
import { noticed } from '../../identity/standing-in.js';
import { Interrupted } from './interruption.js';
import { CommandError, sentencesOf } from './sentences.js';
import { processTerminal, type Terminal } from './terminal.js';

/** What a command works with: the words after its name, the settings, and the person before it. */
export interface Desk {
  readonly args: readonly string[];
  readonly config: Config;
  readonly terminal: Terminal;
}

/** A task for operators. */
export interface Command {
  /** How it is called, one form on each line. */
  readonly usage: string;
  /** What it does and what each argument means, for --help. */
  readonly help: string;
  /** Returns the exit code; what it throws becomes one sentence and exit code 1. */
  run(desk: Desk): Promise<number>;
}

/** Carries a command out and returns its exit code (128 and the signal's number when a signal ended it); never throws. */
export async function execute(
  command: Command,
  args: readonly string[],
  { env, terminal }: { env: NodeJS.ProcessEnv; terminal: Terminal },
): Promise<number> {
  if (args.includes('--help')) {
    terminal.say(`${command.usage}\n\n${command.help.trim()}`);
    return 0;
  }
  try {
    return await noticed(() => command.run({ args, config: readConfig(env), terminal }));
  } catch (error) {
    terminal.progress(undefined);
    for (const line of sentencesOf(error)) terminal.complain(line);
    if (error instanceof CommandError && error.isMisuse) terminal.complain(`Usage: ${command.usage}`);
    return error instanceof Interrupted ? error.exitCode : 1;
  }
}

/** Runs the command of this program and ends with its exit code. */
export async function runCommand(command: Command): Promise<void> {
  const code = await execute(command, process.argv.slice(2), { env: process.env, terminal: processTerminal() });
  // Standard input may still be open, and would keep the process waiting for it.
  process.stdout.write('', () => process.exit(code));
}

/** The words of a command line by their names; throws CommandError for what the command does not know. */
export function readArguments<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence = 'The command line cannot be read'] = (error as Error).message.split(/\.(?: |$)/);
    throw new CommandError(`${sentence}.`, { isMisuse: true });
  }
}

/** The one file a command is about; throws CommandError when there is none, or more. */
export function oneFile(positionals: readonly string[]): string {
  const [path, more] = positionals;
  if (path === undefined || path === '') throw new CommandError('Name the file.', { isMisuse: true });
  if (more !== undefined) throw new CommandError(`Name one file only; "${more}" is one too many.`, { isMisuse: true });
  return path;
}

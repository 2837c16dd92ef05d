import 'reflect-metadata';
import { serve } from '../serve.js';
import { readArguments, runCommand, type Command } from './console/command.js';
import { CommandError } from './console/sentences.js';
import { makePracticeCopy } from './practice/make-practice-copy.js';

const HELP = `
Starts a copy to practise in, with a database of its own, on the next port (PORT + 1): the same people sign in with the same passwords, every
page says that it is practice, no mail is sent, and the real one is only read. Where there is none yet it is the demonstration. Stop with
Ctrl+C; the next time it goes on with the same copy.

  --anew   throw away what was practised, and copy the real one again

Other commands work on the copy with PRACTICE=1. Settings: PRACTICE_DIR, PRACTICE_URL, PRACTICE_PROVIDER (see the README).
`;

/** Starts the program on a copy in which nothing is for real. */
export const practiceCommand: Command = {
  usage: 'npm run practice -- [--anew]',
  help: HELP,
  async run({ args, config, terminal }) {
    const { values, positionals } = readArguments(args, { anew: { type: 'boolean', default: false } });
    if (positionals.length > 0) throw new CommandError('practice takes no file.', { isMisuse: true });
    if (config.isPractice) throw new CommandError('Leave PRACTICE out: the practice copy is made from the real settings.');
    await serve(await makePracticeCopy({ config, terminal }, { anew: values.anew }));
    // A signal ends the process.
    return new Promise<never>(() => {});
  },
};

if (import.meta.main) await runCommand(practiceCommand);

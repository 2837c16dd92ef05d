import 'reflect-metadata';
import type { KnownHeads } from '../integrity/verify/heads.js';
import { CommandError } from './console/sentences.js';
import { readArguments, runCommand, type Command } from './console/command.js';
import { verifyAll } from './console/verify-all.js';

const HELP = `
Checks that everything recorded holds together, beside a running application too, and says what it looked at.

  --expect HASH   a head of the chain that was written down (SEQ:HASH is taken too): it must still be in the history

It ends with 0 when nothing is wrong, and with 1 and each place when something is.
`;

/** Checks that everything recorded holds together, beside a running application too. */
export const verifyCommand: Command = {
  usage: 'npm run verify [-- --expect HASH]',
  help: HELP,
  async run({ args, config, terminal }) {
    const { positionals, values } = readArguments(args, { expect: { type: 'string' } });
    const expected = values.expect === undefined ? undefined : expectedHead(values.expect);
    if (positionals.length > 0) throw new CommandError('verify takes no file.', { isMisuse: true });
    return (await verifyAll({ config, terminal }, expected)) ? 0 : 1;
  },
};

/** A head as the pages and this command write it: its hash, or place and hash. */
function expectedHead(text: string): KnownHeads['expected'] {
  const [, seq, hash] = /^(?:(\d{1,15}):)?([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (!hash) throw new CommandError('--expect takes a hash of 64 hexadecimals, or place and hash as 12:HASH.', { isMisuse: true });
  return { seq: seq === undefined ? undefined : Number(seq), hash: hash.toLowerCase() };
}

if (import.meta.main) await runCommand(verifyCommand);

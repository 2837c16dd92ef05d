import { passwordChange } from '@slusen/contracts';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CommandError } from '../console/sentences.js';
import type { Terminal } from '../console/terminal.js';

/** A password, and what is to be said about it once it is stored. */
export interface ChosenPassword {
  readonly password: string;
  readonly said: readonly string[];
}

/**
 * The password of a file's first line, else the one that is typed (unseen, twice) or sent; when none comes, a random one
 * that is said once. Throws CommandError when it is too short or was typed differently.
 */
export async function choosePassword(terminal: Terminal, file: string | undefined): Promise<ChosenPassword> {
  if (file !== undefined) return { password: checked(firstLine(await readFile(file, 'utf8'))), said: [] };
  const given = await terminal.ask('Password (leave empty for a random one): ', { hidden: true });
  if (!given) return random();
  if (terminal.isPerson && (await terminal.ask('Once more: ', { hidden: true })) !== given)
    throw new CommandError('The two passwords were not the same; nothing was stored.');
  return { password: checked(given), said: [] };
}

function random(): ChosenPassword {
  const password = randomBytes(15).toString('base64url');
  return { password, said: [`Its password, shown this once: ${password}`] };
}

function checked(password: string): string {
  if (!passwordChange.shape.next.safeParse(password).success)
    throw new CommandError('A password has between 12 and 200 characters; nothing was stored.');
  return password;
}

const firstLine = (text: string): string => text.split(/\r?\n/, 1)[0] ?? '';

import { DomainError, errorDetail } from '@slusen/domain';
import { ConfigError } from '../../config.js';
import { faultText, ImportFault } from '../../imports/import-fault.js';
import { BackupError } from '../../integrity/backup/manifest.js';
import { DatabaseStartError } from '@slusen/embedded-postgres';
import { Interrupted } from './interruption.js';

/** A command that cannot be carried out; the message is one sentence. `isMisuse`: it was called in a way it does not know. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly isMisuse: boolean;

  constructor(message: string, { isMisuse = false }: { isMisuse?: boolean } = {}) {
    super(message);
    this.isMisuse = isMisuse;
  }
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'There is no file {path}.',
  EISDIR: '{path} is a folder, not a file.',
  EACCES: 'The file {path} may not be read or written by this user.',
  EPERM: 'The file {path} may not be read or written by this user.',
  ENOSPC: 'The disk is full.',
  EADDRINUSE: 'The port is taken by another program; set PORT to a free one.',
  ECONNREFUSED: 'The database does not answer.',
  '28P01': 'The database refuses the password it was given.',
  '3D000': 'The database that is named does not exist.',
};

/** What went wrong, for the person who gave the command: one sentence, for a refused file one line per row. */
export function sentencesOf(error: unknown): string[] {
  if (error instanceof ImportFault) return [...error.faults.map(faultText), 'The file was refused; nothing was stored.'];
  if (error instanceof DomainError) return [errorDetail(error.code, error.facts)];
  if ([CommandError, ConfigError, DatabaseStartError, BackupError, Interrupted].some((kind) => error instanceof kind))
    return [(error as Error).message];
  const cause = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string; path?: string; message?: string };
  const known = SYSTEM[cause.code ?? ''];
  if (known) return [filled(known, { path: cause.path ?? '' })];
  return [`It did not work: ${cause.message || cause.code || 'the reason is not known'}.`];
}

function filled(sentence: string, facts: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

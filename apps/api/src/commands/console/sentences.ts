import { DomainError } from '@slusen/domain';
import { ConfigError } from '../../config.js';
import { faultText, ImportFault } from '../../imports/import-fault.js';
import { BackupError } from '../../integrity/backup/manifest.js';
import { DatabaseStartError } from '@slusen/embedded-postgres';

/** A command that cannot be carried out; the message is one sentence. `isMisuse`: it was called in a way it does not know. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly isMisuse: boolean;

  constructor(message: string, { isMisuse = false }: { isMisuse?: boolean } = {}) {
    super(message);
    this.isMisuse = isMisuse;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  'account.exists': 'There already is an account named {username}.',
  'account.not-found': 'There is no account named {username} that can be used.',
  'account.unknown-department': 'There is no department {department}; departments come with the strategy file.',
  'permission.forbidden': 'That account may not do this ({action}).',
  'permission.hidden': 'That account may not do this.',
  'change.reason-required':
    'The file says otherwise than what is there. To write that as new revisions, say why with --reason; nothing was stored.',
  'change.decision-required':
    'The file says otherwise than what was adopted, which changes only by a decision. To write it, name the decision with --decision and say why with --reason; nothing was stored.',
  'change.version-required':
    'The file adds or leaves out areas or goals of a version that was adopted. That is another decision: give the version a number of its own; nothing was stored.',
  'definition.has-figures':
    'There are figures of {indicator} for other periods than its new cadence ({cadence}) has; an indicator measured otherwise is another indicator. Nothing was stored.',
  'strategy.another': 'The database holds the strategy {there}, but the file is about {file}; one installation holds one strategy.',
};

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'There is no file {path}.',
  EISDIR: '{path} is a folder, not a file.',
  EACCES: 'The file {path} may not be read or written by this user.',
  EPERM: 'The file {path} may not be read or written by this user.',
  ENOSPC: 'The disk is full.',
  ECONNREFUSED: 'The database does not answer.',
  '28P01': 'The database refuses the password it was given.',
  '3D000': 'The database that is named does not exist.',
};

/** What went wrong, for the person who gave the command: one sentence, for a refused file one line per row. */
export function sentencesOf(error: unknown): string[] {
  if (error instanceof ImportFault) return [...error.faults.map(faultText), 'The file was refused; nothing was stored.'];
  if (error instanceof DomainError) return [filled(WORDS[error.code] ?? `It was refused (${error.code}).`, error.facts)];
  if ([CommandError, ConfigError, DatabaseStartError, BackupError].some((kind) => error instanceof kind)) return [(error as Error).message];
  const cause = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string; path?: string; message?: string };
  const known = SYSTEM[cause.code ?? ''];
  if (known) return [filled(known, { path: cause.path ?? '' })];
  return [`It did not work: ${cause.message || cause.code || 'the reason is not known'}.`];
}

function filled(sentence: string, facts: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

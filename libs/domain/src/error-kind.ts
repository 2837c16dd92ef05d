/**
 * Who can meet an error: `screen`, someone on a page, who is told in their own language; `command`, whoever gives
 * commands; `api`, only a program that calls the API (and whoever wrote it).
 */
export type ErrorAudience = 'screen' | 'command' | 'api';

/** What is known of an error besides its code. */
export interface ErrorKind {
  /** The HTTP status of an answer that tells of it. */
  readonly status: number;
  readonly audience: ErrorAudience;
  /** What to do about it, in one English sentence for readers of the API and of commands; `{name}` is filled with that fact. */
  readonly detail: string;
}

/** The errors of one subject by their codes, declared beside its rules. */
export type ErrorTable = Readonly<Record<`${string}.${string}`, ErrorKind>>;

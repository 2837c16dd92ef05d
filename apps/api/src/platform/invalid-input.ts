import type { StandardSchemaValidationPipeOptions } from '@nestjs/common';
import type { Fault } from '@slusen/domain';

type Issues = Parameters<NonNullable<StandardSchemaValidationPipeOptions['exceptionFactory']>>[0];
const MOST = 50;

/** A request that does not fit its schema, with each place and what is wrong there. */
export class InvalidInput extends Error {
  readonly errors: { path: string; message: string }[];

  constructor(private readonly issues: Issues) {
    super('input.invalid');
    this.errors = issues.slice(0, MOST).map(({ path = [], message }) => ({
      path: keysOf(path).map(String).join('.'),
      message: message.slice(0, 300),
    }));
  }

  /** The places that were left out, by their names. */
  get missing(): string[] {
    return this.errors.flatMap(({ path, message }) => (path !== '' && message.startsWith(MISSING) ? [path] : []));
  }

  /** The same, once it is known what was sent: a schema does not tell a field that was left out from one that is wrong. */
  of(sent: unknown): InvalidInput {
    return new InvalidInput(
      this.issues.map((issue) => (isThere(sent, keysOf(issue.path)) ? issue : { ...issue, message: missing(issue) })),
    );
  }
}

const MISSING = 'missing';
/** What schemas say of what is not there as of what is wrong. */
const SAID_OF_WRONG = /^Invalid (input|option)(: )?|, received undefined$/g;

function missing({ message }: Issues[number]): string {
  return [MISSING, message.replaceAll(SAID_OF_WRONG, '')].filter(Boolean).join(': ');
}

const keysOf = (path: Issues[number]['path'] = []): readonly PropertyKey[] =>
  path.map((part) => (typeof part === 'object' ? part.key : part));

function isThere(sent: unknown, path: readonly PropertyKey[]): boolean {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], sent) !== undefined;
}

/** Refuses what the rules find fault with, as a schema refuses what it does not know: every place with its code. */
export function requireSound(faults: Iterable<Fault>): void {
  const found = [...faults].map(({ path, code }) => ({ path, message: code }));
  if (found.length > 0) throw new InvalidInput(found);
}

import type { StandardSchemaValidationPipeOptions } from '@nestjs/common';
import type { Fault } from '@slusen/domain';

type Issues = Parameters<NonNullable<StandardSchemaValidationPipeOptions['exceptionFactory']>>[0];
const MOST = 50;

/** A request that does not fit its schema, with each place and what is wrong there. */
export class InvalidInput extends Error {
  readonly errors: { path: string; message: string }[];

  constructor(issues: Issues) {
    super('input.invalid');
    this.errors = issues.slice(0, MOST).map(({ path = [], message }) => ({
      path: path.map((part) => (typeof part === 'object' ? String(part.key) : String(part))).join('.'),
      message: message.slice(0, 300),
    }));
  }
}

/** Refuses what the rules find fault with, as a schema refuses what it does not know: every place with its code. */
export function requireSound(faults: Iterable<Fault>): void {
  const found = [...faults].map(({ path, code }) => ({ path, message: code }));
  if (found.length > 0) throw new InvalidInput(found);
}

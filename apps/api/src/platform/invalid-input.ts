import type { StandardSchemaValidationPipeOptions } from '@nestjs/common';

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

import type { ERRORS, ErrorCode } from './errors.js';

/** One fact of a broken rule. */
export type ErrorFact = string | number | boolean | null | readonly string[];

/** Facts that belong to a broken rule; shown to the reader of the problem answer, so never secrets. */
export type ErrorFacts = Readonly<Record<string, ErrorFact>>;

/** The names of the facts that a sentence is filled with: `{username}` → `username`. */
type Named<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
type NamedIn<Code extends ErrorCode> = Named<(typeof ERRORS)[Code]['detail']>;
type FactsOf<Code extends ErrorCode> = [NamedIn<Code>] extends [never]
  ? [facts?: ErrorFacts]
  : [facts: ErrorFacts & Readonly<Record<NamedIn<Code>, ErrorFact>>];

/**
 * A broken rule of the domain. `code` is stable (`entry.stale`); what the reader sees is made from it, in the reader's
 * language, at the border. Its facts are those that its sentence names, and more where they help a program.
 */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  /** Not `Code`: what `instanceof` finds must still be one of them all. */
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: Code, ...[facts = {}]: FactsOf<Code>) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.facts = facts;
  }
}

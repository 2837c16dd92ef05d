/** Facts that belong to a broken rule; shown to the reader of the problem answer, so never secrets. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * A broken rule of the domain. `code` is stable (`entry.stale`); what the reader sees is made from it, in the reader's
 * language, at the border.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly facts: ErrorFacts = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

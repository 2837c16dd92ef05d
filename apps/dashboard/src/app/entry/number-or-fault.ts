import { DomainError, readTyped, type ErrorCode, type TypedBy } from '@slusen/domain';

/** The number, nothing for an empty text, or the code of the rule that the text breaks. */
export function numberOrFault(text: string, by: TypedBy): number | ErrorCode | undefined {
  return text.trim() === '' ? undefined : orFault(() => readTyped(text, by));
}

/** What is read, or the code of the rule that it breaks. */
export function orFault<Read>(read: () => Read): Read | ErrorCode {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

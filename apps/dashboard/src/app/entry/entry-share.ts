import type { EntryForm } from '@slusen/contracts';
import { checkShare, DomainError, shareOf, type EntryFigure, type Language } from '@slusen/domain';
import { writtenNumber, type EntryFaults, type EntryText } from './entry-text.js';
import { numberOrFault } from './number-or-fault.js';

type Rules = Pick<EntryForm, 'indicator' | 'limits'>;

/** What is wrong with the two numbers of a share: at the value where it is another, else at the number that it is a share of. */
export function shareFaults(figure: EntryFigure, { indicator: { unit, decimals }, limits: { max } }: Rules): EntryFaults {
  try {
    checkShare(figure, { unit, decimals, max });
    return {};
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { [error.code === 'share.other-value' ? 'value' : 'denominator']: error.code };
  }
}

/** What is typed of a share, with the value that its two numbers make; the numbers alone as long as they make none. */
export function withShare(
  text: EntryText,
  typed: Partial<EntryText>,
  { decimals, language }: { readonly decimals: number; readonly language: Language },
): Partial<EntryText> {
  const { numerator, denominator } = { ...text, ...typed };
  const [part, whole] = [numberOrFault(numerator, { language }), numberOrFault(denominator, { language })];
  if (typeof part !== 'number' || typeof whole !== 'number' || whole <= 0) return typed;
  return { ...typed, value: writtenNumber(shareOf({ numerator: part, denominator: whole }, decimals), language) };
}

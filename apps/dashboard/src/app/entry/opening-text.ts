import type { EntryForm, ReplacedFigure } from '@slusen/contracts';
import type { Language } from '@slusen/domain';
import { EMPTY_TEXT, textOf, type EntryText } from './entry-text.js';

/** What stands in a form when it is opened: what was saved, else all that the figure says which it would correct, else how sure a new one is. */
export function openingText(
  { entry, replaces, startingQuality }: Pick<EntryForm, 'entry' | 'replaces' | 'startingQuality'>,
  language: Language,
): EntryText {
  if (entry) return textOf(entry, language);
  return replaces ? replacedText(replaces, language) : { ...EMPTY_TEXT, quality: startingQuality };
}

/** A figure that is, or will be, published as the texts of the form. Why it was made so itself is not why it is corrected. */
export function replacedText({ provenance, ...said }: ReplacedFigure, language: Language): EntryText {
  return textOf({ ...said, answers: [], ...(provenance !== 'example' && { provenance }) }, language);
}

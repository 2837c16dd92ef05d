import type { TextDifference, TextSegment } from '@slusen/contracts';
import type { Localized, TextChange } from '@slusen/domain';
import { diffWords } from 'diff';

/** A text that says otherwise, word by word in each language that either version has it in. */
export function textDifference({ field, before, after }: TextChange): TextDifference {
  const hasEnglish = Boolean(before?.en ?? after?.en);
  return {
    field,
    sv: wordDifference(textOf(before, 'sv'), textOf(after, 'sv')),
    en: hasEnglish ? wordDifference(textOf(before, 'en'), textOf(after, 'en')) : undefined,
  };
}

/**
 * What is in both texts and in one of them, in their order: without what was added it is the earlier text, without what was removed the later,
 * but for spaces, which stand as in the later one.
 */
export function wordDifference(before: string, after: string): TextSegment[] {
  return diffWords(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

const textOf = (text: Localized | undefined, language: 'sv' | 'en'): string => text?.[language] ?? '';

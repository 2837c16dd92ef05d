import type { TextDifference, TextSegment } from '@slusen/contracts';
import type { Localized, TextChange } from '@slusen/domain';
import { diffWords } from 'diff';

/** Words that differ; where there are more the texts are others altogether, and to look for what they share would take long and say little. */
const MOST_WORDS = 200;

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
  const found = diffWords(before, after, { maxEditLength: MOST_WORDS });
  if (!found) return [...segment('removed', before), ...segment('added', after)];
  return found.map(({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}

const segment = (kind: TextSegment['kind'], text: string): TextSegment[] => (text ? [{ kind, text }] : []);
const textOf = (text: Localized | undefined, language: 'sv' | 'en'): string => text?.[language] ?? '';

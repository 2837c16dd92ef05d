import type { Language } from '@slusen/domain';
import { PRACTICE_WORDS } from '../platform/practice-words.js';

/**
 * A page as the practice copy shows it: that it is practice stands before everything else, outside what the browser's scripts make, so
 * that pages of the real one carry nothing for it and no page of the copy is without.
 */
export function practiceMarked(html: string, language: Language): string {
  const { name, sentence } = PRACTICE_WORDS[language];
  return html
    .replace('</head>', '<meta name="robots" content="noindex"><link rel="stylesheet" href="/practice.css"></head>')
    .replace(/<body[^>]*>/, (body) => `${body}<aside class="practice-mark" aria-label="${name}"><p>${sentence}</p></aside>`);
}

/** The language of an address. */
export const languageOf = (address: string): Language => (/^\/en(?=[/?]|$)/.test(address) ? 'en' : 'sv');

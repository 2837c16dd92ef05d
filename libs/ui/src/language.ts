import { inject, LOCALE_ID } from '@angular/core';
import type { Language } from '@slusen/domain';

/** The language the running build speaks; needs an injection context. */
export function injectLanguage(): Language {
  return inject(LOCALE_ID).startsWith('en') ? 'en' : 'sv';
}

/**
 * Words of the domain in the language of the page: `injectWord(qualityText)` gives a function of the quality alone. They are
 * the domain's, since sentences, files and charts say them too. Needs an injection context.
 */
export function injectWord<Key>(wordOf: (key: Key, language: Language) => string): (key: Key) => string {
  const language = injectLanguage();
  return (key) => wordOf(key, language);
}

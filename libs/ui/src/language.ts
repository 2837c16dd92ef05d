import { inject, LOCALE_ID } from '@angular/core';
import type { Language } from '@slusen/domain';

/** The language the running build speaks; needs an injection context. */
export function injectLanguage(): Language {
  return inject(LOCALE_ID).startsWith('en') ? 'en' : 'sv';
}

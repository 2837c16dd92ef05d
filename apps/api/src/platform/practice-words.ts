import type { Language } from '@slusen/domain';

/** What stands on everything that the practice copy shows. */
export const PRACTICE_WORDS: Readonly<Record<Language, { readonly name: string; readonly sentence: string }>> = {
  sv: { name: 'Övning', sentence: 'Övning: det här är inte den riktiga webbplatsen. Inget här är på riktigt.' },
  en: { name: 'Practice', sentence: 'Practice: this is not the real website. Nothing here is real.' },
};

/** The languages of the screen; Swedish is the first and always there. */
export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in the languages it exists in; Swedish is always there. */
export interface Localized {
  readonly sv: string;
  readonly en?: string | undefined;
}

/** The text in the wanted language, else in Swedish, with the language it is really in (for the `lang` attribute). */
export function textIn(text: Localized, language: Language): { readonly text: string; readonly language: Language } {
  const wanted = text[language];
  return wanted ? { text: wanted, language } : { text: text.sv, language: 'sv' };
}

/** The Swedish name of a committee or department within a sentence: "ekonomiavdelningen", but "IT-avdelningen". */
export function withinSentence(name: string): string {
  return /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** A text that the product itself makes, and so is there in every language. */
export type InEveryLanguage = Readonly<Record<Language, string>>;

/** One word for each of the keys, its languages beside each other: the home of a word, which stands nowhere else. */
export type Words<Key extends string> = Readonly<Record<Key, readonly [sv: string, en: string]>>;

/** The word in the wanted language. */
export function wordIn([sv, en]: readonly [sv: string, en: string], language: Language): string {
  return language === 'sv' ? sv : en;
}

/** A text as it begins a sentence. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text as it goes on within a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const JOINING: Words<'and' | 'or'> = { and: ['och', 'and'], or: ['eller', 'or'] };

/** Several of a kind in one sentence: "förtroendevald, strateg och administratör". */
export function enumerated(names: readonly string[], language: Language, joining: keyof typeof JOINING = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${wordIn(JOINING[joining], language)} ${names.at(-1) ?? ''}`;
}

const COUNTED = {
  goal: { sv: ['mål', 'mål'], en: ['goal', 'goals'] },
  indicator: { sv: ['indikator', 'indikatorer'], en: ['indicator', 'indicators'] },
} as const satisfies Record<string, Record<Language, readonly [one: string, several: string]>>;

/** What is counted, in the number of the count: "1 indikator", "2 indikatorer"; the count stands before it. */
export function countedNoun(noun: keyof typeof COUNTED, count: number, language: Language): string {
  return COUNTED[noun][language][count === 1 ? 0 : 1];
}

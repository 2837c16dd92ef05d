import { wordIn, type Language, type Words } from '../language.js';
import { partKeys, type Breakdown, type BreakdownContent, type BreakdownKind, type SEXES } from './breakdown.js';

const KINDS: Words<BreakdownKind> = { sex: ['kön', 'sex'], age: ['ålder', 'age'] };
const CONTENTS: Words<BreakdownContent> = {
  people: ['antal personer', 'numbers of people'],
  shares: ['andelar eller medelvärden', 'shares or means'],
};
const PARTS: Words<(typeof SEXES)[number]> = { kvinnor: ['kvinnor', 'women'], män: ['män', 'men'] };

/** What something is broken down by: "kön". */
export function breakdownKindWord(kind: BreakdownKind, language: Language): string {
  return wordIn(KINDS[kind], language);
}

/** What the values of a set are: "antal personer". */
export function breakdownContentWord(content: BreakdownContent, language: Language): string {
  return wordIn(CONTENTS[content], language);
}

/** What a part is called: women and men in the reader's language, a group of ages by its own name. */
export function partName(key: string, language: Language): string {
  return key in PARTS ? wordIn(PARTS[key as keyof typeof PARTS], language) : key;
}

const KEPT_BACK = ['skyddat', 'protected'] as const;

/** What stands in the place of a number of people that is not told: "skyddat". */
export function keptBackText(language: Language): string {
  return wordIn(KEPT_BACK, language);
}

/** What is not told of an indicator: "Skyddat: färre än 5 personer, och det som skulle röja dem." Nothing where all is. */
export function keptBackRule({ of, threshold }: Breakdown, language: Language): string {
  if (of !== 'people') return '';
  return language === 'sv'
    ? `Skyddat: färre än ${threshold} personer, och det som skulle röja dem.`
    : `Protected: fewer than ${threshold} people, and what would give them away.`;
}

/** How figures are broken down: "kön: kvinnor, män (antal personer)". */
export function breakdownText(breakdown: Breakdown, language: Language): string {
  const parts = partKeys(breakdown).map((key) => partName(key, language));
  return `${breakdownKindWord(breakdown.kind, language)}: ${parts.join(', ')} (${breakdownContentWord(breakdown.of, language)})`;
}

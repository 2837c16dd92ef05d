import type { IndicatorPageView } from '@slusen/contracts';
import {
  breakdownText,
  cadenceWord,
  endingText,
  formulaSentence,
  keptBackRule,
  noNextText,
  textIn,
  traitFacts,
  type Breakdown,
  type InEveryLanguage,
  type Language,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';

type Fact = IndicatorPageView['facts'][number];

const TERMS = {
  next: { sv: 'Nästa värde', en: 'Next value' },
  cadence: { sv: 'Mäts', en: 'Measured' },
  twelveMonths: { sv: 'Tolv månader', en: 'Twelve months' },
  breakdown: { sv: 'Delas upp på', en: 'Broken down by' },
  formula: { sv: 'Räknas fram som', en: 'Computed as' },
  ending: { sv: 'Upphörd', en: 'Ended' },
  replacedBy: { sv: 'Ersätts av', en: 'Replaced by' },
  history: { sv: 'Historik', en: 'History' },
} as const satisfies Record<string, InEveryLanguage>;

interface Known {
  /** How twelve months are put together, where they are what is judged. */
  readonly twelveMonths?: Partial<Record<Language, string | undefined>>;
  /** Values are waited for here, but none is to come. */
  readonly isLast: boolean;
  /** Something has been published. */
  readonly hasFigures: boolean;
}

const EVERY_CHANGE = {
  sv: 'varje värde, när det publicerades och varför det ändrades',
  en: 'every value, when it was published and why it was changed',
};

/** What is told of an indicator in terms, ready in both languages, so that no page has to know the words. */
export function factsOf(
  { rules, formula, ending, breakdown, ...indicator }: Indicator,
  { twelveMonths = {}, isLast, hasFigures }: Known,
): Fact[] {
  const { replacedBy } = ending ?? {};
  const [noNext, noNextEn] = isLast ? [noNextText(rules, 'sv'), noNextText(rules, 'en')] : [];
  return [
    ...(noNext && noNextEn ? [{ term: TERMS.next, told: { sv: noNext, en: noNextEn } }] : []),
    ...(ending ? [{ term: TERMS.ending, told: inEvery((language) => endingText(ending, language)) }] : []),
    ...(replacedBy
      ? [
          {
            term: TERMS.replacedBy,
            told: inEvery((language) => textIn(replacedBy.name, language).text),
            link: `/indikator/${replacedBy.slug}`,
          },
        ]
      : []),
    { term: TERMS.cadence, told: inEvery((language) => cadenceWord(rules.cadence, language)) },
    ...(twelveMonths.sv && twelveMonths.en ? [{ term: TERMS.twelveMonths, told: { sv: twelveMonths.sv, en: twelveMonths.en } }] : []),
    ...(formula ? [{ term: TERMS.formula, told: inEvery((language) => computedAs(formula, language)) }] : []),
    ...(breakdown ? [{ term: TERMS.breakdown, told: inEvery((language) => brokenDownBy(breakdown, language)) }] : []),
    ...traitFacts(indicator),
    ...(hasFigures ? [{ term: TERMS.history, told: EVERY_CHANGE, link: `/indikator/${indicator.slug}/historik` }] : []),
  ];
}

/** "kön: kvinnor, män. Skyddat: färre än 5 personer, och det som skulle röja dem." */
function brokenDownBy(breakdown: Breakdown, language: Language): string {
  return `${breakdownText(breakdown, language)}. ${keptBackRule(breakdown, language)}`.trim();
}

function computedAs({ kind, parts }: NonNullable<Indicator['formula']>, language: Language): string {
  const names = new Map(parts.map(({ slug, name }) => [slug, textIn(name, language).text]));
  return formulaSentence({ kind, parts: [...names.keys()] }, (slug) => names.get(slug) ?? slug, language);
}

const inEvery = (tell: (language: Language) => string): { sv: string; en: string } => ({ sv: tell('sv'), en: tell('en') });

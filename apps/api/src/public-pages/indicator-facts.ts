import type { IndicatorPageView } from '@slusen/contracts';
import {
  cadenceWord,
  endingText,
  formulaSentence,
  periodRangesText,
  textIn,
  togetherText,
  traitFacts,
  type Aggregation,
  type InEveryLanguage,
  type Language,
  type Period,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';

type Fact = IndicatorPageView['facts'][number];

const TERMS = {
  holes: { sv: 'Äldre värden som saknas', en: 'Earlier values that are missing' },
  cadence: { sv: 'Mäts', en: 'Measured' },
  together: { sv: 'Tolv månader i följd', en: 'Rolling twelve months' },
  formula: { sv: 'Räknas fram som', en: 'Computed as' },
  ending: { sv: 'Upphörd', en: 'Ended' },
  replacedBy: { sv: 'Ersätts av', en: 'Replaced by' },
} as const satisfies Record<string, InEveryLanguage>;

/** What else is known that belongs among the facts. */
export interface FactsBeside {
  /** Periods without a figure that are too long ago to be waited for. */
  readonly holes: readonly Period[];
  /** Figures of twelve months are shown. */
  readonly hasRolling: boolean;
}

/** What is told of an indicator in terms, ready in both languages, so that no page has to know the words. */
export function factsOf({ rules, formula, ending, ...indicator }: Indicator, { holes, hasRolling }: FactsBeside): Fact[] {
  const { replacedBy } = ending ?? {};
  return [
    ...(holes.length > 0 ? [{ term: TERMS.holes, told: inEvery((language) => periodRangesText(holes, rules, language)) }] : []),
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
    ...(hasRolling ? togetherFacts(rules.aggregation) : []),
    ...(formula ? [{ term: TERMS.formula, told: inEvery((language) => computedAs(formula, language)) }] : []),
    ...traitFacts(indicator),
  ];
}

/** A share of twelve months may be an average of its quarters, which nothing else on the page says. */
function togetherFacts(aggregation: Aggregation): Fact[] {
  return aggregation === 'none' ? [] : [{ term: TERMS.together, told: inEvery((language) => togetherText(aggregation, language)) }];
}

function computedAs({ kind, parts }: NonNullable<Indicator['formula']>, language: Language): string {
  const names = new Map(parts.map(({ slug, name }) => [slug, textIn(name, language).text]));
  return formulaSentence({ kind, parts: [...names.keys()] }, (slug) => names.get(slug) ?? slug, language);
}

const inEvery = (tell: (language: Language) => string): { sv: string; en: string } => ({ sv: tell('sv'), en: tell('en') });

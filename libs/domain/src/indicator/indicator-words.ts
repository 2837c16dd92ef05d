import { upperFirst, wordIn, type InEveryLanguage, type Language, type Words } from '../language.js';
import { type Formula, type FormulaKind } from './formula.js';
import { type Direction, type IndicatorKind, type Influence } from './indicator.js';

const DIRECTIONS: Words<Direction> = {
  increase: ['Högre är bättre', 'Higher is better'],
  decrease: ['Lägre är bättre', 'Lower is better'],
  none: ['Ingen riktning är bättre i sig', 'Neither direction is better in itself'],
};

const INFLUENCES: Words<Influence> = {
  own: ['kommunen råder över den', 'in the hands of the municipality'],
  shared: ['kommunen delar den med andra', 'shared with others'],
  'follows-the-world': ['följer omvärlden', 'follows the world around'],
};

const KINDS: Words<IndicatorKind> = {
  population: ['hur befolkningen har det', 'how the population fares'],
  performance: ['vad verksamheten presterar', 'what the organisation performs'],
};

const FORMULAS: Words<FormulaKind> = {
  sum: ['summa', 'sum'],
  difference: ['skillnad', 'difference'],
  share: ['andel i procent', 'share in per cent'],
  'per-thousand': ['per 1\u00a0000 invånare', 'per 1,000 inhabitants'],
};

/** Which way is better: "Högre är bättre". */
export function directionText(direction: Direction, language: Language): string {
  return wordIn(DIRECTIONS[direction], language);
}

/** How far the municipality can move it: "följer omvärlden". */
export function influenceWord(influence: Influence, language: Language): string {
  return wordIn(INFLUENCES[influence], language);
}

/** What kind of thing it measures: "vad verksamheten presterar". */
export function indicatorKindWord(kind: IndicatorKind, language: Language): string {
  return wordIn(KINDS[kind], language);
}

/** What a formula does: "andel i procent". */
export function formulaKindWord(kind: FormulaKind, language: Language): string {
  return wordIn(FORMULAS[kind], language);
}

/** How a derived value comes about, by the names of its parts: "Födda + Inflyttade", "Lediga lokaler delat med Lokaler, i procent". */
export function formulaSentence({ kind, parts }: Formula, nameOf: (slug: string) => string, language: Language): string {
  const names = parts.map(nameOf);
  if (kind === 'sum') return names.join(' + ');
  if (kind === 'difference') return names.join(' − ');
  const by = names.join(wordIn([' delat med ', ' divided by '], language));
  const per = kind === 'share' ? wordIn(['i procent', 'in per cent'], language) : formulaKindWord(kind, language);
  return `${by}, ${per}`;
}

/** A line of what is told about an indicator, beside what every indicator tells. */
export interface IndicatorFact {
  readonly term: InEveryLanguage;
  readonly told: InEveryLanguage;
}

const TERMS = {
  influence: { sv: 'Rådighet', en: 'Influence' },
  kind: { sv: 'Slag', en: 'Kind' },
} as const satisfies Record<string, InEveryLanguage>;

/** Influence and kind as they are told on a page; nothing of what nobody has said. */
export function traitFacts({
  influence,
  kind,
}: {
  readonly influence?: Influence | undefined;
  readonly kind?: IndicatorKind | undefined;
}): IndicatorFact[] {
  return [
    ...(influence ? [{ term: TERMS.influence, told: inEvery((language) => influenceWord(influence, language)) }] : []),
    ...(kind ? [{ term: TERMS.kind, told: inEvery((language) => indicatorKindWord(kind, language)) }] : []),
  ];
}

const inEvery = (tell: (language: Language) => string): InEveryLanguage => ({ sv: upperFirst(tell('sv')), en: upperFirst(tell('en')) });

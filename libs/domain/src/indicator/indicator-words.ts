import { wordIn, type InEveryLanguage, type Language, type Words } from '../language.js';
import { type Formula, type FormulaKind } from './formula.js';
import { type Direction, type IndicatorKind, type Influence } from './indicator.js';

const DIRECTIONS: Words<Direction> = {
  increase: ['högre är bättre', 'higher is better'],
  decrease: ['lägre är bättre', 'lower is better'],
  none: ['ingen riktning är bättre i sig', 'neither direction is better in itself'],
};

const INFLUENCES: Words<Influence> = {
  own: ['kommunen råder över den', 'in the hands of the municipality'],
  shared: ['kommunen delar den med andra', 'shared with others'],
  'follows-the-world': ['följer omvärlden', 'depends on the outside world'],
};

const KINDS: Words<IndicatorKind> = {
  population: ['hur samhället utvecklas', 'how the community develops'],
  performance: ['vad verksamheten åstadkommer', 'what the organisation achieves'],
};

const FORMULAS: Words<FormulaKind> = {
  sum: ['summa', 'sum'],
  difference: ['skillnad', 'difference'],
  share: ['andel i procent', 'share as a percentage'],
  'per-thousand': ['per 1\u00a0000 invånare', 'per 1,000 inhabitants'],
};

/** Which way is better: "högre är bättre". */
export function directionText(direction: Direction, language: Language): string {
  return wordIn(DIRECTIONS[direction], language);
}

/** How far the municipality can move it: "följer omvärlden". */
export function influenceWord(influence: Influence, language: Language): string {
  return wordIn(INFLUENCES[influence], language);
}

/** What kind of thing it measures: "vad verksamheten åstadkommer". */
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
  const per = kind === 'share' ? wordIn(['i procent', 'as a percentage'], language) : formulaKindWord(kind, language);
  return `${by}, ${per}`;
}

/** A line of what is told about an indicator, beside what every indicator tells. */
export interface IndicatorFact {
  readonly term: InEveryLanguage;
  readonly told: InEveryLanguage;
}

const TERMS = {
  influence: { sv: 'Rådighet', en: 'Influence' },
  kind: { sv: 'Visar', en: 'Shows' },
} as const satisfies Record<string, InEveryLanguage>;

const NOT_STATED: InEveryLanguage = { sv: 'inte angiven', en: 'not stated' };

/** Influence, also that nobody has said what it is, and kind where it is said, as they are told on a page: a term and what goes on from it. */
export function traitFacts({
  influence,
  kind,
}: {
  readonly influence?: Influence | undefined;
  readonly kind?: IndicatorKind | undefined;
}): IndicatorFact[] {
  return [
    { term: TERMS.influence, told: influence ? inEvery((language) => influenceWord(influence, language)) : NOT_STATED },
    ...(kind ? [{ term: TERMS.kind, told: inEvery((language) => indicatorKindWord(kind, language)) }] : []),
  ];
}

const inEvery = (tell: (language: Language) => string): InEveryLanguage => ({ sv: tell('sv'), en: tell('en') });

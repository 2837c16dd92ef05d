import { type Language } from '../language.js';
import { type Instant } from '../time/period.js';
import { dateLabel } from '../time/period-label.js';
import { stockholmDate } from '../time/stockholm.js';
import { certaintyText } from '../value/certainty-text.js';
import { formatNumber, type NumberStyle } from '../value/number-text.js';
import { formatWithUnit, type Unit } from '../value/number-text-unit.js';
import { provenanceText } from '../value/provenance-words.js';
import { decimalsOf } from '../value/value-scaled.js';
import { missingText, qualityText } from '../value/value-words.js';
import { type RevisionKind, type SaidFigure } from './revision.js';

/** What a value is written with; its unit in every language it has. */
export type ShownIn = NumberStyle & { readonly unit: Unit };

/**
 * What became of a figure: "15 384 invånare blev 15 327 invånare", "2 034 besök, nu slutligt". Only what differs is told, so a value never
 * becomes itself.
 */
export function revisionText(from: SaidFigure, to: SaidFigure, style: ShownIn): string {
  const value = outcomesText(from, to, style);
  const beside = [...wordTexts(from, to, style), ...besideTexts(from, to, style)];
  const isSame = from.value === to.value && from.missing === to.missing && beside.length === 0;
  return [value, ...beside, ...(isSame ? [style.language === 'sv' ? 'värdet är detsamma' : 'the value is the same'] : [])].join(', ');
}

/** When a revision became public and what it was: "Rättat den 3 mars 2026.", "Slutligt sedan den 3 mars 2026." */
export function revisedOnText(kind: RevisionKind, publishedAt: Instant, language: Language): string {
  const day = dateLabel(stockholmDate(publishedAt), language);
  const isConfirmed = kind === 'confirmation';
  if (language === 'sv') return `${isConfirmed ? 'Slutligt sedan den' : 'Rättat den'} ${day}.`;
  return `${isConfirmed ? 'Final since' : 'Corrected on'} ${day}.`;
}

/** What a figure says by itself, with how sure it is where that must be said: "118 besök, preliminärt". */
export function saidText(said: SaidFigure, style: ShownIn): string {
  const certainty = said.value === undefined ? undefined : certaintyText(said, style.language);
  return [outcomeText(said, style), ...(certainty ? [certainty] : [])].join(', ');
}

/** The value that was and the one that is; with the decimals that tell them apart, where the indicator's would not. */
function outcomesText(from: SaidFigure, to: SaidFigure, style: ShownIn): string {
  const [was, is] = [outcomeText(from, style), outcomeText(to, style)];
  if (was !== is) return became(was, is, style);
  if (from.value === undefined || to.value === undefined || from.value === to.value) return is;
  const exact = { ...style, decimals: Math.max(decimalsOf(from.value), decimalsOf(to.value)) };
  return became(outcomeText(from, exact), outcomeText(to, exact), style);
}

function outcomeText({ value, missing }: SaidFigure, { unit, ...style }: ShownIn): string {
  return value === undefined ? missingText(missing ?? 'not-yet-published', style.language) : formatWithUnit(value, unit, style);
}

function became(was: string, is: string, { language }: ShownIn): string {
  return `${was} ${language === 'sv' ? 'blev' : 'became'} ${is}`;
}

/** How sure the value is now, and how it came about, where that differs; no value has neither. */
function wordTexts(from: SaidFigure, to: SaidFigure, { language }: ShownIn): string[] {
  if (from.value === undefined || to.value === undefined) return [];
  return [
    from.quality === to.quality ? '' : qualityText(to.quality, language),
    from.provenance === to.provenance ? '' : provenanceText(to.provenance, language),
  ].flatMap((word) => (word ? [`${language === 'sv' ? 'nu' : 'now'} ${word}`] : []));
}

/** What differs beside the value, where it is told in numbers. */
function besideTexts(from: SaidFigure, to: SaidFigure, style: ShownIn): string[] {
  const isSwedish = style.language === 'sv';
  const pairs = [
    { name: isSwedish ? 'felmarginal' : 'margin of error', was: from.margin, is: to.margin, decimals: style.decimals, sign: '± ' },
    { name: isSwedish ? 'antal svarande' : 'respondents', was: from.respondents, is: to.respondents, decimals: 0, sign: '' },
    {
      name: isSwedish ? 'täljare' : 'numerator',
      was: from.numerator,
      is: to.numerator,
      decimals: decimalsIn(from.numerator, to.numerator),
      sign: '',
    },
    {
      name: isSwedish ? 'nämnare' : 'denominator',
      was: from.denominator,
      is: to.denominator,
      decimals: decimalsIn(from.denominator, to.denominator),
      sign: '',
    },
  ];
  return pairs
    .filter(({ was, is }) => was !== is)
    .map(({ name, was, is, decimals, sign }) => {
      const say = (number: number | undefined): string =>
        number === undefined ? (isSwedish ? 'ingen uppgift' : 'not stated') : `${sign}${formatNumber(number, { ...style, decimals })}`;
      return `${name} ${became(say(was), say(is), style)}`;
    });
}

/** As many as the numbers have: what they count is not what the indicator counts. */
function decimalsIn(...numbers: readonly (number | undefined)[]): number {
  return Math.max(...numbers.map((number) => (number === undefined ? 0 : decimalsOf(number))));
}

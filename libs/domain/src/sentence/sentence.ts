import { type ExplainedOutcome, type Explanation } from '../status/explanation.js';
import { formulaText } from '../status/explanation-formula.js';
import { lowerFirst, textIn, upperFirst, type Language, type Localized } from '../language.js';
import { type NumberStyle } from '../value/number-text.js';
import { formatWithUnit } from '../value/number-text-unit.js';
import { noValueText } from './lacking-text.js';
import { incomparableText } from './sentence-break.js';
import { changeText } from './sentence-difference.js';
import { flipText } from './sentence-flip.js';
import { earlierPhrase, periodPhrase, withoutPreposition, withPeriod } from './sentence-period.js';
import { besideMarkText, statusText } from './sentence-status.js';
import { reasonText } from '../status/status-words.js';
import { certaintyText } from '../value/certainty-text.js';

/** How the figures of an indicator are written. */
type FigureStyle = Pick<Explanation, 'unit' | 'decimals' | 'measure' | 'reporting'>;

/** An explanation in plain language. */
export interface Sentences {
  /**
   * The finding without the indicator's name, for a page that is headed by it: "15 327 invånare 2025, 57 färre än
   * 2024".
   */
  readonly heading: string;
  /**
   * The finding with the name, for lists, feeds and link previews: "Folkmängd 31 december: 15 327 invånare 2025, …".
   */
  readonly headline: string;
  readonly status: string;
  /** Beside the mark of a status: that it rests on an old value, "enligt värdet för 2022"; of none, why. */
  readonly basedOn?: string | undefined;
  /** The rule with its numbers put in, written as the language writes numbers. */
  readonly formula?: string | undefined;
  readonly flip?: string | undefined;
}

/** Puts an explanation into words; the indicator's name is used as it is, whatever noun phrase that may be. */
export function sentenceOf(explanation: Explanation, indicatorName: Localized, language: Language): Sentences {
  const heading = headingOf(explanation, language);
  const formula = formulaText(explanation, language);
  const flip = flipText(explanation, language);
  const basedOn = besideMarkText(explanation, language);
  return {
    ...headedBy(heading, indicatorName, language),
    status: statusText(explanation, language),
    ...(basedOn === undefined ? {} : { basedOn }),
    ...(formula === undefined ? {} : { formula }),
    ...(flip === undefined ? {} : { flip }),
  };
}

/** A finding by itself, and with the indicator's name before it. */
export function headedBy(heading: string, indicatorName: Localized, language: Language): Pick<Sentences, 'heading' | 'headline'> {
  return { heading, headline: `${textIn(indicatorName, language).text}: ${lowerFirst(heading)}` };
}

/** The finding alone (`Sentences.heading`): the latest value and how it has changed, or what is known instead. */
export function headingOf(explanation: Explanation, language: Language): string {
  const { outcome } = explanation;
  if (!outcome) return upperFirst(absenceText(explanation, language));
  const value = outcomeText(outcome, explanation, language);
  return upperFirst(`${value}${comparisonText(outcome, explanation, language)}`);
}

/** A figure with all that must be said of it wherever it stands alone: "15 327 invånare 2025 (preliminärt, avrundat)". */
export function outcomeText(outcome: ExplainedOutcome, explanation: FigureStyle, language: Language): string {
  const style: NumberStyle = { decimals: explanation.decimals, language };
  const measured = formatWithUnit(outcome.value, explanation.unit, style);
  const value = withPeriod(measured, periodPhrase(outcome.period, language, explanation), language);
  const certainty = certaintyText(outcome, language);
  return certainty ? `${value} (${certainty})` : value;
}

/** ", 57 färre än 2024", or why there is nothing to compare with. */
function comparisonText({ value }: ExplainedOutcome, explanation: Explanation, language: Language): string {
  const { yearBefore, unit, decimals } = explanation;
  const isSwedish = language === 'sv';
  if (!yearBefore) return `, ${incomparableText(explanation, language)}`;
  const earlier = earlierPhrase(yearBefore.period, language, explanation);
  const change = changeText([yearBefore.value, value], unit, { decimals, language });
  if (!change) return isSwedish ? `, oförändrat jämfört med ${earlier}` : `, unchanged compared with ${withoutPreposition(earlier)}`;
  return isSwedish ? `, ${change} än ${earlier}` : `, ${change} than ${earlier}`;
}

/** Without an outcome: what kind of value is missing, and the last one that is known. */
function absenceText(explanation: Explanation, language: Language): string {
  const { missingPeriod, lastReal, reason, perLocality } = explanation;
  if (perLocality) return language === 'sv' ? 'redovisas ort för ort' : 'reported locality by locality';
  if (!missingPeriod) return withoutStop(reasonText('no-outcome', language));
  const isSwedish = language === 'sv';
  const lacks = noValueText({ ...explanation, missingPeriod }, language);
  const why = reason === 'series-break' ? `; ${lowerFirst(withoutStop(reasonText(reason, language)))}` : '';
  if (!lastReal) return lacks + why;
  const latest = isSwedish ? 'det senaste är' : 'the latest is';
  return `${lacks}${why}; ${latest} ${outcomeText(lastReal, explanation, language)}`;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

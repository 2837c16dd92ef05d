import { upperFirst, type Language } from '../language.js';
import type { ExplainedTarget, Explanation } from '../status/explanation.js';
import type { Milestone } from '../target/target.js';
import { formatDifference } from '../value/change-text.js';
import { formatWithUnit } from '../value/number-text-unit.js';
import { periodPhrase, withPeriod } from './sentence-period.js';
import { bandText, pathText } from './target-text.js';

/** The numbers of an explanation as a reader sees them, each with its unit and, where it is of one, its period. */
export interface ExplanationNumbers {
  readonly outcome?: string | undefined;
  readonly lastReal?: string | undefined;
  /** What the path says for the period of the outcome; none where the two cannot be held against each other. */
  readonly expected?: string | undefined;
  /** From where to where, and by which steps: "Från 15 461 invånare 2023 till 15 800 invånare 2030". */
  readonly target?: string | undefined;
  readonly tolerance?: string | undefined;
  readonly margin?: string | undefined;
}

/** Every number that an explanation rests on, in words; what it does not have is left out. */
export function explanationNumbers(explanation: Explanation, language: Language): ExplanationNumbers {
  const { outcome, lastReal, target, tolerance } = explanation;
  const at = (milestone: Milestone | undefined): string | undefined => milestone && valueAt(milestone, explanation, language);
  const away = (difference: number | undefined): string | undefined =>
    difference === undefined ? undefined : formatDifference(difference, explanation.unit, styleOf(explanation, language));
  return {
    outcome: at(outcome),
    lastReal: at(lastReal),
    target: target && targetText(target, explanation, language),
    expected: at(expectedOf(explanation)),
    tolerance: away(tolerance),
    // A margin of nothing is none.
    margin: outcome?.margin ? `± ${away(outcome.margin)}` : undefined,
  };
}

function expectedOf({ outcome, target }: Explanation): Milestone | undefined {
  if (!outcome || target?.kind !== 'point' || target.expected === undefined) return undefined;
  return { value: target.expected, period: outcome.period };
}

function targetText(target: ExplainedTarget, explanation: Explanation, language: Language): string {
  const { measure } = explanation;
  if (target.kind === 'band') return upperFirst(bandText({ ...target, measure }, explanation, language));
  const [from, to] = [valueAt(target.baseline, explanation, language), valueAt(target.final, explanation, language)];
  const ends = language === 'sv' ? `Från ${from} till ${to}` : `From ${from} to ${to}`;
  // A straight line between the ends is what one takes it for.
  if (target.path === 'linear' && target.milestones.length === 0) return ends;
  return `${ends}. ${pathText({ ...target, measure }, explanation, language)}`;
}

function valueAt({ value, period }: Milestone, explanation: Explanation, language: Language): string {
  const written = formatWithUnit(value, explanation.unit, styleOf(explanation, language));
  return withPeriod(written, periodPhrase(period, language, explanation), language);
}

function styleOf({ decimals }: Explanation, language: Language): { readonly decimals: number; readonly language: Language } {
  return { decimals, language };
}

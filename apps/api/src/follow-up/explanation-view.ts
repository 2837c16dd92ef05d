import type { AssessedView, ExplanationView, KnownOutcomeView } from '@slusen/contracts';
import {
  explanationNumbers,
  periodCode,
  sentenceOf,
  type ExplainedOutcome,
  type ExplainedTarget,
  type Explanation,
  type Localized,
  type Milestone,
} from '@slusen/domain';

type OutcomeView = NonNullable<ExplanationView['outcome']>;
type TargetView = NonNullable<ExplanationView['target']>;

/** The explanation of a status as it travels: the same object with periods as codes. */
export function explanationView(explanation: Explanation): ExplanationView {
  const { outcome, lastReal, missingPeriod, missingParts, overdue, yearBefore, target, breakBefore, seriesBreak, flips } = explanation;
  return {
    ...explanation,
    outcome: outcome && outcomeView(outcome),
    missingPeriod: missingPeriod && periodCode(missingPeriod),
    missingParts: missingParts?.map(periodCode),
    overdue: overdue && { ...overdue, period: periodCode(overdue.period), later: overdue.later?.map(periodCode) },
    lastReal: lastReal && outcomeView(lastReal),
    yearBefore: yearBefore && pointView(yearBefore),
    target: target && targetView(target),
    breakBefore: breakBefore && breakView(breakBefore),
    seriesBreak: seriesBreak && breakView(seriesBreak),
    flips: [...flips],
  };
}

/** What is known where no goal is spoken of: the same without anything of a status. */
export function knownOutcomeView(explanation: Explanation): KnownOutcomeView {
  const view = explanationView(explanation);
  const { decimals, unit, today, measure, reporting, perLocality, outcome, overdue, isOld } = view;
  const { missing, missingPeriod, missingParts, lastReal, yearBefore, seriesBreak } = view;
  return {
    ...{ decimals, unit, today, measure, reporting, perLocality, outcome, overdue, isOld },
    ...{ missing, missingPeriod, missingParts, lastReal, yearBefore, seriesBreak },
  };
}

/** An explanation with its sentences and numbers in both languages, all made from that one object. */
export function assessedView(explanation: Explanation, indicatorName: Localized): AssessedView {
  const numbers = { sv: explanationNumbers(explanation, 'sv'), en: explanationNumbers(explanation, 'en') };
  return { explanation: explanationView(explanation), sentences: explanationSentences(explanation, indicatorName), numbers };
}

/** The sentences of an explanation in both languages. */
export function explanationSentences(explanation: Explanation, indicatorName: Localized): AssessedView['sentences'] {
  return { sv: sentenceOf(explanation, indicatorName, 'sv'), en: sentenceOf(explanation, indicatorName, 'en') };
}

function outcomeView({ period, ...rest }: ExplainedOutcome): OutcomeView {
  return { ...rest, period: periodCode(period) };
}

function breakView(cut: NonNullable<Explanation['seriesBreak']>): NonNullable<ExplanationView['seriesBreak']> {
  return { ...cut, firstPeriod: periodCode(cut.firstPeriod) };
}

function pointView({ period, value }: Milestone): { period: string; value: number } {
  return { period: periodCode(period), value };
}

function targetView(target: ExplainedTarget): TargetView {
  if (target.kind === 'point') {
    const { baseline, milestones, final } = target;
    return { ...target, baseline: pointView(baseline), milestones: milestones.map(pointView), final: pointView(final) };
  }
  return { ...target, baselinePeriod: periodCode(target.baselinePeriod), finalPeriod: periodCode(target.finalPeriod) };
}

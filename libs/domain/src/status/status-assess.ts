import { daysBetween, dueDate } from '../time/calendar.js';
import { behindOf, isOutdated, type LateOn } from './outcome-age.js';
import { DomainError } from '../domain-error.js';
import { type ExplainedOutcome, type ExplainedTarget, type Explanation } from './explanation.js';
import { flipsOf, type ValueRange } from './explanation-flips.js';
import { formulaText } from './explanation-formula.js';
import { outcomeOf, type OutcomeFacts } from './explanation-outcome.js';
import { type IndicatorRules, type SeriesBreak } from '../indicator/indicator.js';
import { type Unit } from '../value/number-text-unit.js';
import { type Observation } from '../value/observation.js';
import { breakBetween } from '../time/period-break.js';
import { comparePeriods, periodPosition, type Period } from '../time/period.js';
import { shortfall, statusAt, type NotAssessableReason, type Yardstick } from './status.js';
import { baselinePeriodOf, expectedAt, finalPeriodOf, type Measure, type Milestone, type Target } from '../target/target.js';
import { fromScaled, roundTo, toScaled } from '../value/value-scaled.js';

/** Changes whenever the same figures could give another status or another explanation. */
export const RULE_VERSION = '3';

/** Everything a status depends on, and nothing else. */
export interface Assessed extends LateOn {
  readonly rules: IndicatorRules;
  readonly unit: Unit;
  readonly target?: Target | undefined;
  readonly deliberatelyNotMeasured?: boolean | undefined;
  /** What it is measured by without a target: as the first target that it has is. */
  readonly measure?: Measure | undefined;
  /** The public revisions of the municipality's own total that count (`countedSeries`), in any order. */
  readonly observations: readonly Observation[];
  /** Codes of the localities it has figures for. */
  readonly perLocality?: readonly string[] | undefined;
}

/** The status of an indicator against its target today, together with everything that explains it. */
export function assess(assessed: Assessed): Explanation {
  const { rules, target, observations, today } = assessed;
  const measure = target?.measure ?? assessed.measure ?? 'value';
  const wholeYears = target !== undefined && isJudgedByYear(rules, measure);
  const facts = outcomeOf({ rules, measure, observations, wholeYears });
  const behind = facts.latest ? behindOf(facts.latest, rules, assessed) : {};
  const reason = reasonOf(assessed, facts);
  const known = {
    ruleVersion: RULE_VERSION,
    direction: rules.direction,
    decimals: rules.decimals,
    unit: assessed.unit,
    today,
    measure,
    reporting: rules.reporting,
    ...(isOnlyPerLocality(assessed) && { perLocality: true }),
    outcome: facts.outcome,
    lastReal: facts.lastReal,
    missing: facts.lacking?.missing,
    missingPeriod: facts.lacking && facts.latest,
    ...(facts.lacking?.parts && { missingParts: facts.lacking.parts }),
    yearBefore: facts.yearBefore,
    ...(facts.breakBefore && { breakBefore: toldBreak(facts.breakBefore) }),
    ...behind,
    // The heading tells the year so far; that the status is about the last whole one has to be said.
    ...(wholeYears && isLater(observations, facts.latest) && { isOld: true }),
    target: target && explainTarget(target, expectsNothing(reason) ? undefined : facts.outcome?.period, rules),
    tolerance: target && roundTo(target.tolerance, rules.decimals),
    seriesBreak: breakOf(assessed, facts),
  };
  if (reason || !target || !facts.outcome) {
    return { ...known, status: 'not-assessable', reason, uncertain: false, isFinal: isFinalDue(assessed), flips: [] };
  }
  const judged = {
    ...known,
    ...judge(facts.outcome, yardstickOf(target, facts.outcome.period, rules), rangeOf(target, rules)),
  };
  const isFinal = periodPosition(facts.outcome.period) >= periodPosition(finalPeriodOf(target));
  return { ...judged, isFinal, formula: formulaText(judged, 'sv') };
}

/** Whether an indicator is told locality by locality and has no total, published or to come. */
export function isOnlyPerLocality({
  perLocality = [],
  observations,
}: {
  readonly perLocality?: readonly string[] | undefined;
  readonly observations: readonly unknown[];
}): boolean {
  return perLocality.length > 0 && observations.length === 0;
}

/** Why there is no status; what was decided comes before what was measured. */
function reasonOf(assessed: Assessed, facts: OutcomeFacts): NotAssessableReason | undefined {
  const { deliberatelyNotMeasured, target, rules } = assessed;
  if (deliberatelyNotMeasured) return 'deliberately-not-measured';
  if (!target) return 'no-target';
  if (!facts.latest) return 'no-outcome';
  const baseline = baselinePeriodOf(target);
  if (periodPosition(facts.latest) <= periodPosition(baseline)) return 'no-outcome-after-baseline';
  if (facts.lacking) return facts.lacking.reason;
  if (breakBetween(baseline, facts.latest, rules.breaks)) return 'series-break';
  return isOutdated(facts.latest, rules, assessed) ? 'outdated' : undefined;
}

/** A path that begins after the outcome, or on the other side of a break, expects nothing of it. */
function expectsNothing(reason: NotAssessableReason | undefined): boolean {
  return reason === 'series-break' || reason === 'no-outcome-after-baseline';
}

function isLater(observations: readonly Observation[], period: Period | undefined): boolean {
  return period !== undefined && observations.some((each) => comparePeriods(each.period, period) > 0);
}

/** What accumulates over the year is held against a target when the year is over; its twelve months at any time. */
export function isJudgedByYear({ reporting }: Pick<IndicatorRules, 'reporting'>, measure: Measure): boolean {
  return reporting === 'year-to-date' && measure === 'value';
}

/** The break to tell about: the one that hinders the status before the one that hinders a comparison with last year. */
function breakOf({ target, rules }: Assessed, { latest, breakBefore, breakWithin }: OutcomeFacts): Explanation['seriesBreak'] {
  const from = target && baselinePeriodOf(target);
  // Before any value can be held against it a target is broken by what is to come.
  const isBeforePath = from !== undefined && latest !== undefined && periodPosition(latest) <= periodPosition(from);
  const ahead = target && from && isBeforePath && breakBetween(from, finalPeriodOf(target), rules.breaks);
  const inPath = ahead || (from && latest && breakBetween(from, latest, rules.breaks));
  const found = inPath ?? breakBefore ?? breakWithin;
  return found && toldBreak(found);
}

function toldBreak({ firstPeriod, reason }: SeriesBreak): NonNullable<Explanation['seriesBreak']> {
  return { firstPeriod, reason };
}

/** Without a status it is over when the value of the final period should have been there. */
function isFinalDue({ target, rules, today }: Assessed): boolean {
  return target !== undefined && daysBetween(dueDate(finalPeriodOf(target), rules), today) >= 0;
}

function yardstickOf(target: Target, period: Period, { direction, decimals }: IndicatorRules): Yardstick {
  const tolerance = toScaled(target.tolerance, decimals);
  if (target.kind === 'band') {
    return { kind: 'band', low: toScaled(target.low, decimals), high: toScaled(target.high, decimals), tolerance };
  }
  const expected = expectedAt(target, period);
  if (direction === 'none' || expected === undefined) throw new DomainError('target.direction-none');
  return { kind: 'point', direction, expected: toScaled(expected, decimals), tolerance };
}

/** Twelve months together may exceed what one period can be. */
function rangeOf({ measure }: Target, { decimals, min, max }: IndicatorRules): ValueRange {
  return measure === 'value' ? { decimals, min, max } : { decimals };
}

function judge({ value, margin = 0 }: ExplainedOutcome, yardstick: Yardstick, range: ValueRange) {
  const { decimals } = range;
  const outcome = toScaled(value, decimals);
  const width = toScaled(margin, decimals);
  const status = statusAt(outcome, yardstick);
  return {
    status,
    uncertain: [outcome - width, outcome + width].some((edge) => statusAt(edge, yardstick) !== status),
    shortfall: fromScaled(shortfall(outcome, yardstick), decimals),
    flips: flipsOf(outcome, yardstick, range),
  };
}

function explainTarget(target: Target, period: Period | undefined, { decimals }: IndicatorRules): ExplainedTarget {
  const { decision, isExample } = target;
  const round = (value: number) => roundTo(value, decimals);
  if (target.kind === 'band') {
    const { low, high, baselinePeriod, finalPeriod } = target;
    return { kind: 'band', low: round(low), high: round(high), baselinePeriod, finalPeriod, decision, isExample };
  }
  const { path, baseline, milestones, final } = target;
  const rounded = (milestone: Milestone): Milestone => ({ ...milestone, value: round(milestone.value) });
  const expected = period && expectedAt(target, period);
  return {
    kind: 'point',
    path,
    baseline: rounded(baseline),
    milestones: milestones.map(rounded),
    final: rounded(final),
    expected: expected === undefined ? undefined : round(expected),
    decision,
    isExample,
  };
}

import { type ExplainedOutcome } from './explanation.js';
import { type IndicatorRules, type SeriesBreak } from '../indicator/indicator.js';
import { type Observation } from '../value/observation.js';
import { breakBetween } from '../time/period-break.js';
import { comparePeriods, isSamePeriod, partsPerYear, samePeriodYearBefore, type Period } from '../time/period.js';
import { lackingParts, partsBehind, rollingTwelveMonths, rollingWindow, type Rolling } from '../value/rolling.js';
import { type Measure, type Milestone } from '../target/target.js';
import { roundTo } from '../value/value-scaled.js';
import { PROVENANCES, QUALITY_ORDER, worstOf, type MissingKind, type Provenance } from '../value/value.js';

/** The figures of an indicator that count, and how they are read. */
export interface SeriesQuestion {
  readonly rules: IndicatorRules;
  readonly measure: Measure;
  /** The current revisions that count (`countedSeries`), in any order. */
  readonly observations: readonly Observation[];
  /** Only figures of whole years are looked at, of a series that accumulates over the year. */
  readonly wholeYears?: boolean | undefined;
}

/** What a series says: its latest figure that counts, or why there is none although the period has a revision. */
export interface OutcomeFacts {
  /** The latest period with a revision that counts, a missing one included. */
  readonly latest?: Period;
  readonly outcome?: ExplainedOutcome | undefined;
  readonly lacking?: {
    readonly reason: 'missing' | 'series-break';
    readonly missing?: MissingKind | undefined;
    /** The periods without a value that its twelve months need. */
    readonly parts?: readonly Period[] | undefined;
  };
  readonly lastReal?: ExplainedOutcome | undefined;
  readonly yearBefore?: Milestone | undefined;
  /** The break between the outcome and what came before, which is why it has nothing to be compared with. */
  readonly breakBefore?: SeriesBreak | undefined;
  /** The break within the twelve months that are lacking. */
  readonly breakWithin?: SeriesBreak | undefined;
}

/**
 * Finds the outcome: the latest period whose public revision counts, and the value of the same season the year before.
 */
export function outcomeOf(question: SeriesQuestion): OutcomeFacts {
  const { rules } = question;
  const reported = question.observations
    .filter(({ period }) => !question.wholeYears || period.part === partsPerYear(period.cadence))
    .sort((a, b) => comparePeriods(a.period, b.period));
  const latest = reported.at(-1);
  if (!latest) return {};
  const figure = figureOf(latest, question);
  if (figure.value !== undefined) {
    return {
      latest: latest.period,
      outcome: explain(latest, figure.value, question),
      ...yearBefore(latest.period, question),
    };
  }
  const lastReal = reported.findLast((observation) => figureOf(observation, question).value !== undefined);
  return {
    latest: latest.period,
    lacking: {
      reason: figure.reason,
      missing: latest.missing ?? (figure.reason === 'missing' ? figure.missing : undefined),
      ...(question.measure === 'rolling-12-months' &&
        figure.reason === 'missing' && { parts: lackingParts(question.observations, latest.period, rules) }),
    },
    lastReal: lastReal && explained(lastReal, question),
    breakWithin: figure.reason === 'series-break' ? breakWithin(latest.period, rules.breaks) : undefined,
  };
}

/** What a series says of one period in its measure; undefined where it, or a part of its twelve months, has no value. */
export function figureAt(period: Period, question: SeriesQuestion): ExplainedOutcome | undefined {
  const observation = question.observations.find((candidate) => isSamePeriod(candidate.period, period));
  return observation && explained(observation, question);
}

function explained(observation: Observation, question: SeriesQuestion): ExplainedOutcome | undefined {
  const { value } = figureOf(observation, question);
  return value === undefined ? undefined : explain(observation, value, question);
}

/** The figure of a period after the measure: its own value, or its twelve months. */
function figureOf(observation: Observation, { rules, measure, observations }: SeriesQuestion): Rolling {
  if (observation.value === undefined) return { reason: 'missing', missing: observation.missing };
  if (measure === 'rolling-12-months') return rollingTwelveMonths(observations, observation.period, rules);
  return { value: observation.value };
}

function breakWithin(period: Period, breaks: readonly SeriesBreak[]): SeriesBreak | undefined {
  const first = rollingWindow(period)[0] ?? period;
  // Differencing year-to-date figures reaches one period further back than the twelve months themselves.
  return breakBetween(first, period, breaks) ?? breakBetween({ ...first, year: first.year - 1 }, period, breaks);
}

function explain(observation: Observation, value: number, question: SeriesQuestion): ExplainedOutcome {
  const { decimals } = question.rules;
  const parts = partsOf(observation, question);
  return {
    period: observation.period,
    value: roundTo(value, decimals),
    revision: observation.revision,
    quality: worstOf(
      parts.map((part) => part.quality),
      QUALITY_ORDER,
    ),
    provenance: worstOf<Provenance>(
      parts.map((part) => part.provenance),
      PROVENANCES,
    ),
    source: observation.source,
    approvedBy: observation.approvedBy,
    recordedAt: parts.map((part) => part.recordedAt).reduce((a, b) => (a > b ? a : b)),
    margin: parts.length === 1 && observation.margin !== undefined ? roundTo(observation.margin, decimals) : undefined,
  };
}

/** The observations a figure is made of, the observation itself always among them. */
function partsOf(observation: Observation, { rules, measure, observations }: SeriesQuestion): readonly Observation[] {
  return measure === 'value' ? [observation] : partsBehind(observations, observation.period, rules);
}

function yearBefore(period: Period, question: SeriesQuestion): Pick<OutcomeFacts, 'yearBefore' | 'breakBefore'> {
  const { rules, observations } = question;
  const before = rules.cadence === 'irregular' ? measuredBefore(period, question) : samePeriodYearBefore(period);
  const observation = before && observations.find((candidate) => isSamePeriod(candidate.period, before));
  if (!before || !observation || breakBetween(before, period, rules.breaks)) return { breakBefore: breakBefore(period, question) };
  const figure = figureOf(observation, question);
  if (figure.value !== undefined) return { yearBefore: { period: before, value: roundTo(figure.value, rules.decimals) } };
  return { breakBefore: figure.reason === 'series-break' ? breakWithin(before, rules.breaks) : breakBefore(period, question) };
}

/** The break that the value before lies beyond, however long ago it was measured. */
function breakBefore(period: Period, question: SeriesQuestion): SeriesBreak | undefined {
  const before = latestBefore(period, question.observations);
  const { breaks } = question.rules;
  // A quarter on this side of it does not stand for the season that lies beyond.
  const season = samePeriodYearBefore(period);
  return before && (breakBetween(before, period, breaks) ?? breakBetween(season, period, breaks));
}

function latestBefore(period: Period, observations: readonly Observation[]): Period | undefined {
  return observations
    .filter(({ value }) => value !== undefined)
    .map((candidate) => candidate.period)
    .sort(comparePeriods)
    .findLast((candidate) => comparePeriods(candidate, period) < 0);
}

/** Elections and surveys are years apart, so they are compared with the time before. */
function measuredBefore(period: Period, { rules, observations }: SeriesQuestion): Period | undefined {
  return latestBefore(
    period,
    observations.filter((candidate) => rules.irregularYears.includes(candidate.period.year)),
  );
}

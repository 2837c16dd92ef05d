import { Injectable } from '@nestjs/common';
import type { ChartHead, IndicatorPageView, TargetPath } from '@slusen/contracts';
import {
  apartText,
  directionText,
  endedText,
  headedBy,
  largeFigure,
  lackingText,
  outcomeCaption,
  pathText,
  revisedOnText,
  revisionText,
  rollingWayText,
  targetChangeText,
  targetFinding,
  type Explanation,
  type Language,
  type Measure,
  type Target,
  type TargetChange,
} from '@slusen/domain';
import { assessedView, knownOutcomeView, explanationSentences } from '../follow-up/explanation-view.js';
import { explainMeasure, isInventedFor } from '../follow-up/goal-follow-up.js';
import { awaitedViews, waitingFor, waitingForLocalities, type Plan } from '../follow-up/next-expected.js';
import { findingOf, judgedMeasure, outlooksOf, partsHeading, rollingOf } from '../follow-up/outlook-view.js';
import { publicSeries, type PublicSeries } from '../follow-up/public-series.js';
import type { PlainCorrection } from '../observations/corrections.query.js';
import { definitionView } from '../indicators/indicator-view.js';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { declareRead } from '../platform/read-tags.js';
import type { AsOf } from '../platform/as-of.js';
import { RoundMemory } from '../rounds/round-memory.js';
import { siteShown } from '../settings/site.js';
import { SiteQuery } from '../settings/site.query.js';
import type { Goal } from '../strategy/strategy.js';
import { targetPathOf } from '../targets/target-path.js';
import { chartHeadOf } from './chart-head.js';
import { factsOf } from './indicator-facts.js';
import { IndicatorFiguresQuery, type IndicatorFigures } from './indicator-figures.query.js';
import { isWithoutTotal, localityFinding } from './locality-finding.js';
import { besideValues } from './beside-values.js';
import { MeasuredGoalsQuery, type MeasuredGoal } from './measured-goals.query.js';

type GoalView = IndicatorPageView['goals'][number];

interface Known {
  readonly indicator: Indicator;
  readonly series: PublicSeries;
  readonly localities: readonly PublicSeries[];
  readonly measure: Measure | undefined;
  readonly rolling: IndicatorPageView['rolling'];
  readonly municipality: string;
  /** More than one goal has a target for it. */
  readonly hasSeveral: boolean;
  readonly plan: Plan;
}

/** Everything public about one indicator. */
@Injectable()
export class IndicatorPageQuery {
  constructor(
    private readonly indicators: IndicatorQuery,
    private readonly figures: IndicatorFiguresQuery,
    private readonly measured: MeasuredGoalsQuery,
    private readonly site: SiteQuery,
    private readonly rounds: RoundMemory,
  ) {}

  /** Throws `indicator.not-found`. */
  async run(slug: string, asOf: AsOf): Promise<IndicatorPageView> {
    declareRead('strategy', `indicator:${slug}`);
    const indicator = await this.indicators.bySlug(slug, asOf);
    const [figures, goals, site, rounds] = await Promise.all([
      this.figures.run(indicator, asOf),
      this.measured.run(indicator.id, asOf),
      this.site.run(),
      this.rounds.byDay(asOf),
    ]);
    return pageOf({ indicator, figures, goals, municipality: siteShown(site).municipality ?? '', plan: { rounds, today: asOf.today } });
  }
}

/** What a page is made from. */
interface Read extends Pick<Known, 'indicator' | 'municipality' | 'plan'> {
  readonly figures: IndicatorFigures;
  readonly goals: readonly MeasuredGoal[];
}

function knownOf({ indicator, figures, goals, municipality, plan }: Read): Known {
  const series = publicSeries(figures.points, indicator.rules);
  return {
    ...{ indicator, series, municipality, plan },
    localities: figures.localities.map(({ points }) => publicSeries(points, indicator.rules)),
    measure: judgedMeasure(goals),
    rolling: rollingOf(indicator, series, goals),
    hasSeveral: goals.filter(({ target }) => target).length > 1,
  };
}

function pageOf(read: Read): IndicatorPageView {
  const { indicator, figures, goals, plan } = read;
  const known = knownOf(read);
  const { series, rolling } = known;
  const outcome = explainMeasure({ ...known, target: undefined }, undefined, plan);
  // What only others have figures of is not waited for here.
  const isWaitedFor = series.points.length > 0 || indicator.owner !== undefined;
  const awaited = isWaitedFor ? awaitedViews(indicator, waiting(known), plan) : { missingValues: [] };
  return {
    indicator: definitionView(indicator),
    facts: factsOf(indicator, {
      twelveMonths: twelveMonthsOf(known, outcome),
      isLast: isWaitedFor && !awaited.nextExpected,
      hasFigures: [series, ...known.localities].some(({ points }) => points.length > 0),
    }),
    directionTold: { sv: directionText(indicator.rules.direction, 'sv'), en: directionText(indicator.rules.direction, 'en') },
    headline: headlineOf(outcome, known, read),
    outcome: knownOutcomeView(outcome),
    chart: valuesChart(known, outcome),
    goals: goals.map((goal) => goalView(goal, known)),
    points: [...series.points],
    rolling,
    ...besideValues(indicator, { points: series.points, rolling, parts: figures.parts }),
    corrections: figures.corrections.map((one) => toldOf(one, indicator)),
    localities: figures.localities.map(({ territory }, at) => ({ territory, points: [...(known.localities[at]?.points ?? [])] })),
    comparisons: figures.comparisons.map(({ territory, points: own }) => ({
      territory,
      points: [...publicSeries(own, indicator.rules).points],
    })),
    outlook: outlooksOf(known, goals),
    ...awaited,
    answersForIt: answersForIt(indicator, goals),
  };
}

/** The finding without any target; of an indicator without a total, what its localities show. */
function headlineOf(
  outcome: Explanation,
  known: Known,
  { goals, figures: { localities } }: Pick<Read, 'goals' | 'figures'>,
): IndicatorPageView['headline'] {
  const hasTarget = goals.some(({ target }) => target);
  const { indicator, series } = known;
  const found = isWithoutTotal(indicator, series) ? localityFinding(indicator, localities) : undefined;
  const sentences = explanationSentences(outcome, indicator.name);
  const headings = (language: Language): IndicatorPageView['headline'][Language] => {
    const { heading, headline, status } = sentences[language];
    return {
      ...(found?.[language] ?? { heading, headline }),
      ...(hasTarget ? {} : { status }),
      ...(outcome.outcome && {
        figure: largeFigure(outcome.outcome.value, indicator.unit, { decimals: indicator.rules.decimals, language }),
      }),
      ...(outcome.missingPeriod && { lacking: lackingText(outcome, language) }),
      caption: outcomeCaption(outcome, language),
      apart: [
        ...series.apart.map((observation) => apartText(observation, outcome, language)),
        ...(indicator.rules.endsAfter ? [endedText(indicator.rules.endsAfter, language)] : []),
      ],
    };
  };
  return { sv: headings('sv'), en: headings('en') };
}

/** The chart of the values alone; where twelve months are judged, their parts, which say nothing of the outcome. */
function valuesChart(known: Known, outcome: Explanation): ChartHead | undefined {
  const { indicator, series, measure, municipality } = known;
  const heading = measure === 'rolling-12-months' ? partsHeading(indicator) : findingOf({ indicator, series, outcome });
  return heading && chartHeadOf({ indicator, heading, points: series.points, isRolling: false, municipality });
}

/** How the twelve months that are judged are put together; nothing where they are not. */
function twelveMonthsOf(
  { indicator: { rules }, series, measure }: Known,
  { outcome, missingPeriod }: Explanation,
): Partial<Record<Language, string | undefined>> {
  const period = outcome?.period ?? missingPeriod;
  if (measure !== 'rolling-12-months' || !period) return {};
  const way = (language: Language): string | undefined => rollingWayText(series.observations, { period, rules }, language);
  return { sv: way('sv'), en: way('en') };
}

function toldOf(correction: PlainCorrection, { unit, rules: { decimals } }: Indicator): IndicatorPageView['corrections'][number] {
  const { from, to, kind, publishedAt } = correction;
  const told = (language: Language): string =>
    `${revisionText(from, to, { unit, decimals, language })}. ${revisedOnText(kind, publishedAt, language)}`;
  return { ...correction, told: { sv: told('sv'), en: told('en') } };
}

function waiting(known: Known): ReturnType<typeof waitingFor> {
  const { indicator, series, localities, plan } = known;
  return isWithoutTotal(indicator, series) ? waitingForLocalities(indicator, localities, plan) : waitingFor(indicator, series, plan);
}

function goalView({ goal, target, changes }: MeasuredGoal, known: Known): GoalView {
  const { indicator, series, plan } = known;
  const explanation = explainMeasure({ indicator, target, series }, goal, plan);
  return {
    goal: { slug: goal.slug, name: goal.name },
    isExample: isInventedFor(goal, target),
    area: goal.area,
    target: target && { ...targetPathOf(target), steps: stepsOf(target, indicator) },
    ...(target && changes.length > 0 ? { earlier: changes.map((change) => earlierView(change, indicator)) } : {}),
    assessed: assessedView(explanation, indicator.name),
    chart: target && targetChart(explanation, goal, known),
  };
}

/** A target that is no longer in force: its path, and that it was changed. */
function earlierView(change: TargetChange, { unit, rules }: Indicator): NonNullable<GoalView['earlier']>[number] {
  const counted = { unit, decimals: rules.decimals, reporting: rules.reporting, direction: rules.direction };
  const told = (language: Language): string => targetChangeText(change, counted, language);
  return { target: targetPathOf(change.before), told: { sv: told('sv'), en: told('en') } };
}

/** Whoever does not see a path of steps hears of them. */
function stepsOf(target: Target, { unit, rules: { decimals, reporting } }: Indicator): TargetPath['steps'] {
  if (target.kind === 'band' || target.path !== 'step' || target.milestones.length === 0) return undefined;
  const told = (language: Language): string => pathText(target, { unit, decimals, reporting }, language);
  return { sv: told('sv'), en: told('en') };
}

function targetChart(
  explanation: Explanation,
  { name }: Goal,
  { indicator, series, rolling = [], municipality, hasSeveral }: Known,
): ChartHead {
  // Where there are several charts each says which goal it is of.
  const said = (language: Language): string => {
    const finding = targetFinding(explanation, language);
    return hasSeveral ? headedBy(finding, name, language).headline : finding;
  };
  const heading = { sv: said('sv'), en: said('en') };
  const isRolling = explanation.measure === 'rolling-12-months';
  return chartHeadOf({ indicator, heading, points: isRolling ? rolling : series.points, isRolling, municipality });
}

/** The department that answers for the figures, then whoever does something for the goals they measure. */
function answersForIt({ owner, isExample }: Indicator, goals: readonly MeasuredGoal[]): IndicatorPageView['answersForIt'] {
  const owners = owner ? [{ actor: { slug: owner.slug, name: owner.name }, role: 'owner' as const, isExample }] : [];
  const others = goals.flatMap(({ goal, roles }) =>
    roles.map(({ actor: { slug, name }, ...held }) => ({
      actor: { slug, name },
      role: held.role,
      goal: { slug: goal.slug, name: goal.name },
      isExample: held.isExample,
    })),
  );
  return [...owners, ...others];
}

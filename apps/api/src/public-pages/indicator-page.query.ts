import { Injectable } from '@nestjs/common';
import type { ChartHead, IndicatorPageView } from '@slusen/contracts';
import {
  headedBy,
  isOnlyPerLocality,
  localitiesHeading,
  targetFinding,
  type Explanation,
  type IsoDate,
  type Language,
  type Sentences,
} from '@slusen/domain';
import { assessedView, sentencesOf } from '../follow-up/explanation-view.js';
import { publicSeries } from '../follow-up/follow-up.query.js';
import { explainMeasure, type PublicSeries } from '../follow-up/goal-follow-up.js';
import { nextExpectedView, waitingFor, waitingForLocalities } from '../follow-up/next-expected.js';
import { findingOf, outlooksOf, rollingOf } from '../follow-up/outlook-view.js';
import { definitionView } from '../indicators/indicator-view.js';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { declareRead } from '../platform/read-tags.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';
import { targetPathOf } from '../targets/target-path.js';
import { chartHeadOf } from './chart-head.js';
import { IndicatorFiguresQuery } from './indicator-figures.query.js';
import { MeasuredGoalsQuery, type MeasuredGoal } from './measured-goals.query.js';

type GoalView = IndicatorPageView['goals'][number];

interface Known {
  readonly indicator: Indicator;
  readonly series: PublicSeries;
  readonly localities: readonly PublicSeries[];
  readonly rolling: IndicatorPageView['rolling'];
  readonly municipality: string;
  readonly today: IsoDate;
}

/** Everything public about one indicator. */
@Injectable()
export class IndicatorPageQuery {
  constructor(
    private readonly indicators: IndicatorQuery,
    private readonly figures: IndicatorFiguresQuery,
    private readonly measured: MeasuredGoalsQuery,
    private readonly settings: Settings,
  ) {}

  /** Throws `indicator.not-found`. */
  async run(slug: string, asOf: AsOf): Promise<IndicatorPageView> {
    declareRead('strategy', `indicator:${slug}`);
    const { today } = asOf;
    const indicator = await this.indicators.bySlug(slug, asOf);
    const [{ points, corrections, localities, comparisons }, goals] = await Promise.all([
      this.figures.run(indicator, asOf),
      this.measured.run(indicator.id, asOf),
    ]);
    const series = publicSeries(points);
    const [finding, rolling, { municipality }] = [
      findingOf(indicator, series),
      rollingOf(indicator, series, goals),
      this.settings.config.site,
    ];
    const known = {
      indicator,
      series,
      localities: localities.map((locality) => publicSeries(locality.points)),
      rolling,
      municipality,
      today,
    };
    return {
      indicator: definitionView(indicator),
      headline: headlineOf(known),
      chart: finding && chartHeadOf({ indicator, heading: finding, points, isRolling: false, municipality }),
      goals: goals.map((goal) => goalView(goal, known)),
      points,
      rolling,
      corrections,
      localities,
      comparisons,
      outlook: outlooksOf(indicator, series, goals),
      // What only others have figures of is not waited for here.
      nextExpected: points.length > 0 || indicator.owner ? nextExpectedView(indicator, awaited(known)) : undefined,
      answersForIt: answersForIt(indicator, goals),
    };
  }
}

/** The finding without any target; of an indicator without a total, what its localities show. */
function headlineOf(known: Known): IndicatorPageView['headline'] {
  const { indicator, series, localities, today } = known;
  const sentences = sentencesOf(explainMeasure({ indicator, target: undefined, series }, undefined, today), indicator.name);
  if (!isWithoutTotal(known)) return sentences;
  const inLocalities = (language: Language): Sentences => {
    const heading = localitiesHeading(
      localities.map(({ observations }) => observations),
      language,
    );
    return heading === undefined ? sentences[language] : { ...sentences[language], ...headedBy(heading, indicator.name, language) };
  };
  return { sv: inLocalities('sv'), en: inLocalities('en') };
}

function isWithoutTotal({ indicator: { perLocality }, series: { observations } }: Known): boolean {
  return isOnlyPerLocality({ perLocality, observations });
}

function awaited(known: Known): ReturnType<typeof waitingFor> {
  const { indicator, series, localities, today } = known;
  return isWithoutTotal(known) ? waitingForLocalities(indicator, localities, today) : waitingFor(indicator, series, today);
}

function goalView({ goal, target }: MeasuredGoal, known: Known): GoalView {
  const { indicator, series, today } = known;
  const explanation = explainMeasure({ indicator, target, series }, goal, today);
  return {
    goal: { slug: goal.slug, name: goal.name },
    area: goal.area,
    target: target && targetPathOf(target),
    assessed: assessedView(explanation, indicator.name),
    chart: target && targetChart(explanation, known),
  };
}

function targetChart(explanation: Explanation, { indicator, series, rolling = [], municipality }: Known): ChartHead {
  const heading = { sv: targetFinding(explanation, 'sv'), en: targetFinding(explanation, 'en') };
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

import { Injectable } from '@nestjs/common';
import type { SeriesPoint, StatusEffect } from '@slusen/contracts';
import {
  comparePeriods,
  distanceText,
  isSamePeriod,
  parsePeriod,
  periodCode,
  publishedProvenance,
  type EntryFigure,
  type Explanation,
  type Language,
  type Target,
} from '@slusen/domain';
import { explainMeasure } from '../follow-up/goal-follow-up.js';
import type { Plan } from '../follow-up/next-expected.js';
import { publicSeries } from '../follow-up/public-series.js';
import { StrategyMemory } from '../follow-up/strategy-memory.js';
import type { Acting } from '../identity/acting.js';
import type { Indicator } from '../indicators/indicator.js';
import { SeriesQuery } from '../observations/series.query.js';
import { Settings } from '../platform/settings.js';
import type { Goal } from '../strategy/strategy.js';
import { RoundMemory } from '../rounds/round-memory.js';
import type { PlacedFigure } from './plausibility.query.js';

/** A goal that an indicator measures, by a target. */
interface Aim {
  readonly goal: Goal;
  readonly target: Target;
}

/** A figure with all it says, in its place. */
export type EnteredFigure = Pick<PlacedFigure, 'indicator' | 'territory' | 'breakdown' | 'period'> & { readonly figure: EntryFigure };

/**
 * What figures that are not published yet do to the goals: how their indicators stand now, and how they would. Both by the rule that makes
 * every public status, with the figure put into the series as an approval would.
 */
@Injectable()
export class StatusEffectsQuery {
  constructor(
    private readonly strategies: StrategyMemory,
    private readonly series: SeriesQuery,
    private readonly settings: Settings,
    private readonly rounds: RoundMemory,
  ) {}

  /** For each figure, in their order; none of a part, since only the whole has targets. One statement, however many figures there are. */
  async ofFigures(figures: readonly EnteredFigure[], acting: Acting): Promise<StatusEffect[][]> {
    const { asOf } = acting;
    const [aims, rounds] = await Promise.all([this.aims(acting), this.rounds.byDay(asOf)]);
    const plan = { rounds, today: asOf.today };
    const aimsOf = (one: EnteredFigure): readonly Aim[] => (this.isJudged(one) ? (aims.get(one.indicator.id) ?? []) : []);
    const ids = [...new Set(figures.filter((one) => aimsOf(one).length > 0).map(({ indicator }) => indicator.id))];
    const series = ids.length === 0 ? new Map<number, SeriesPoint[]>() : await this.series.ofIndicators(ids, this.settings.territory, asOf);
    return figures.map((one) => effectsOf(one, { aims: aimsOf(one), points: series.get(one.indicator.id) ?? [], acting, plan }));
  }

  private isJudged({ territory, breakdown, figure }: EnteredFigure): boolean {
    const saysSomething = figure.value !== undefined || figure.missing !== undefined;
    return saysSomething && territory === this.settings.territory && breakdown === '';
  }

  /** The goals of the strategy in force by the indicators that measure them, in their order. */
  private async aims({ asOf }: Acting): Promise<ReadonlyMap<number, Aim[]>> {
    const decided = await this.strategies.current(asOf);
    const all = (decided?.goals ?? []).flatMap((goal) =>
      (decided?.definitions.targets ?? []).flatMap(({ goalId, indicatorId, target }) =>
        goalId === goal.id && target ? [{ indicatorId, aim: { goal, target } }] : [],
      ),
    );
    const grouped = Map.groupBy(all, ({ indicatorId }) => indicatorId);
    return new Map([...grouped].map(([id, of]) => [id, of.map(({ aim }) => aim)]));
  }
}

interface Beside {
  readonly aims: readonly Aim[];
  readonly points: readonly SeriesPoint[];
  readonly acting: Acting;
  readonly plan: Plan;
}

function effectsOf(entered: EnteredFigure, { aims, points, acting, plan }: Beside): StatusEffect[] {
  if (aims.length === 0) return [];
  const { indicator } = entered;
  const [before, after] = [points, withFigure(points, entered, acting)].map((some) => publicSeries(some, indicator.rules));
  return aims.map(({ goal, target }) => {
    const standing = (series: typeof before): StatusEffect['now'] =>
      standingOf(explainMeasure({ indicator, target, series: series ?? { points: [], observations: [], apart: [] } }, goal, plan));
    return { goal: { slug: goal.slug, name: goal.name }, now: standing(before), then: standing(after) };
  });
}

/** The series as it would be, had the figure been approved just now. */
function withFigure(points: readonly SeriesPoint[], { indicator, period, figure }: EnteredFigure, { at }: Acting): SeriesPoint[] {
  const others = points.map((point) => ({ point, of: parsePeriod(point.period) }));
  const was = others.find(({ of }) => isSamePeriod(of, period))?.point;
  const point = pointOf(figure, { indicator, period: periodCode(period), was, at });
  return [...others.filter(({ of }) => !isSamePeriod(of, period)), { point, of: period }]
    .sort((a, b) => comparePeriods(a.of, b.of))
    .map((one) => one.point);
}

interface PlacedPoint {
  readonly indicator: Indicator;
  readonly period: string;
  readonly was: SeriesPoint | undefined;
  readonly at: string;
}

function pointOf(figure: EntryFigure, { indicator, period, was, at }: PlacedPoint): SeriesPoint {
  const { value, missing, quality, margin, respondents, provenanceNote, sourceNote, answers } = figure;
  return {
    ...{ period, value, missing, quality, margin, respondents, provenanceNote },
    provenance: publishedProvenance(figure, { isExample: indicator.isExample, replaces: was }),
    revision: (was?.revision ?? 0) + 1,
    source: sourceNote ?? indicator.source.name,
    recordedAt: at,
    finalEarly: quality === 'final' && answers.some(({ kind }) => kind === 'early') ? true : undefined,
  };
}

function standingOf(explanation: Explanation): StatusEffect['now'] {
  const { status, isFinal, outcome, missingPeriod } = explanation;
  const period = missingPeriod ?? outcome?.period;
  const told = (language: Language): string => distanceText(explanation, language) ?? '';
  return {
    ...{ status, isFinal },
    ...(period && { period: periodCode(period) }),
    ...(told('sv') && { distance: { sv: told('sv'), en: told('en') } }),
  };
}

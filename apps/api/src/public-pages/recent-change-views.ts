import { Injectable } from '@nestjs/common';
import type { StartPageView } from '@slusen/contracts';
import {
  certaintyText,
  countedSeries,
  counts,
  figureAt,
  figureName,
  isRolling,
  parsePeriod,
  periodCode,
  periodName,
  type Language,
  type Measure,
  type Observation,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { RecentChangesQuery, type PassedOver, type RecentFigure } from '../observations/recent-changes.query.js';
import { observationOf } from '../observations/recorded-series.query.js';
import { SeriesQuery } from '../observations/series.query.js';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';
import { MeasuredGoalsQuery } from './measured-goals.query.js';

type RecentChange = StartPageView['changes'][number];
type Indicators = ReadonlyMap<number, Indicator>;

const ROLLING: Measure = 'rolling-12-months';

/** What is told of a figure: itself, or the twelve months that end with it. */
type Told = Pick<RecentChange, 'measure' | 'value' | 'missing' | 'quality' | 'provenance'>;

/**
 * What changed lately among the figures that count, with the names and units that they are shown with, and in the measure that the pages of
 * their indicators are headed by.
 */
@Injectable()
export class RecentChangeViews {
  constructor(
    private readonly recent: RecentChangesQuery,
    private readonly series: SeriesQuery,
    private readonly indicators: IndicatorQuery,
    private readonly measured: MeasuredGoalsQuery,
    private readonly settings: Settings,
  ) {}

  async latest(limit: number, asOf: AsOf): Promise<{ views: RecentChange[]; hasExamples: boolean }> {
    const { figures, indicators } = await this.counting(limit, asOf);
    const judged = await this.judgedByYear(indicators, asOf);
    const views = figures.flatMap((figure) => {
      const indicator = indicators.get(figure.indicatorId);
      return indicator ? [changeOf(figure, indicator, toldOf(figure, indicator, judged.get(indicator.id)))] : [];
    });
    return { views, hasExamples: views.some(({ isExample }) => isExample) };
  }

  /** What counts of the series that are judged by twelve months. */
  private async judgedByYear(indicators: Indicators, asOf: AsOf): Promise<ReadonlyMap<number, readonly Observation[]>> {
    const measures = await this.measured.measures([...indicators.keys()], asOf);
    const rolling = [...indicators.values()].filter(({ id }) => measures.get(id) === ROLLING);
    if (rolling.length === 0) return new Map();
    const ids = rolling.map(({ id }) => id);
    const series = await this.series.ofIndicators(ids, this.settings.territory, asOf);
    return new Map(rolling.map(({ id, rules }) => [id, countedSeries((series.get(id) ?? []).map(observationOf), rules).counting]));
  }

  /**
   * A figure that does not count, of a period under way, takes no place from one that does: it is passed over, with all others of its series
   * that do not count, and what was public before it is looked for until all that is found counts.
   */
  private async counting(limit: number, asOf: AsOf): Promise<{ figures: RecentFigure[]; indicators: Indicators }> {
    const passedOver: PassedOver[] = [];
    const looked = new Set<number>();
    for (;;) {
      const figures = await this.recent.run({ territory: this.settings.territory, limit, passedOver }, asOf);
      const indicators = await this.indicators.byIds(
        figures.map(({ indicatorId }) => indicatorId),
        asOf,
      );
      const apart = figures.filter((figure) => !isCounting(figure, indicators)).map(({ indicatorId }) => indicatorId);
      const anew = apart.filter((id) => !looked.has(id));
      if (anew.length === 0) return { figures: figures.filter(({ indicatorId }) => !apart.includes(indicatorId)), indicators };
      for (const id of anew) looked.add(id);
      passedOver.push(...(await this.apartOf(anew, indicators, asOf)));
    }
  }

  /** The periods of the indicators whose figures do not count. */
  private async apartOf(ids: readonly number[], indicators: Indicators, asOf: AsOf): Promise<PassedOver[]> {
    const series = await this.series.ofIndicators(ids, this.settings.territory, asOf);
    return [...series].flatMap(([indicatorId, points]) => {
      const indicator = indicators.get(indicatorId);
      const { apart } = indicator ? countedSeries(points.map(observationOf), indicator.rules) : { apart: [] };
      return apart.map(({ period }) => ({ indicatorId, period: periodCode(period) }));
    });
  }
}

function isCounting(figure: RecentFigure, indicators: Indicators): boolean {
  const { indicatorId, period, value, missing = 'not-yet-published', quality, isFinalEarly, recordedAt } = figure;
  const indicator = indicators.get(indicatorId);
  const measured = value === undefined ? { missing } : { value };
  const recorded = { ...measured, period: parsePeriod(period), quality, recordedAt, finalEarly: isFinalEarly };
  return indicator !== undefined && counts(recorded, indicator.rules);
}

/** A period whose twelve months lack a part is told as what it is. */
function toldOf(
  { period, value, missing, quality, provenance }: RecentFigure,
  { rules }: Indicator,
  judged?: readonly Observation[],
): Told {
  const year = judged && figureAt(parsePeriod(period), { rules, measure: ROLLING, observations: judged });
  if (!year) return { measure: 'value', value, missing, quality, provenance };
  return { measure: ROLLING, value: year.value, missing: undefined, quality: year.quality, provenance: year.provenance };
}

function changeOf(
  { period, kind, publishedAt }: RecentFigure,
  { slug, name, unit, rules, isExample }: Indicator,
  told: Told,
): RecentChange {
  const { decimals, reporting } = rules;
  const words = wordsOf(period, told, { reporting, isExample });
  return { indicator: { slug, name }, unit, decimals, reporting, period, ...told, ...words, kind, isExample, publishedAt };
}

type Words = Pick<RecentChange, 'covered' | 'certainty' | 'part'>;

/** Ready in both languages, so that the page has to know no words. That something is an example is marked beside its name. */
function wordsOf(code: string, told: Told, { reporting, isExample }: Pick<RecentChange, 'reporting' | 'isExample'>): Words {
  const [period, covers] = [parsePeriod(code), { measure: told.measure, reporting }];
  const sureness = isExample ? { ...told, provenance: 'exact' as const } : told;
  const certainty = (language: Language): string | undefined => (told.value === undefined ? undefined : certaintyText(sureness, language));
  const [sv, en] = [certainty('sv'), certainty('en')];
  return {
    covered: { sv: periodName(period, 'sv', covers), en: periodName(period, 'en', covers) },
    ...(sv && en ? { certainty: { sv, en } } : {}),
    ...(isRolling(period, covers) ? { part: { sv: figureName(period, 'sv', covers), en: figureName(period, 'en', covers) } } : {}),
  };
}

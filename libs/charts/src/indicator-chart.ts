import { type EntryForm, type IndicatorPageView, type SeriesPoint as PublishedPoint } from '@slusen/contracts';
import { firstMonthPosition, parsePeriod, periodLabel, periodPosition, textIn, type Language } from '@slusen/domain';
import { type PathPoint, type SeriesChartInput, type SeriesPoint } from './series.js';

type TargetPath = NonNullable<EntryForm['target']>;
type DrawnPoint = Pick<PublishedPoint, 'period' | 'value'> & Partial<Pick<PublishedPoint, 'quality' | 'margin' | 'missing'>>;

/** What a chart is made from: the indicator, the points to draw, and the target path they are held against. */
export interface ChartSource {
  readonly indicator: Pick<IndicatorPageView['indicator'], 'name' | 'unit' | 'decimals' | 'aggregation' | 'breaks'>;
  readonly points: readonly DrawnPoint[];
  readonly target?: TargetPath | undefined;
  /** A value being typed. */
  readonly draft?: { readonly period: string; readonly value: number } | undefined;
}

const TARGET_LABEL = { sv: 'Målbana', en: 'Target path' } as const;

/** The series of an indicator as charts draw it, in the reader's language; counts that add up become bars. */
export function seriesChartInput({ indicator, points, target, draft }: ChartSource, language: Language): SeriesChartInput {
  return {
    title: textIn(indicator.name, language).text,
    unit: indicator.unit,
    decimals: indicator.decimals,
    language,
    kind: indicator.aggregation === 'sum' && !target ? 'bars' : 'line',
    points: points.map((point) => chartPoint(point, language)),
    breaks: indicator.breaks.map(({ firstPeriod, reason }) => ({
      // The first month: a year's break cuts the quarters of that year too (as `isAfterBreak` has it).
      position: firstMonthPosition(parsePeriod(firstPeriod)),
      note: textIn(reason, language).text,
    })),
    ...(target ? pathOf(target, language) : {}),
    ...(draft ? { draft: { position: positionOf(draft.period), value: draft.value } } : {}),
  };
}

/**
 * The chart of an indicator's page for one goal's target, else of the values alone: the same whether the server draws it
 * or the browser. A target measured over twelve months is drawn with the rolling figures.
 */
export function indicatorChart(page: IndicatorPageView, goal: string | undefined, language: Language): SeriesChartInput {
  const measured = goal === undefined ? undefined : page.goals.find((candidate) => candidate.goal.slug === goal);
  const target = measured?.target;
  const isRolling = target?.measure === 'rolling-12-months';
  const chart = seriesChartInput({ indicator: page.indicator, points: isRolling ? (page.rolling ?? []) : page.points, target }, language);
  const head = target ? measured.chart : page.chart;
  return head ? { ...chart, heading: head.heading[language], subtitle: head.subtitle[language] } : chart;
}

function chartPoint(point: DrawnPoint, language: Language): SeriesPoint {
  const period = parsePeriod(point.period);
  return {
    period: point.period,
    label: periodLabel(period, language),
    position: periodPosition(period),
    value: point.value ?? null,
    preliminary: point.quality === 'preliminary',
    ...(point.margin === undefined ? {} : { margin: point.margin }),
    ...(point.missing === undefined ? {} : { missing: point.missing }),
  };
}

function pathOf({ points, path, band }: TargetPath, language: Language): Pick<SeriesChartInput, 'target' | 'band'> {
  const label = TARGET_LABEL[language];
  if (band) return { band: { low: band.low, high: band.high, from: positionOf(band.from), to: positionOf(band.to), label } };
  const drawn: PathPoint[] = points.map(({ period, value }) => ({ position: positionOf(period), value }));
  return { target: { path: drawn, label, step: path === 'step' } };
}

function positionOf(period: string): number {
  return periodPosition(parsePeriod(period));
}

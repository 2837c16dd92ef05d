import { type IndicatorPageView, type SeriesPoint as PublishedPoint, type TargetPath } from '@slusen/contracts';
import { type Language } from '@slusen/domain';

/** What a chart is made from: the indicator, the points to draw, and the target path they are held against. */
export interface ChartSource {
  readonly indicator: Pick<
    IndicatorPageView['indicator'],
    'name' | 'unit' | 'decimals' | 'cadence' | 'aggregation' | 'reporting' | 'breaks'
  >;
  readonly points: readonly (Pick<PublishedPoint, 'period' | 'value'> & {
    readonly [Said in 'quality' | 'margin' | 'missing' | 'isOngoing']?: PublishedPoint[Said] | undefined;
  })[];
  readonly target?: TargetPath | undefined;
  /** What the target was before it was changed. */
  readonly earlier?: readonly TargetPath[] | undefined;
  /** Parts of what is drawn. */
  readonly lines?: IndicatorPageView['lines'];
  /** A value being typed. */
  readonly draft?: { readonly period: string; readonly value: number } | undefined;
  /** The finding, and what, where and when, in the reader's language. */
  readonly heading?: string | undefined;
  readonly subtitle?: string | undefined;
}

/**
 * What the chart of an indicator's page is made from, for one goal's target or else for the values alone. A target measured
 * over twelve months is drawn with the rolling figures.
 */
export function chartSourceOf(page: IndicatorPageView, goal: string | undefined, language: Language): ChartSource {
  const { indicator } = page;
  const measured = page.goals.find((candidate) => candidate.goal.slug === goal);
  const target = measured?.target;
  const head = target ? measured.chart : page.chart;
  const points = target?.measure === 'rolling-12-months' ? (page.rolling ?? []) : page.points;
  const earlier = measured?.earlier ? { earlier: measured.earlier.map((one) => one.target) } : {};
  return {
    indicator,
    points,
    target,
    ...earlier,
    lines: points === page.points ? page.lines : undefined,
    heading: head?.heading[language],
    subtitle: head?.subtitle[language],
  };
}

/** How charts are drawn: raised when the same figures make another picture, so that nobody keeps the old one. */
const DRAWING = 5;

/**
 * A short fingerprint (FNV-1a) of all that the picture of a chart shows, for its address: it changes when the picture does. Page and server
 * make it from what the API answers, since the order of fields counts.
 */
export function chartVersion(source: ChartSource): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify([DRAWING, source])) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

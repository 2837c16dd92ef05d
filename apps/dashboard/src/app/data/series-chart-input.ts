import type { SeriesChartInput } from '@slusen/charts';
import type { EntryForm, IndicatorPageView, SeriesPoint } from '@slusen/contracts';
import { missingText, parsePeriod, periodLabel, periodPosition, textIn, type Language } from '@slusen/domain';

type Definition = IndicatorPageView['indicator'];
type Target = NonNullable<EntryForm['target']>;
type Drawn = Pick<SeriesPoint, 'period' | 'value'> & Partial<Pick<SeriesPoint, 'quality' | 'margin' | 'missing'>>;

/** What a chart is made from: the indicator, the points to draw, and the target path they are held against. */
export interface ChartSource {
  readonly indicator: Pick<Definition, 'name' | 'unit' | 'decimals' | 'aggregation' | 'breaks'>;
  readonly points: readonly Drawn[];
  readonly target?: Target | undefined;
  readonly draft?: { readonly period: string; readonly value: number } | undefined;
}

/** The series of an indicator as the chart definition wants it, in the reader's language. */
export function seriesChartInput(source: ChartSource, language: Language): SeriesChartInput {
  const { indicator, points, target, draft } = source;
  return {
    title: textIn(indicator.name, language).text,
    unit: indicator.unit,
    decimals: indicator.decimals,
    language,
    kind: indicator.aggregation === 'sum' && !target ? 'bars' : 'line',
    points: points.map((point) => chartPoint(point, language)),
    breaks: indicator.breaks.map(({ firstPeriod, reason }) => ({ position: positionOf(firstPeriod), note: textIn(reason, language).text })),
    ...(target && targetOf(target)),
    ...(draft && { draft: { position: positionOf(draft.period), value: draft.value } }),
  };
}

function chartPoint(point: Drawn, language: Language): SeriesChartInput['points'][number] {
  const period = parsePeriod(point.period);
  return {
    period: point.period,
    label: periodLabel(period, language),
    position: periodPosition(period),
    value: point.value ?? null,
    preliminary: point.quality === 'preliminary',
    ...(point.margin !== undefined && { margin: point.margin }),
    ...(point.missing && { note: missingText(point.missing, language) }),
  };
}

function targetOf({ points, path, band }: Target): Pick<SeriesChartInput, 'target' | 'band'> {
  const label = $localize`:@@chart.target:Målbana`;
  if (band) return { band: { low: band.low, high: band.high, from: positionOf(band.from), to: positionOf(band.to), label } };
  const drawn = points.map(({ period, value }) => ({ position: positionOf(period), value }));
  return { target: { path: drawn, label, step: path === 'step' } };
}

function positionOf(period: string): number {
  return periodPosition(parsePeriod(period));
}

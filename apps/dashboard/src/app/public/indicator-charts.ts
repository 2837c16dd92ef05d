import { chartSourceOf, chartVersion, type ChartSource } from '@slusen/charts/source';
import type { IndicatorPageView } from '@slusen/contracts';
import type { Language } from '@slusen/domain';
import type { ChartImages } from '@slusen/ui';
import type { ChartImage } from '../data/indicators-api.js';

/** A chart of the indicator page, with where its picture from the server lies. */
export interface ShownChart {
  readonly key: string;
  readonly source: ChartSource;
  readonly images: ChartImages;
  readonly alternative: string;
}

type ImageAddress = (image: ChartImage, theme: 'light' | 'dark', size: 'wide' | 'narrow') => string;

/** The charts of an indicator: one for each goal's target path, else one of the values alone; a rolling sum has its own. */
export function indicatorCharts(page: IndicatorPageView, language: Language, address: ImageAddress): readonly ShownChart[] {
  const withTarget = page.goals.filter(({ target }) => target !== undefined);
  const isOnlyRolling = withTarget.length > 0 && withTarget.every(({ target }) => target?.measure === 'rolling-12-months');
  const goals = withTarget.map((measured) => chartOf(page, measured, { language, address }));
  return withTarget.length === 0 || isOnlyRolling ? [...goals, chartOf(page, undefined, { language, address })] : goals;
}

function chartOf(
  page: IndicatorPageView,
  measured: IndicatorPageView['goals'][number] | undefined,
  { language, address }: { language: Language; address: ImageAddress },
): ShownChart {
  const goal = measured?.goal.slug;
  const source = chartSourceOf(page, goal, language);
  const image = { indicator: page.indicator.slug, goal, language, version: chartVersion(source) };
  const images = (theme: 'light' | 'dark') => ({ wide: address(image, theme, 'wide'), narrow: address(image, theme, 'narrow') });
  return {
    key: goal ?? 'values',
    source,
    images: { light: images('light'), dark: images('dark') },
    alternative: alternativeOf(source, measured, language),
  };
}

/** Against a target the finding, the status and the steps of the path, else what the picture is headed by: the table beneath has every figure. */
function alternativeOf(source: ChartSource, measured: IndicatorPageView['goals'][number] | undefined, language: Language): string {
  if (!measured) return `${source.heading}. ${source.subtitle}.`;
  const { heading, status } = measured.assessed.sentences[language];
  return `${heading}. ${status} ${measured.target?.steps?.[language] ?? ''}`.trim();
}

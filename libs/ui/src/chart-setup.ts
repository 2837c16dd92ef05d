import {
  CHART_FONT,
  CHART_PROPERTIES,
  chartLook,
  describeSeries,
  LIGHT,
  locatePoint,
  pointText,
  seriesChart,
  seriesChartInput,
  type ChartColours,
  type ChartLook,
  type ChartSource,
  type SeriesChartInput,
} from '@slusen/charts';
import type { Language } from '@slusen/domain';
import { BarController, BarElement, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';

// Named, so that nothing of Chart.js that no chart here draws ever reaches a browser.
Chart.register(BarController, BarElement, LinearScale, LineController, LineElement, PointElement, Tooltip);

/** A drawn chart: can be drawn anew with other figures or colours, and can point at one of its values. */
export interface LiveChart {
  /** Draws again: other figures, or the same in the colours that hold now. */
  draw(source: ChartSource): void;
  /** Marks a point by its place in the series; none unmarks. */
  pointAt(index: number | undefined): void;
  /** The whole chart in sentences. */
  describe(source: ChartSource): string;
  /** One of its values in words. */
  pointText(source: ChartSource, index: number): string;
  destroy(): void;
}

/** Draws a series on a canvas, in the colours of the page, once the page's font is there. */
export async function drawChart(canvas: HTMLCanvasElement, source: ChartSource, language: Language): Promise<LiveChart> {
  await document.fonts.load(`14px ${CHART_FONT}`);
  const inputOf = (of: ChartSource): SeriesChartInput => seriesChartInput(of, language);
  let shown = inputOf(source);
  let chart = new Chart(canvas, seriesChart(shown, lookOf(canvas)));
  return {
    draw(next) {
      // The plugins hold figures and colours, which Chart.js does not read a second time.
      chart.destroy();
      shown = inputOf(next);
      chart = new Chart(canvas, seriesChart(shown, lookOf(canvas)));
    },
    pointAt(index) {
      const place = index === undefined ? undefined : locatePoint(shown, index);
      const active = place ? [place] : [];
      chart.setActiveElements(active);
      chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
      chart.update('none');
    },
    describe: (of) => describeSeries(inputOf(of)),
    pointText: (of, index) => pointText(inputOf(of), index),
    destroy: () => chart.destroy(),
  };
}

function lookOf(canvas: HTMLCanvasElement): ChartLook {
  const styles = getComputedStyle(canvas);
  const colours = Object.fromEntries(
    Object.entries(CHART_PROPERTIES).map(([name, property]) => [name, styles.getPropertyValue(property).trim()]),
  );
  const box = canvas.parentElement?.getBoundingClientRect();
  return chartLook(isComplete(colours) ? colours : LIGHT, { width: box?.width ?? 0, height: box?.height ?? 0 });
}

function isComplete(colours: Record<string, string>): colours is Record<keyof ChartColours, string> {
  return Object.keys(CHART_PROPERTIES).every((name) => Boolean(colours[name]));
}

import { type Canvas, createCanvas, type SvgCanvas, SvgExportFlag } from '@napi-rs/canvas';
import {
  type ChartLook,
  chartLook,
  DARK,
  describeSeries,
  ground,
  LIGHT,
  NARROW,
  type SeriesChartInput,
  type SeriesConfiguration,
  seriesChart,
  WIDE,
} from '@slusen/charts';
import { BarController, BarElement, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { CANVAS_FONT, registerChartFonts } from './chart-fonts.js';
import { compactSvg } from './compact-svg.js';

Chart.register(BarController, BarElement, LinearScale, LineController, LineElement, PointElement);

/** Which of the four pictures of a chart. `narrow` is laid out for 360 px. */
export interface PictureVariant {
  readonly theme: 'light' | 'dark';
  readonly size: 'wide' | 'narrow';
}

/** Pixels of a PNG per CSS pixel: link previews are shown on dense screens. */
const PNG_DENSITY = 2;

/**
 * The chart as a self-contained SVG document: text as outlines, nothing fetched, so that it is the same in an `<img>`,
 * an embed or a report. Its title is the chart's finding, its description the sentence of `describeSeries`.
 */
export function chartSvg(input: SeriesChartInput, variant: PictureVariant): string {
  const look = lookOf(variant);
  const canvas = createCanvas(look.width, look.height, SvgExportFlag.ConvertTextToPaths);
  const read = (): string => canvas.getContent().toString('utf8');
  const exported = drawn(canvas, seriesChart(input, look), { look, density: 1, read });
  const text = { title: input.heading ?? input.title, description: describeSeries(input), language: input.language };
  return compactSvg(exported, text);
}

/** The chart as a PNG at twice its size, with finding and subtitle in the picture, for link previews and mail. */
export function chartPng(input: SeriesChartInput, variant: PictureVariant): Buffer {
  const look = { ...lookOf(variant), heading: true };
  // Chart.js takes the size it finds for CSS pixels and enlarges the canvas by the density itself.
  const canvas = createCanvas(look.width, look.height);
  const read = (): Buffer => canvas.toBuffer('image/png');
  return drawn(canvas, seriesChart(input, look), { look, density: PNG_DENSITY, read });
}

function lookOf({ theme, size }: PictureVariant): ChartLook {
  const look = chartLook(theme === 'light' ? LIGHT : DARK, size === 'wide' ? WIDE : NARROW);
  return { ...look, font: CANVAS_FONT };
}

/** Draws a chart, reads the canvas and clears up; in that order, as a destroyed chart wipes its canvas. */
function drawn<T>(
  canvas: Canvas | SvgCanvas,
  { options, plugins = [], ...configuration }: SeriesConfiguration,
  { look, density, read }: { look: ChartLook; density: number; read: () => T },
): T {
  registerChartFonts();
  // Outside a browser Chart.js asks a canvas for its size and 2d context only, which this one has.
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    ...configuration,
    options: { ...options, responsive: false, devicePixelRatio: density, events: [] },
    plugins: [ground(look.colours.ground), ...plugins],
  });
  try {
    return read();
  } finally {
    chart.destroy();
  }
}

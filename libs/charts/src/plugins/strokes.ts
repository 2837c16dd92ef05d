import { type Chart } from 'chart.js';
import { type Stroke } from '../label-placement.js';
import { type SeriesChartInput, type SeriesDataset, type SeriesDatum } from '../series.js';

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Every line and bar as drawn, in pixels, for what must keep clear of them. */
export function strokesOf(chart: Chart<'line' | 'bar'>): readonly Stroke[] {
  const zero = chart.scales['y']?.getPixelForValue(0) ?? chart.chartArea.bottom;
  return chart.data.datasets.flatMap((dataset, number) => {
    const pixels = chart.getDatasetMeta(number).data.map(({ x, y }) => ({ x, y }));
    const data = dataset.data as readonly SeriesDatum[];
    const isDrawn = (index: number): boolean => (data[index]?.y ?? null) !== null;
    return pixels.flatMap((pixel, index) => {
      const before = pixels[index - 1];
      if (!isDrawn(index)) return [];
      if (dataset.type === 'bar') return barStrokes(Number(dataset.barThickness), pixel, zero);
      return before && isDrawn(index - 1) ? lineStrokes(dataset as SeriesDataset, before, pixel) : [];
    });
  });
}

/** The whiskers of all values that have a margin, in pixels. */
export function whiskersOf({ scales }: Chart<'line' | 'bar'>, { points }: SeriesChartInput): readonly Stroke[] {
  const { x, y } = scales;
  if (!x || !y) return [];
  return points.flatMap(({ position, value, margin }) => {
    if (value === null || margin === undefined) return [];
    const at = (end: number): Pixel => ({ x: x.getPixelForValue(position), y: y.getPixelForValue(end) });
    return [{ from: at(value - margin), to: at(value + margin) }];
  });
}

function barStrokes(thickness: number, { x, y }: Pixel, zero: number): Stroke[] {
  const half = thickness / 2;
  return [-half, 0, half].map((side) => ({ from: { x: x + side, y: zero }, to: { x: x + side, y } }));
}

function lineStrokes(dataset: SeriesDataset, from: Pixel, to: Pixel): Stroke[] {
  if (!('stepped' in dataset) || !dataset.stepped) return [{ from, to }];
  const corner = { x: to.x, y: from.y };
  return [
    { from, to: corner },
    { from: corner, to },
  ];
}

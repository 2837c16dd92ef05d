import { parsePeriod, periodLabel, periodPosition } from '@slusen/domain';
import { type Chart } from 'chart.js';
import { type SeriesChartInput, type SeriesPoint } from './series.js';

/** The position of a period code. */
export function at(code: string): number {
  return periodPosition(parsePeriod(code));
}

/** A point of a series: `aPoint('2026-Q3', 12)`. */
export function aPoint(code: string, value: number | null, more: Partial<SeriesPoint> = {}): SeriesPoint {
  const period = parsePeriod(code);
  return { period: code, label: periodLabel(period, 'sv'), position: periodPosition(period), value, quality: 'final', ...more };
}

/** Points of consecutive years from the first. */
export function years(first: number, values: readonly (number | null)[]): SeriesPoint[] {
  return values.map((value, index) => aPoint(String(first + index), value));
}

/** Points of consecutive quarters from the first quarter of a year. */
export function quarters(first: number, values: readonly (number | null)[]): SeriesPoint[] {
  return values.map((value, index) => aPoint(`${first + Math.floor(index / 4)}-Q${(index % 4) + 1}`, value));
}

/** Vimmerby's population 2019–2025, with whatever a spec needs to be different. */
export function aSeries(more: Partial<SeriesChartInput> = {}): SeriesChartInput {
  return {
    title: 'Folkmängd 31 december',
    unit: { sv: 'invånare', en: 'inhabitants' },
    decimals: 0,
    language: 'sv',
    kind: 'line',
    points: years(2019, [15_647, 15_672, 15_578, 15_557, 15_461, 15_384, 15_327]),
    breaks: [],
    ...more,
  };
}

/** The target of domain.md: 15 327 in 2025 to 15 800 in 2030. */
export const POPULATION_TARGET = {
  label: 'Mål',
  path: [
    { position: at('2025'), value: 15_327 },
    { position: at('2030'), value: 15_800 },
  ],
};

/** What a plugin did to the canvas: method and arguments, in order. */
export type Drawing = [method: string, ...given: unknown[]][];

/** A chart whose canvas only remembers; one month is one pixel from the year 2000, one unit is one pixel up. */
export function aRecordingChart(size = { width: 760, height: 380 }): { chart: Chart<'line' | 'bar'>; drawing: Drawing } {
  const drawing: Drawing = [];
  const remember =
    (method: string) =>
    (...given: unknown[]) =>
      drawing.push([method, ...given]);
  const methods = ['save', 'restore', 'beginPath', 'moveTo', 'lineTo', 'stroke', 'fillRect', 'fillText', 'strokeText'];
  const ctx = {
    ...Object.fromEntries(methods.map((method) => [method, remember(method)])),
    measureText: (text: string) => ({ width: text.length * 7 }),
  };
  const scales = {
    x: { getPixelForValue: (position: number) => position - at('1999') },
    y: { getPixelForValue: (value: number) => size.height - value },
  };
  const chartArea = { left: 40, right: size.width - 20, top: 30, bottom: size.height - 20 };
  const bare = { ctx, scales, chartArea, ...size, data: { datasets: [] }, getDatasetMeta: () => ({ data: [] }) };
  return { chart: bare as unknown as Chart<'line' | 'bar'>, drawing };
}

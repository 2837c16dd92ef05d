import { type Chart } from 'chart.js';
import { type DirectLabel, directLabels } from '../direct-labels.js';
import { HEADER_GAP } from '../header.js';
import { type Box, type LabelRequest, placeLabels } from '../label-placement.js';
import { type ChartLook } from '../look.js';
import { type SeriesChartInput, type SeriesPlugin } from '../series.js';
import { strokesOf, whiskersOf } from './strokes.js';
import { fontOf } from './text.js';

/** Writes the direct labels where no line runs and none covers another. */
export function labelWriting(input: SeriesChartInput, look: ChartLook): SeriesPlugin {
  const labels = directLabels(input, look);
  return {
    id: 'label-writing',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      const requests = labels.map((label) => requestFor(chart, label, look));
      const placed = placeLabels(requests, [...strokesOf(chart), ...whiskersOf(chart, input)], frameOf(chart, look));
      labels.forEach((label, index) => {
        const place = placed[index];
        if (!place || (place.isCrossed && label.isOptional)) return;
        ctx.font = fontOf(look, label.weight);
        write(ctx, label, place.box);
      });
      ctx.restore();
    },
  };
}

function write(ctx: CanvasRenderingContext2D, { text, colour, halo }: DirectLabel, { left, top, height }: Box): void {
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = halo;
  ctx.strokeText(text, left, top + height / 2);
  ctx.fillStyle = colour;
  ctx.fillText(text, left, top + height / 2);
}

function requestFor(chart: Chart<'line' | 'bar'>, label: DirectLabel, look: ChartLook): LabelRequest {
  const { ctx, scales } = chart;
  const { text, at, weight, sides, gap } = label;
  ctx.font = fontOf(look, weight);
  const point = { x: scales['x']?.getPixelForValue(at.position) ?? 0, y: scales['y']?.getPixelForValue(at.value) ?? 0 };
  return { ...point, width: ctx.measureText(text).width, height: look.fontSize + 3, gap, sides };
}

/** Where labels may stand: the plot, the room to its right, and what the header leaves free above it. */
function frameOf({ width, chartArea: { left, top, bottom } }: Chart<'line' | 'bar'>, { fontSize }: ChartLook): Box {
  const above = fontSize * HEADER_GAP;
  return { left: left + 2, top: top - above, width: width - left - 4, height: bottom - top + above - 2 };
}

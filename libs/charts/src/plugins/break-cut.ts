import { type Chart } from 'chart.js';
import { headerOf } from '../header.js';
import { type ChartLook } from '../look.js';
import { cutPosition } from '../series-break.js';
import { type SeriesChartInput, type SeriesPlugin } from '../series.js';
import { fontOf, wrap } from './text.js';

interface Cut {
  readonly x: number;
  readonly note: string;
  /** Middles of the rows that the note may take. */
  readonly rows: readonly number[];
}

/** Marks each series break: a thin upright line, two slashes through the time axis and the reason above the plot. */
export function breakCut(input: SeriesChartInput, look: ChartLook): SeriesPlugin {
  const { notes } = headerOf(input, look);
  const shown = input.breaks.slice(-notes.length);
  return {
    id: 'break-cut',
    afterDatasetsDraw(chart) {
      const { x } = chart.scales;
      if (!x || notes.length === 0) return;
      chart.ctx.save();
      shown.forEach(({ position, note }, index) => {
        const cut = { x: x.getPixelForValue(cutPosition(position, input.points)), note, rows: notes[index] ?? [] };
        drawLine(chart, cut, look);
        drawNote(chart, cut, look);
      });
      chart.ctx.restore();
    },
  };
}

function drawLine({ ctx, chartArea }: Chart<'line' | 'bar'>, { x, rows }: Cut, { colours, fontSize }: ChartLook): void {
  const { bottom } = chartArea;
  const top = (rows[0] ?? 0) - fontSize * 0.5;
  ctx.fillStyle = colours.muted;
  ctx.fillRect(x - 0.5, top, 1, bottom - top);
  ctx.fillStyle = colours.ground;
  ctx.fillRect(x - 4, bottom - 2, 8, 4);
  ctx.beginPath();
  for (const side of [-3, 3]) {
    ctx.moveTo(x + side - 2.5, bottom + 5);
    ctx.lineTo(x + side + 2.5, bottom - 5);
  }
  ctx.strokeStyle = colours.muted;
  ctx.lineWidth = 1.25;
  ctx.stroke();
}

function drawNote({ ctx, width }: Chart<'line' | 'bar'>, { x, note, rows }: Cut, look: ChartLook): void {
  ctx.font = fontOf(look, 400, 1);
  const needed = ctx.measureText(note).width;
  const right = width - x - 12;
  const left = x - 12;
  const isRight = needed <= right || right >= left;
  const lines = wrap(ctx, note, { width: isRight ? right : left, rows: rows.length });
  ctx.fillStyle = look.colours.muted;
  ctx.textAlign = isRight ? 'left' : 'right';
  ctx.textBaseline = 'middle';
  ctx.strokeStyle = look.colours.ground;
  ctx.lineWidth = 4;
  lines.forEach((line, index) => {
    const at = [x + (isRight ? 6 : -6), rows[index] ?? 0] as const;
    // The line of an earlier break may run here.
    ctx.strokeText(line, ...at);
    ctx.fillText(line, ...at);
  });
}

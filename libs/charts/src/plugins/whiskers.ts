import { type ChartLook } from '../look.js';
import { type SeriesChartInput, type SeriesPlugin } from '../series.js';
import { type Chart } from 'chart.js';

const CAP = 3;

/** Draws the 95 % interval of each value that has a margin: behind the dots of a line, in front of bars. */
export function whiskers({ points, kind }: SeriesChartInput, { colours, narrow }: ChartLook): SeriesPlugin {
  const paint = ({ ctx, scales: { x, y } }: Chart<'line' | 'bar'>): void => {
    if (!x || !y) return;
    ctx.save();
    ctx.beginPath();
    for (const { position, value, margin } of points) {
      if (value === null || margin === undefined) continue;
      const middle = x.getPixelForValue(position);
      const top = y.getPixelForValue(value + margin);
      const bottom = y.getPixelForValue(value - margin);
      ctx.moveTo(middle, top);
      ctx.lineTo(middle, bottom);
      for (const end of [top, bottom]) {
        ctx.moveTo(middle - CAP, end);
        ctx.lineTo(middle + CAP, end);
      }
    }
    ctx.strokeStyle = kind === 'bars' ? colours.ink : colours.muted;
    ctx.lineWidth = narrow ? 1 : 1.25;
    ctx.stroke();
    ctx.restore();
  };
  return kind === 'bars' ? { id: 'whiskers', afterDatasetsDraw: paint } : { id: 'whiskers', beforeDatasetsDraw: paint };
}

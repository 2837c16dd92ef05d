import { type SeriesPlugin, type TargetBand } from '../series.js';
import { type ChartLook } from '../look.js';

/** Shades the interval to stay within, behind everything else, with a thin line at both limits. */
export function band({ low, high, from, to }: TargetBand, { colours }: ChartLook): SeriesPlugin {
  return {
    id: 'band',
    beforeDatasetsDraw({ ctx, scales: { x, y } }) {
      if (!x || !y) return;
      const left = x.getPixelForValue(from);
      const width = x.getPixelForValue(to) - left;
      const top = y.getPixelForValue(high);
      const bottom = y.getPixelForValue(low);
      ctx.save();
      ctx.fillStyle = colours.band;
      ctx.fillRect(left, top, width, bottom - top);
      ctx.fillStyle = colours.target;
      ctx.fillRect(left, top - 0.5, width, 1);
      ctx.fillRect(left, bottom - 0.5, width, 1);
      ctx.restore();
    },
  };
}

import { type ChartLook } from '../look.js';
import { type SeriesChartInput, type SeriesPlugin } from '../series.js';
import { fontOf } from './text.js';

/** Writes two dots, the statistical sign for "not available", where a bar is missing: it must not look like a zero. */
export function missingMarks({ points }: SeriesChartInput, look: ChartLook): SeriesPlugin {
  return {
    id: 'missing-marks',
    afterDatasetsDraw({ ctx, scales: { x, y } }) {
      if (!x || !y) return;
      ctx.save();
      ctx.font = fontOf(look);
      ctx.fillStyle = look.colours.muted;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'alphabetic';
      const base = y.getPixelForValue(0) - 4;
      for (const { position, value } of points) {
        if (value === null) ctx.fillText('..', x.getPixelForValue(position), base);
      }
      ctx.restore();
    },
  };
}

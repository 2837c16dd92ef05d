import { type ChartLook } from '../look.js';
import { type SeriesChartInput, type SeriesPlugin } from '../series.js';
import { fontOf } from './text.js';

/** Writes two dots, the statistical sign for "not available", at the foot of the plot where a value is missing: a bar must not look like a zero, nor a line like one that ended before. */
export function missingMarks({ kind, points }: SeriesChartInput, look: ChartLook): SeriesPlugin {
  return {
    id: 'missing-marks',
    afterDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      if (!x || !y) return;
      ctx.save();
      ctx.font = fontOf(look);
      ctx.fillStyle = look.colours.muted;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'alphabetic';
      const base = (kind === 'bars' ? y.getPixelForValue(0) : chartArea.bottom) - 4;
      for (const { position, value } of points) {
        if (value === null) ctx.fillText('..', x.getPixelForValue(position), base);
      }
      ctx.restore();
    },
  };
}

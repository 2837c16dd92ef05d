import { noValuesText } from '../describe.js';
import { type ChartLook } from '../look.js';
import { lastValued } from '../segments.js';
import { type SeriesChartInput, type SeriesPlugin } from '../series.js';
import { fontOf } from './text.js';

/** Says in the middle of the plot that there is nothing to show yet; nothing as soon as there is. */
export function emptyText(input: SeriesChartInput, look: ChartLook): SeriesPlugin {
  const isEmpty = !lastValued(input.points) && !input.draft;
  return {
    id: 'empty-text',
    afterDraw({ ctx, chartArea: { left, right, top, bottom } }) {
      if (!isEmpty) return;
      ctx.save();
      ctx.font = fontOf(look);
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillStyle = look.colours.muted;
      ctx.fillText(noValuesText(input.language), (left + right) / 2, (top + bottom) / 2);
      ctx.restore();
    },
  };
}

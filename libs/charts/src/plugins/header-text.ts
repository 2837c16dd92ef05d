import { headerOf } from '../header.js';
import { type ChartLook } from '../look.js';
import { type SeriesChartInput, type SeriesPlugin } from '../series.js';
import { unitCaption } from '../unit.js';
import { fontOf, wrap } from './text.js';

/** Writes the unit above the value axis, and the title above that where the picture stands alone. */
export function headerText(input: SeriesChartInput, look: ChartLook): SeriesPlugin {
  const { title, unit } = headerOf(input, look);
  return {
    id: 'header-text',
    afterDraw({ ctx, width }) {
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      if (title !== undefined) {
        ctx.font = fontOf(look, 600, -4);
        ctx.fillStyle = look.colours.ink;
        ctx.fillText(wrap(ctx, input.title, { width: width - 20, rows: 1 })[0] ?? '', 10, title);
      }
      if (unit !== undefined) {
        ctx.font = fontOf(look, 400, 1);
        ctx.fillStyle = look.colours.muted;
        ctx.fillText(unitCaption(input), look.heading ? 10 : 2, unit);
      }
      ctx.restore();
    },
  };
}

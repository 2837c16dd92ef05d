import { headerOf } from '../header.js';
import { type ChartLook } from '../look.js';
import { type SeriesChartInput, type SeriesPlugin } from '../series.js';
import { fontOf, wrap } from './text.js';

/** Writes the unit above the value axis; where the picture stands alone its finding and subtitle instead. */
export function headerText(input: SeriesChartInput, look: ChartLook): SeriesPlugin {
  const { title, caption } = headerOf(input, look);
  return {
    id: 'header-text',
    afterDraw({ ctx, width }) {
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      if (title !== undefined) {
        ctx.font = fontOf(look, 600, -4);
        ctx.fillStyle = look.colours.ink;
        ctx.fillText(wrap(ctx, input.heading ?? input.title, { width: width - 20, rows: 1 })[0] ?? '', 10, title);
      }
      if (caption) {
        ctx.font = fontOf(look, 400, 1);
        ctx.fillStyle = look.colours.muted;
        const lines = wrap(ctx, caption.text, { width: width - 20, rows: caption.rows.length });
        lines.forEach((line, row) => ctx.fillText(line, look.heading ? 10 : 2, caption.rows[row] ?? 0));
      }
      ctx.restore();
    },
  };
}

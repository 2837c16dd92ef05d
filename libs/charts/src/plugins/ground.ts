import { type SeriesPlugin } from '../series.js';

/** Paints the ground behind the chart, for pictures that may end up on any page. */
export function ground(colour: string): SeriesPlugin {
  return {
    id: 'ground',
    beforeDraw({ ctx, width, height }) {
      ctx.fillStyle = colour;
      ctx.fillRect(0, 0, width, height);
    },
  };
}

import type { SeriesPoint } from '@slusen/contracts';
import type { PointNoteContent } from '@slusen/domain';

/** The points with what was noted of them at the territory of the code. */
export function withNotes(points: readonly SeriesPoint[], notes: readonly PointNoteContent[], code: string): SeriesPoint[] {
  const texts = new Map(notes.flatMap(({ period, territory, text }) => (territory === code ? [[period, text] as const] : [])));
  return points.map((point) => {
    const note = texts.get(point.period);
    return note ? { ...point, note } : point;
  });
}

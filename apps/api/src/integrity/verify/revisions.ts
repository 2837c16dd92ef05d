import { parsePeriod, periodPosition } from '@slusen/domain';
import type { Check } from './check.js';
import { streamed } from './cursor.js';
import { figureJoins, figureName } from './figures.js';

interface Line {
  readonly figure: string;
  readonly period: string;
  readonly ends: number[];
  readonly revisions: number[];
}

const FIGURES = `
  select ${figureName('o')} as figure, o.period, o.revisions, o.ends
    from (select series_id, period, array_agg(revision order by revision) as revisions, array_agg(distinct period_end) as ends
            from observation group by series_id, period) o
    ${figureJoins('o')}
   order by o.series_id, o.period`;

/** Every figure's revisions are numbered 1, 2, 3 … without a gap, and lie where their period says. */
export const revisionsCheck: Check = {
  name: 'revision numbers are gapless',
  async run(client, faults) {
    let looked = 0;
    for await (const { figure, period, ends, revisions } of streamed<Line>(client, FIGURES)) {
      looked += revisions.length;
      for (const fault of [gapIn(revisions), placeFault(period, ends)]) if (fault) faults.add(figure, fault);
    }
    return looked;
  },
};

/** What number is missing; undefined when they run 1, 2, 3 … */
export function gapIn(revisions: readonly number[]): string | undefined {
  const wrong = revisions.findIndex((revision, at) => revision !== at + 1);
  return wrong < 0 ? undefined : `revision ${wrong + 1} is missing (there are ${revisions.join(', ')})`;
}

function placeFault(period: string, ends: readonly number[]): string | undefined {
  const position = positionOf(period);
  if (position === undefined) return `"${period}" is no period`;
  return ends.length === 1 && ends[0] === position
    ? undefined
    : `it is stored at position ${ends.join(' and ')}, but its period ends at ${position}`;
}

function positionOf(period: string): number | undefined {
  try {
    return periodPosition(parsePeriod(period));
  } catch {
    return undefined;
  }
}

import { Injectable } from '@nestjs/common';
import type { EntryFigure, GridDraft } from '@slusen/contracts';
import { parsePeriod, periodPosition, startingQuality, type Quality } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { AsOf } from '../platform/as-of.js';
import { statement, Statements } from '../platform/statements.js';
import { EntryRepository } from './entry.repository.js';
import { replacedRevision, replacedView, type ReplacedRevision } from './replaced-revision.js';
import type { StoredEntry } from './stored-entry.js';

/** A cell that is to be written in, with its definition. */
export interface WantedCell {
  readonly draft: GridDraft;
  readonly indicator: Indicator;
}

/** What stands in a cell before it is written in. */
export interface FoundCell {
  /** Its entry under way. */
  readonly open: StoredEntry | undefined;
  /** What a new entry begins with: all that the figure says which it corrects, else how sure a new one is. */
  readonly starting: EntryFigure;
}

interface Line {
  readonly place: number;
  readonly open: string | null;
  readonly replaces: ReplacedRevision | null;
  readonly said: readonly (readonly [period: string, quality: Quality, recordedAt: string])[] | null;
}

/** $1 to $5 the cells: indicators, territories, breakdowns, periods and their positions; $6 the moment. */
const CELLS = statement({
  name: 'grid.cells',
  text: `
    select w.place::int as place,
           (select e.id from entry e where e.series_id = h.id and e.period = w.period and e.state not in ('approved', 'discarded')) as open,
           ${replacedRevision({ series: 'h.id', period: 'w.period', periodEnd: 'w.period_end' })} as replaces,
           (select json_agg(json_build_array(o.period, o.quality, to_char(o.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by o.revision)
              from public_observation($6) o
             where o.series_id = h.id and o.value is not null
               and o.period_end = (select max(b.period_end) from public_observation($6) b
                                    where b.series_id = h.id and b.value is not null and b.period_end < w.period_end)) as said
      from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::int[]) with ordinality w (indicator_id, territory, breakdown, period, period_end, place)
      join territory t on t.code = w.territory
      join series_head h on h.indicator_id = w.indicator_id and h.territory_id = t.id and h.breakdown = w.breakdown`,
});

/** What stands in many cells at once, in two statements. */
@Injectable()
export class GridPlacesQuery {
  constructor(
    private readonly statements: Statements,
    private readonly entries: EntryRepository,
  ) {}

  /** In the order of the cells. */
  async of(cells: readonly WantedCell[], asOf: AsOf): Promise<FoundCell[]> {
    const lines = await this.statements.rows<Line>(CELLS, [
      cells.map(({ indicator }) => indicator.id),
      cells.map(({ draft }) => draft.territory),
      cells.map(({ draft }) => draft.breakdown),
      cells.map(({ draft }) => draft.period),
      cells.map(({ draft }) => periodPosition(parsePeriod(draft.period))),
      asOf.known,
    ]);
    const byPlace = new Map(lines.map((line) => [line.place - 1, line]));
    const stored = await this.entries.findAll(lines.flatMap(({ open }) => open ?? []));
    const byId = new Map(stored.map((one) => [one.entry.id, one]));
    return cells.map((cell, at) => {
      const line = byPlace.get(at);
      return { open: byId.get(line?.open ?? ''), starting: startingFigure(cell, line, asOf) };
    });
  }
}

function startingFigure({ draft, indicator }: WantedCell, line: Line | undefined, { today }: AsOf): EntryFigure {
  if (line?.replaces) {
    const { provenance, source: _, publishAt: __, isKeptBack: ___, ...said } = replacedView(line.replaces, indicator);
    return { ...said, ...(provenance !== 'example' && provenance !== 'exact' && { provenance }), answers: [] };
  }
  const said = (line?.said ?? []).map(([period, quality, recordedAt]) => ({ period: parsePeriod(period), quality, recordedAt }));
  return { quality: startingQuality(parsePeriod(draft.period), said, { rules: indicator.rules, today }), answers: [] };
}

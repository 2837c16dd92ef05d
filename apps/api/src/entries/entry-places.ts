import { Injectable } from '@nestjs/common';
import { DomainError, periodCode, periodPosition, type Period } from '@slusen/domain';
import { ObservationRepository } from '../observations/observation.repository.js';
import { SeriesHeadRow } from '../observations/series-head.row.js';
import { TerritoryRevisionRow } from '../organisation/territory-revision.row.js';
import { asKnown } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { Settings } from '../platform/settings.js';
import { statement, Statements } from '../platform/statements.js';
import type { EntryRow } from './entry.row.js';
import { replacedOf, replacedRevision, type ReplacedRevision } from './replaced-revision.js';
import { besideOf, figuresBeside, type BesideLines } from './figures-beside.js';
import type { StoredEntry } from './stored-entry.js';

/** Where a figure is to be entered. */
export interface WantedPlace {
  readonly indicatorId: number;
  readonly period: Period;
  /** Code; the municipality when none is named. */
  readonly territory: string | undefined;
  readonly breakdown: string;
}

/** A place with its series locked, and what a figure there is read beside. */
export interface OpenPlace extends Omit<StoredEntry, 'entry' | 'names' | 'away'> {
  readonly territory: string;
}

const HEAD = columns(SeriesHeadRow, 'h', 'territoryId');
const NAMES = columns(TerritoryRevisionRow, 't', 'nameSv', 'nameEn');
type Line = LineOf<typeof HEAD> &
  LineOf<typeof NAMES> & {
    readonly open: EntryRow['id'] | null;
    readonly replaces: ReplacedRevision | null;
    readonly beside: BesideLines;
  };

/** $1 series, $2 period, $3 its position, $4 the moment. */
const PLACE = statement({
  name: 'entry.place',
  text: `
    select ${HEAD}, ${NAMES},
           (select e.id from entry e where e.series_id = h.id and e.period = $2 and e.state not in ('approved', 'discarded')) as open,
           ${replacedRevision({ series: 'h.id', period: '$2', periodEnd: '$3' })} as replaces,
           ${figuresBeside('$3::int', '$4')} as beside
      from series_head h join ${asKnown('territory')} t on t.id = h.territory_id where h.id = $1`,
});

/** Opens places for new figures. */
@Injectable()
export class EntryPlaces {
  constructor(
    private readonly observations: ObservationRepository,
    private readonly statements: Statements,
    private readonly settings: Settings,
  ) {}

  /**
   * Locks the series, made when this is its first figure, so that two people who begin the same figure at once do not both get a draft.
   * Throws `territory.not-found`, or `entry.exists` with the entry that is open.
   */
  async open({ indicatorId, period, territory: wanted, breakdown }: WantedPlace): Promise<OpenPlace> {
    const territory = wanted ?? this.settings.territory;
    const seriesId = await this.observations.lockSeries({ indicatorId, territory, breakdown });
    if (seriesId === undefined) throw new DomainError('territory.not-found', { territory });
    const [line] = await this.statements.rows<Line>(PLACE, [seriesId, periodCode(period), periodPosition(period), null]);
    if (!line) throw new Error('A series that is locked is there');
    if (line.open) throw new DomainError('entry.exists', { entry: line.open });
    return {
      territory,
      series: { id: seriesId, indicatorId, territoryId: line.territory_id },
      territoryName: localizedOf(line.name_sv, line.name_en),
      replaces: replacedOf(line.replaces),
      beside: besideOf(line.beside),
    };
  }
}

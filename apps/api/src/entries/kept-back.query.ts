import { Injectable } from '@nestjs/common';
import { keptBackOf, periodCode, type Entry, type ToldBefore } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { statement, Statements } from '../platform/statements.js';
import type { StoredEntry } from './stored-entry.js';

interface Line {
  readonly key: string;
  readonly told: boolean;
  readonly kept: boolean;
}

/** What a reporter calls confidential is no count that was kept back. $1 indicator, $2 territory, $3 period. */
const TOLD = statement({
  name: 'set.told-before',
  text: `
    select h.breakdown as key, bool_or(o.value is not null) as told,
           bool_or(o.missing = 'confidential' and e.missing is distinct from 'confidential') as kept
      from series_head h join observation o on o.series_id = h.id left join entry e on e.id = o.entry_id
     where h.indicator_id = $1 and h.territory_id = $2 and o.period = $3
     group by h.breakdown`,
});

/** Which parts of an entry are too few to be told, by what has been told of its period before, public or on its way there. */
@Injectable()
export class KeptBackQuery {
  constructor(private readonly statements: Statements) {}

  /** By their keys, the empty one the whole; of what is no number of people none. */
  async of({ entry, series }: Pick<StoredEntry, 'entry' | 'series'>, { breakdown }: Indicator): Promise<ReadonlySet<string>> {
    if (breakdown?.of !== 'people') return new Set();
    return keptBackOf(entry.figure, breakdown, await this.toldBefore(entry, series));
  }

  private async toldBefore({ period }: Entry, { indicatorId, territoryId }: StoredEntry['series']): Promise<ToldBefore> {
    const lines = await this.statements.rows<Line>(TOLD, [indicatorId, territoryId, periodCode(period)]);
    const keys = (of: 'told' | 'kept') => new Set(lines.flatMap((line) => (line[of] ? [line.key] : [])));
    return { told: keys('told'), keptBack: keys('kept') };
  }
}

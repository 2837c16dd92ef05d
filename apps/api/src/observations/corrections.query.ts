import { Injectable } from '@nestjs/common';
import type { IndicatorPageView } from '@slusen/contracts';
import { revisionKind, type SaidFigure } from '@slusen/domain';
import { TerritoryRevisionRow } from '../organisation/territory-revision.row.js';
import { asKnown, type AsOf } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { statement, Statements } from '../platform/statements.js';
import { ObservationRow } from './observation.row.js';
import { saidBy } from './said-by.js';
import type { SeriesKey } from './recorded-series.query.js';
import { wasSeen } from './was-seen.js';

const CHANGED = columns(ObservationRow, 'o', 'period', 'revision', 'reason', 'source');
const NAMES = columns(TerritoryRevisionRow, 't', 'nameSv', 'nameEn');
type Line = LineOf<typeof CHANGED> &
  LineOf<typeof NAMES> & {
    readonly was: SaidFigure;
    readonly becomes: SaidFigure;
    readonly code: string;
    readonly is_part: boolean;
    readonly public_at: ObservationRow['publishAt'];
  };

/** $2 the whole territory, whose parts come along. */
const CORRECTIONS = statement({
  name: 'observation.corrections',
  text: `
    select ${CHANGED}, ${NAMES}, t.code, t.code <> $2 as is_part, p.was, ${saidBy('o')} as becomes, o.public_at
      from series_head h
      join ${asKnown('territory', '$4')} t on t.id = h.territory_id
      join public_observation($4) o on o.series_id = h.id and o.revision > 1
      join lateral (
        select ${saidBy('b')} as was
          from public_observation($4) b
         where b.series_id = h.id and b.period_end = o.period_end and b.period = o.period and b.revision < o.revision and b.public_at < o.public_at
         order by b.revision desc
         limit 1) p on true
     where h.indicator_id = $1 and (t.code = $2 or t.parent_id = (select id from territory where code = $2)) and h.breakdown = $3
       and ${wasSeen('o', '$4')}
     order by o.seq desc
     limit 100`,
});

/** A correction before it is put into words. */
export type PlainCorrection = Omit<IndicatorPageView['corrections'][number], 'told'>;

/** What the public saw and then was changed, of a territory and its parts: what it saw before, new, when it got it and why; newest first. */
@Injectable()
export class CorrectionsQuery {
  constructor(private readonly statements: Statements) {}

  async run({ indicatorId, territory, breakdown = '' }: SeriesKey, { known }: AsOf): Promise<PlainCorrection[]> {
    const lines = await this.statements.rows<Line>(CORRECTIONS, [indicatorId, territory, breakdown, known]);
    return lines.map((line) => ({
      period: line.period,
      revision: line.revision,
      kind: revisionKind(line.was, line.becomes),
      ...(line.is_part ? { territory: { code: line.code, name: localizedOf(line.name_sv, line.name_en) } } : {}),
      from: line.was,
      to: line.becomes,
      ...(line.reason ? { reason: line.reason } : {}),
      source: line.source,
      publishedAt: line.public_at.toISOString(),
    }));
  }
}

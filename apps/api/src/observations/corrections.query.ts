import { Injectable } from '@nestjs/common';
import type { IndicatorPageView } from '@slusen/contracts';
import type { MissingKind } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import type { RecordRow } from '../platform/record.row.js';
import { statement, Statements } from '../platform/statements.js';
import { ObservationRow } from './observation.row.js';
import type { SeriesKey } from './series.query.js';
import { wasSeen } from './was-seen.js';

const CHANGED = columns(ObservationRow, 'o', 'period', 'revision', 'value', 'missing', 'reason');
type Line = LineOf<typeof CHANGED> & {
  readonly old_value: ObservationRow['value'];
  readonly old_missing: ObservationRow['missing'];
  readonly recorded_at: RecordRow['at'];
};

const CORRECTIONS = statement({
  name: 'observation.corrections',
  text: `
    select ${CHANGED}, p.value as old_value, p.missing as old_missing, o.recorded_at
      from series_head h
      join territory t on t.id = h.territory_id
      join public_observation($4) o on o.series_id = h.id and o.revision > 1
      join lateral (
        select b.value, b.missing
          from public_observation($4) b
         where b.series_id = h.id and b.period_end = o.period_end and b.period = o.period and b.revision < o.revision and b.public_at < o.public_at
         order by b.revision desc
         limit 1) p on true
     where h.indicator_id = $1 and t.code = $2 and h.breakdown = $3 and ${wasSeen('o', '$4')}
     order by o.seq desc
     limit 100`,
});

const outcome = (value: number | null, missing: MissingKind | null) => (value === null ? { missing: missing ?? undefined } : { value });

/** What the public saw and then was changed: what it saw before, new, when and why; newest first. */
@Injectable()
export class CorrectionsQuery {
  constructor(private readonly statements: Statements) {}

  async run({ indicatorId, territory, breakdown = '' }: SeriesKey, { known }: AsOf): Promise<IndicatorPageView['corrections']> {
    const lines = await this.statements.rows<Line>(CORRECTIONS, [indicatorId, territory, breakdown, known]);
    return lines.map((line) => ({
      period: line.period,
      revision: line.revision,
      from: outcome(line.old_value, line.old_missing),
      to: outcome(line.value, line.missing),
      ...(line.reason ? { reason: line.reason } : {}),
      recordedAt: line.recorded_at.toISOString(),
    }));
  }
}

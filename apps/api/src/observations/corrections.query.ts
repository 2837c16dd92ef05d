import { Injectable } from '@nestjs/common';
import type { IndicatorPageView } from '@slusen/contracts';
import type { MissingKind } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import type { RecordRow } from '../platform/record.row.js';
import { statement, Statements } from '../platform/statements.js';
import { ObservationRow } from './observation.row.js';
import type { SeriesKey } from './series.query.js';

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
      join public_observation($4) p on p.series_id = h.id and p.period = o.period and p.revision = o.revision - 1
     where h.indicator_id = $1 and t.code = $2 and h.breakdown = $3
     order by o.seq desc
     limit 100`,
});

const outcome = (value: number | null, missing: MissingKind | null) => (value === null ? { missing: missing ?? undefined } : { value });

/** What was published and then changed: old, new, when and why; newest first. */
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

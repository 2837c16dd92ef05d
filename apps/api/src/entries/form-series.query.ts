import { Injectable } from '@nestjs/common';
import type { EntryForm, SeriesPoint } from '@slusen/contracts';
import { DomainError, parsePeriod, periodCode, periodPosition, startingQuality, type Period, type SaidAt } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { Masks } from '../masking/masks.js';
import type { ObservationRow } from '../observations/observation.row.js';
import type { SeriesHeadRow } from '../observations/series-head.row.js';
import { SeriesQuery } from '../observations/series.query.js';
import { TerritoryRevisionRow } from '../organisation/territory-revision.row.js';
import { asKnown, type AsOf } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { statement, Statements } from '../platform/statements.js';
import { EntryRow } from './entry.row.js';
import { replacedOf, replacedRevision, type ReplacedRevision } from './replaced-revision.js';

/** The series that a form is for. Without an id it has no figure yet, entered or published. */
export interface FormSeries extends Pick<EntryForm, 'territory' | 'lastTime' | 'startingQuality'> {
  readonly id: number | undefined;
  readonly history: SeriesPoint[];
  /** The latest figure of the period, public or not: what a correction starts from. */
  readonly replaces: ReplacedRevision | undefined;
}

const NAMES = columns(TerritoryRevisionRow, 't', 'nameSv', 'nameEn');
type SeriesLine = LineOf<typeof NAMES> & { readonly id: SeriesHeadRow['id'] | null };
const SERIES = statement({
  name: 'entry-form.series',
  text: `select h.id, ${NAMES} from ${asKnown('territory')} t
           left join series_head h on h.territory_id = t.id and h.indicator_id = $1 and h.breakdown = $3
          where t.code = $2`,
});
const COUNTED = columns(EntryRow, 'e', 'id', 'period', 'comment', 'sourceNote');
const LAST_TIME = statement({
  name: 'entry-form.last-time',
  text: `select ${COUNTED} from entry e where series_id = $1 and state = 'approved' and period_end <> $2
          order by period_end > $2, abs(period_end - $2), submitted_at desc limit 1`,
});
type SaidLine = Pick<ObservationRow, 'period' | 'quality'> & { readonly recorded_at: Date };
const FIRST_SAID = statement({
  name: 'entry-form.first-said',
  text: `select o.period, o.quality, o.recorded_at from public_observation($3) o
          where o.series_id = $1 and o.value is not null
            and o.period_end = (select max(period_end) from public_observation($3) where series_id = $1 and value is not null and period_end < $2)
          order by o.revision`,
});

const REPLACES = statement({
  name: 'entry-form.replaces',
  text: `select ${replacedRevision({ series: '$1::int', period: '$2', periodEnd: '$3' })} as replaces`,
});

/** The earlier figures beside a form, and how the latest of them was counted. */
@Injectable()
export class FormSeriesQuery {
  constructor(
    private readonly series: SeriesQuery,
    private readonly statements: Statements,
    private readonly masks: Masks,
  ) {}

  /** Throws `territory.not-found`. */
  async run(
    indicator: Indicator,
    { territory, breakdown, period }: { territory: string; breakdown: string; period: Period },
    asOf: AsOf,
  ): Promise<FormSeries> {
    const { id: indicatorId } = indicator;
    const [found] = await this.statements.rows<SeriesLine>(SERIES, [indicatorId, territory, breakdown]);
    if (!found) throw new DomainError('territory.not-found', { territory });
    return {
      id: found.id ?? undefined,
      territory: { code: territory, name: localizedOf(found.name_sv, found.name_en) },
      history: await this.series.points({ indicatorId, territory, breakdown }, asOf),
      lastTime: found.id === null ? undefined : await this.lastTime(found.id, period),
      replaces: found.id === null ? undefined : await this.replaces(found.id, period),
      startingQuality: startingQuality(period, found.id === null ? [] : await this.firstSaid(found.id, period, asOf), {
        rules: indicator.rules,
        today: asOf.today,
      }),
    };
  }

  /** How sure the value of the period before was, each time that it was said. */
  private async firstSaid(seriesId: number, period: Period, { known }: AsOf): Promise<SaidAt[]> {
    const lines = await this.statements.rows<SaidLine>(FIRST_SAID, [seriesId, periodPosition(period), known]);
    return lines.map((line) => ({
      period: parsePeriod(line.period),
      quality: line.quality,
      recordedAt: new Date(line.recorded_at).toISOString(),
    }));
  }

  private async replaces(seriesId: number, period: Period): Promise<ReplacedRevision | undefined> {
    const key = [seriesId, periodCode(period), periodPosition(period)];
    const [line] = await this.statements.rows<{ replaces: ReplacedRevision | null }>(REPLACES, key);
    return replacedOf(line?.replaces ?? null);
  }

  private async lastTime(seriesId: number, period: Period): Promise<EntryForm['lastTime']> {
    const [found] = await this.statements.rows<LineOf<typeof COUNTED>>(LAST_TIME, [seriesId, periodPosition(period)]);
    const line = found && (await this.masks.shown('entry', found.id, found));
    return line && { period: line.period, comment: line.comment ?? undefined, sourceNote: line.source_note ?? undefined };
  }
}

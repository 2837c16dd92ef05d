import { Injectable } from '@nestjs/common';
import type { EntryForm } from '@slusen/contracts';
import { DomainError, expectedAt, fitsCadence, lastDayInTime, parsePeriod, periodCode, type Period, type Target } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { definitionView } from '../indicators/indicator-view.js';
import { observationOf, SeriesQuery } from '../observations/series.query.js';
import { localizedOf } from '../platform/localized-of.js';
import { Statements } from '../platform/statements.js';
import { TargetQuery } from '../targets/target.query.js';
import { targetPathOf } from '../targets/target-path.js';
import { EntryViewQuery } from './entry-view.query.js';
import { twelveMonths } from './twelve-months.js';

/** The place of the figure someone wants to enter. */
export interface FormPlace {
  readonly indicator: string;
  readonly period: string;
  readonly territory: string;
  readonly breakdown: string;
}

const SERIES = {
  name: 'entry-form.series',
  text: `select h.id, t.name_sv as sv, t.name_en as en from territory t
           left join series_head h on h.territory_id = t.id and h.indicator_id = $1 and h.breakdown = $3
          where t.code = $2`,
};
const LAST_TIME = {
  name: 'entry-form.last-time',
  text: `select period, comment, source_note from entry where series_id = $1 and state = 'approved' and period <> $2 order by period_end desc limit 1`,
};

/** Everything the entry form shows beside the entry: history, target, how it was counted last time. */
@Injectable()
export class EntryFormQuery {
  constructor(
    private readonly indicators: IndicatorQuery,
    private readonly series: SeriesQuery,
    private readonly targets: TargetQuery,
    private readonly statements: Statements,
    private readonly views: EntryViewQuery,
  ) {}

  async run(account: Account, place: FormPlace, permissions: Permissions): Promise<EntryForm> {
    const indicator = await this.indicators.bySlug(place.indicator);
    permissions.require(account, 'entry.read', { department: indicator.owner?.slug });
    const period = periodFor(indicator, place.period);
    const [found] = await this.statements.rows<{ id: number | null; sv: string; en: string | null }>(SERIES, [indicator.id, place.territory, place.breakdown]);
    if (!found) throw new DomainError('territory.not-found', { territory: place.territory });
    const target = await this.targetOf(indicator);
    const entry = found.id === null ? undefined : await this.views.openFor(account, found.id, place.period);
    const history = await this.series.points({ indicatorId: indicator.id, territory: place.territory, breakdown: place.breakdown });
    const { min, max, mayRepeat, officialStatistics } = indicator.rules;
    return {
      indicator: definitionView(indicator),
      reporting: indicator.rules.reporting,
      period: place.period,
      territory: { code: place.territory, name: localizedOf(found.sv, found.en) },
      breakdown: place.breakdown,
      lastDay: lastDayInTime(period, indicator.rules),
      history,
      ...pathFor(target, period),
      twelveMonths: twelveMonths(target, { series: history.map(observationOf), period, figure: entry, rules: indicator.rules }),
      lastTime: found.id === null ? undefined : await this.lastTime(found.id, place.period),
      entry,
      limits: { min, max, mayRepeat, officialStatistics },
    };
  }

  private async targetOf({ id }: Indicator): Promise<Target | undefined> {
    return (await this.targets.ofIndicator(id)).find(({ target }) => target)?.target;
  }

  private async lastTime(seriesId: number, period: string): Promise<EntryForm['lastTime']> {
    const [line] = await this.statements.rows<{ period: string; comment: string | null; source_note: string | null }>(LAST_TIME, [seriesId, period]);
    return line && { period: line.period, comment: line.comment ?? undefined, sourceNote: line.source_note ?? undefined };
  }
}

function periodFor({ rules }: Indicator, code: string): Period {
  const period = parsePeriod(code);
  if (!fitsCadence(period, rules.cadence)) throw new DomainError('period.wrong-cadence', { period: periodCode(period), cadence: rules.cadence });
  return period;
}

/** A target over twelve months says nothing of a single month, so the form shows no path then. */
function pathFor(target: Target | undefined, period: Period): Pick<EntryForm, 'target' | 'expected'> {
  return target?.measure === 'value' ? { target: targetPathOf(target), expected: expectedAt(target, period) } : {};
}

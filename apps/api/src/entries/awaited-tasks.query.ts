import { Injectable } from '@nestjs/common';
import type { Task } from '@slusen/contracts';
import { dueState, isOnlyPerLocality, lackingPeriods, type IsoDate, type Localized } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { asKnown } from '../platform/as-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { Settings } from '../platform/settings.js';
import { statement, Statements } from '../platform/statements.js';
import { RecordedPeriodsQuery, seriesKey, type RecordedPeriods } from './recorded-periods.query.js';
import { taskOf } from './task-of.js';

const TERRITORIES = statement({
  name: 'task.territories',
  text: `select code, name_sv as sv, name_en as en from ${asKnown('territory')} t where code = any($1)`,
});

/** A series that an indicator is to have. */
interface Place {
  readonly indicator: Indicator;
  readonly code: string;
  /** What it has already; undefined when that is nothing at all. */
  readonly known: RecordedPeriods | undefined;
}

/** What nobody has begun: periods that are due and lack a figure, and preliminary values that wait to become final. */
@Injectable()
export class AwaitedTasksQuery {
  constructor(
    private readonly recorded: RecordedPeriodsQuery,
    private readonly statements: Statements,
    private readonly settings: Settings,
  ) {}

  async of(indicators: readonly Indicator[], today: IsoDate): Promise<Task[]> {
    const places = await this.places(indicators, today);
    const names = await this.names([...new Set(places.map(({ code }) => code))]);
    return places.flatMap(({ indicator, code, known }) => {
      const about = { indicator, territory: { code, name: names.get(code) ?? { sv: code } }, breakdown: '' };
      const lacking = lackingPeriods(indicator.rules, known?.reported ?? [], today).map((period) =>
        taskOf({ ...about, period, state: dueState(period, indicator.rules, today) === 'overdue' ? 'overdue' : 'due' }),
      );
      const preliminary = (known?.preliminary ?? []).map((period) => taskOf({ ...about, period, state: 'preliminary' }));
      return [...lacking, ...preliminary];
    });
  }

  /** Where each indicator has figures: for the municipality, unless it is told locality by locality, and for those. */
  private async places(indicators: readonly Indicator[], today: IsoDate): Promise<Place[]> {
    const own = this.settings.territory;
    const recorded = await this.recorded.of(indicators, today);
    return indicators.flatMap((indicator) => {
      const placeAt = (code: string): Place => ({ indicator, code, known: recorded.get(seriesKey(indicator.id, code)) });
      const { perLocality } = indicator;
      const [total, localities] = [placeAt(own), perLocality.map(placeAt)];
      return isOnlyPerLocality({ perLocality, observations: total.known ? [total.known] : [] }) ? localities : [total, ...localities];
    });
  }

  private async names(codes: readonly string[]): Promise<Map<string, Localized>> {
    const lines = await this.statements.rows<{ code: string; sv: string; en: string | null }>(TERRITORIES, [codes]);
    return new Map(lines.map(({ code, sv, en }) => [code, localizedOf(sv, en)]));
  }
}

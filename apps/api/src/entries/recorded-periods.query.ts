import { Injectable } from '@nestjs/common';
import { counts, parsePeriod, periodCode, type CalendarRules, type CountingRules, type Period } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { ObservationRow } from '../observations/observation.row.js';
import { Settings } from '../platform/settings.js';
import { statement, Statements } from '../platform/statements.js';

/** What is recorded of one period of a series, also what waits for its time. */
type RecordedFigure = readonly [
  period: ObservationRow['period'],
  value: ObservationRow['value'],
  missing: ObservationRow['missing'],
  quality: ObservationRow['quality'],
  finalEarly: ObservationRow['isFinalEarly'],
  recordedAt: string,
];

interface RecordedLine {
  readonly indicator_id: number;
  readonly territory: string;
  readonly first: string;
  readonly figures: readonly RecordedFigure[] | null;
}

/**
 * Which series have figures at all, with their first period, and the latest revisions of the wanted periods, also those that wait for their
 * time: nobody is to be asked for what is approved. However long a series is, only the wanted periods are looked for.
 */
export const RECORDED = statement({
  name: 'task.recorded',
  text: `
    select h.indicator_id, t.code as territory,
           (select o.period from observation o where o.series_id = h.id order by o.period_end limit 1) as first,
           (select json_agg(json_build_array(o.period, o.value, o.missing, o.quality, o.is_final_early, o.recorded_at))
              from unnest($3::int[], $4::text[]) as w (indicator_id, period)
              cross join lateral (
                select o.*, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at
                  from observation o join record r on r.id = o.record_id
                 where o.series_id = h.id and o.period = w.period order by o.revision desc limit 1) o
             where w.indicator_id = h.indicator_id) as figures
      from series_head h join territory t on t.id = h.territory_id
     where h.indicator_id = any($1) and h.breakdown = '' and t.code = any($2)
       and exists (select from observation o where o.series_id = h.id)`,
});

/** What a series has already, public or not yet. */
export interface RecordedPeriods {
  /** Its first period, from which on it is asked for, and those of the latest due ones that have a figure that counts. */
  readonly reported: readonly Period[];
  /** Those of them whose value is preliminary: it waits to become final. */
  readonly preliminary: readonly Period[];
}

/** Which periods of an indicator are looked for. */
export type WantedPeriods = (rules: CalendarRules) => readonly Period[];

/** Which of the wanted periods have figures, by indicator and territory; nothing for a series without any. */
@Injectable()
export class RecordedPeriodsQuery {
  constructor(
    private readonly statements: Statements,
    private readonly settings: Settings,
  ) {}

  /** Of the periods that are wanted of each indicator. */
  async of(indicators: readonly Indicator[], wantedOf: WantedPeriods): Promise<Map<string, RecordedPeriods>> {
    const codes = [...new Set([this.settings.territory, ...indicators.flatMap(({ perLocality }) => perLocality)])];
    const wanted = indicators.flatMap(({ id, rules }) => wantedOf(rules).map((period) => ({ id, period: periodCode(period) })));
    const lines = await this.statements.rows<RecordedLine>(RECORDED, [
      indicators.map(({ id }) => id),
      codes,
      wanted.map(({ id }) => id),
      wanted.map(({ period }) => period),
    ]);
    const rulesOf = new Map(indicators.map(({ id, rules }) => [id, rules]));
    return new Map(
      lines.flatMap((line) => {
        const rules = rulesOf.get(line.indicator_id);
        return rules ? [[seriesKey(line.indicator_id, line.territory), recordedIn(line, rules)] as const] : [];
      }),
    );
  }
}

/** How the series of an indicator in a territory is found among the recorded ones. */
export function seriesKey(indicatorId: number, territory: string): string {
  return `${indicatorId} ${territory}`;
}

function recordedIn({ first, figures }: RecordedLine, rules: CountingRules): RecordedPeriods {
  const counting = (figures ?? []).filter(([period, value, missing, quality, finalEarly, recordedAt]) => {
    const measured = value === null ? { missing: missing ?? 'not-yet-published' } : { value };
    return counts({ ...measured, period: parsePeriod(period), quality, recordedAt, finalEarly: finalEarly ?? undefined }, rules);
  });
  const isLooked = (figures ?? []).some(([period]) => period === first);
  return {
    reported: [...(isLooked ? [] : [first]), ...counting.map(([period]) => period)].map(parsePeriod),
    preliminary: counting
      .filter(([, value, , quality]) => value !== null && quality === 'preliminary')
      .map(([period]) => parsePeriod(period)),
  };
}

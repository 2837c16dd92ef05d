import { Injectable } from '@nestjs/common';
import type { Task, TaskList } from '@slusen/contracts';
import {
  counts,
  departmentsFor,
  dueState,
  isOnlyPerLocality,
  lackingPeriods,
  lastDayInTime,
  latestDuePeriods,
  parsePeriod,
  periodCode,
  PERIODS_BACK,
  type CountingRules,
  type EntryState,
  type IsoDate,
  type Localized,
  type Period,
} from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Acting } from '../identity/acting.js';
import type { Account } from '../identity/account.js';
import { policyAccount } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import { Masks } from '../masking/masks.js';
import type { ObservationRow } from '../observations/observation.row.js';
import { asKnown, type AsOf } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { Settings } from '../platform/settings.js';
import { statement, Statements } from '../platform/statements.js';
import { EntryRow } from './entry.row.js';

/** How long a finished task is shown. */
const DONE_DAYS = 60;

const ENTRY = columns(EntryRow, 'e', 'id', 'period', 'state', 'value', 'missing', 'returnedReason');
type EntryLine = LineOf<typeof ENTRY> & { indicator_id: number; territory: string; sv: string; en: string | null };

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

const ENTRIES = statement({
  name: 'task.entries',
  text: `
    select ${ENTRY}, h.indicator_id, t.code as territory, t.name_sv as sv, t.name_en as en
      from entry e join series_head h on h.id = e.series_id join ${asKnown('territory')} t on t.id = h.territory_id
     where h.indicator_id = any($1) and h.breakdown = '' and (e.state <> 'approved' or e.updated_at > now() - make_interval(days => $2))
     order by e.updated_at desc`,
});

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

const TERRITORIES = statement({
  name: 'task.territories',
  text: `select code, name_sv as sv, name_en as en from ${asKnown('territory')} t where code = any($1)`,
});

const STATE_OF: Readonly<Record<EntryState, Task['state']>> = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  approved: 'done',
};
/** What needs doing comes first, what is done last; within that, by the last day in time. */
const ORDER: readonly Task['state'][] = ['returned', 'overdue', 'due', 'draft', 'submitted', 'done'];

/** What a reporter is to do: what is due and has no figure yet, and every entry under way. */
@Injectable()
export class TaskListQuery {
  constructor(
    private readonly indicators: IndicatorMemory,
    private readonly statements: Statements,
    private readonly settings: Settings,
    private readonly masks: Masks,
  ) {}

  async ofDepartments({ account, asOf }: Acting): Promise<TaskList> {
    const { today } = asOf;
    const mine = await this.ownIndicators(account, asOf);
    // Official statistics come by import and are asked of nobody, but somebody may correct one by hand.
    const byHand = mine.filter(({ rules }) => !rules.officialStatistics);
    const begun = await this.begun(mine);
    // What is approved is asked for again where it does not count: a preliminary figure of a period that was not over.
    const open = begun.filter(({ state }) => state !== 'done');
    const taken = new Set(open.map((task) => `${task.indicator.slug} ${task.territory.code} ${task.period}`));
    const due = (await this.due(byHand, today)).filter(
      (task) => !taken.has(`${task.indicator.slug} ${task.territory.code} ${task.period}`),
    );
    const items = [...begun, ...due].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.lastDay.localeCompare(b.lastDay));
    return { today, items };
  }

  /** Indicators that the account's departments answer for. */
  private async ownIndicators(account: Account, asOf: AsOf): Promise<Indicator[]> {
    const departments = departmentsFor(policyAccount(account), 'task.read');
    const all = [...(await this.indicators.bySlug(asOf)).values()];
    return all.filter(({ owner }) => owner && (departments === 'all' || departments.includes(owner.slug)));
  }

  private async begun(mine: readonly Indicator[]): Promise<Task[]> {
    const byId = new Map(mine.map((indicator) => [indicator.id, indicator]));
    const found = await this.statements.rows<EntryLine>(ENTRIES, [[...byId.keys()], DONE_DAYS]);
    const lines = await Promise.all(found.map((line) => this.masks.shown('entry', line.id, line)));
    return lines.flatMap((line) => {
      const indicator = byId.get(line.indicator_id);
      if (!indicator) return [];
      const territory = { code: line.territory, name: localizedOf(line.sv, line.en) };
      const task = taskOf({ indicator, territory, period: parsePeriod(line.period), state: STATE_OF[line.state] });
      return [
        {
          ...task,
          entry: line.id,
          value: line.value ?? undefined,
          missing: line.missing ?? undefined,
          returnedReason: line.returned_reason ?? undefined,
        },
      ];
    });
  }

  private async due(mine: readonly Indicator[], today: IsoDate): Promise<Task[]> {
    const places = await this.places(mine, today);
    const names = await this.names([...new Set(places.map(({ code }) => code))]);
    return places.flatMap(({ indicator, code, known }) => {
      const territory = { code, name: names.get(code) ?? { sv: code } };
      return lackingPeriods(indicator.rules, known ?? [], today).map((period) =>
        taskOf({ indicator, territory, period, state: dueState(period, indicator.rules, today) === 'overdue' ? 'overdue' : 'due' }),
      );
    });
  }

  /** Where each indicator has figures: for the municipality, unless it is told locality by locality, and for those. */
  private async places(mine: readonly Indicator[], today: IsoDate): Promise<Place[]> {
    const own = this.settings.territory;
    const recorded = await this.recorded(mine, today);
    return mine.flatMap((indicator) => {
      const placeAt = (code: string): Place => ({ indicator, code, known: recorded.get(`${indicator.id} ${code}`) });
      const { perLocality } = indicator;
      const [total, localities] = [placeAt(own), perLocality.map(placeAt)];
      return isOnlyPerLocality({ perLocality, observations: total.known ? [total.known] : [] }) ? localities : [total, ...localities];
    });
  }

  /** Which periods, due ones and the first, have a figure that counts, public or not yet, by indicator and territory; none for a series without any. */
  private async recorded(mine: readonly Indicator[], today: IsoDate): Promise<Map<string, readonly Period[]>> {
    const codes = [...new Set([this.settings.territory, ...mine.flatMap(({ perLocality }) => perLocality)])];
    const wanted = mine.flatMap(({ id, rules }) => latestDuePeriods(rules, today, PERIODS_BACK).map((period) => ({ id, period })));
    const lines = await this.statements.rows<RecordedLine>(RECORDED, [
      mine.map(({ id }) => id),
      codes,
      wanted.map(({ id }) => id),
      wanted.map(({ period }) => periodCode(period)),
    ]);
    const rulesOf = new Map(mine.map(({ id, rules }) => [id, rules]));
    return new Map(
      lines.flatMap((line) => {
        const rules = rulesOf.get(line.indicator_id);
        return rules ? [[`${line.indicator_id} ${line.territory}`, reportedIn(line, rules)] as const] : [];
      }),
    );
  }

  private async names(codes: readonly string[]): Promise<Map<string, Localized>> {
    const lines = await this.statements.rows<{ code: string; sv: string; en: string | null }>(TERRITORIES, [codes]);
    return new Map(lines.map(({ code, sv, en }) => [code, localizedOf(sv, en)]));
  }
}

/** A series that an indicator is to have. */
interface Place {
  readonly indicator: Indicator;
  readonly code: string;
  /** Which periods have a figure that counts; undefined when the series has none at all. */
  readonly known: readonly Period[] | undefined;
}

/** The first period of a series, from which on it is asked for, and the looked-for ones whose figure counts. */
function reportedIn({ first, figures }: RecordedLine, rules: CountingRules): readonly Period[] {
  const counting = (figures ?? []).filter(([period, value, missing, quality, finalEarly, recordedAt]) => {
    const measured = value === null ? { missing: missing ?? 'not-yet-published' } : { value };
    return counts({ ...measured, period: parsePeriod(period), quality, recordedAt, finalEarly: finalEarly ?? undefined }, rules);
  });
  const isLooked = (figures ?? []).some(([period]) => period === first);
  return [...(isLooked ? [] : [first]), ...counting.map(([period]) => period)].map(parsePeriod);
}

function taskOf({
  indicator,
  territory,
  period,
  state,
}: {
  indicator: Indicator;
  territory: Task['territory'];
  period: Period;
  state: Task['state'];
}): Task {
  const { slug, name, unit, rules, owner, isExample } = indicator;
  return {
    indicator: { slug, name },
    unit,
    decimals: rules.decimals,
    isExample,
    cadence: rules.cadence,
    department: owner ? { slug: owner.slug, name: owner.name } : { slug: 'ingen', name: { sv: '' } },
    territory,
    period: periodCode(period),
    lastDay: lastDayInTime(period, rules),
    state,
  };
}

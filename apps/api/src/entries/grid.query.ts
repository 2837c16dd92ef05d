import { Injectable } from '@nestjs/common';
import type { GridCell, GridRange, GridRow, GridView } from '@slusen/contracts';
import {
  departmentsFor,
  dueState,
  isEnterable,
  isMeasuredIn,
  periodCadence,
  periodCode,
  periodContaining,
  type IsoDate,
  type Period,
  type RoundsByDay,
} from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Account } from '../identity/account.js';
import type { Acting } from '../identity/acting.js';
import { policyAccount } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import type { AsOf } from '../platform/as-of.js';
import { RoundMemory } from '../rounds/round-memory.js';
import { commonCadence, gridCadences, gridPeriods } from './grid-columns.js';
import { GridAsideQuery, type DerivedFigures, type MeasuredGoals } from './grid-aside.query.js';
import { gridEntryOf } from './grid-entry.js';
import { GridSeriesQuery, type GridSeries } from './grid-series.query.js';
import { GridUnderwayQuery, type Underway } from './grid-underway.query.js';

/** What the cells of a grid are made from. */
interface Beside {
  readonly account: Account;
  readonly periods: readonly Period[];
  readonly today: IsoDate;
  readonly rounds: RoundsByDay;
  readonly underway: ReadonlyMap<string, Underway>;
  /** Of indicators that are computed from others: their values by period. */
  readonly derived: DerivedFigures;
  /** The goals that each indicator measures. */
  readonly goals: MeasuredGoals;
}

/** Everything that somebody reports, series by periods: a constant number of statements, however much it is. */
@Injectable()
export class GridQuery {
  constructor(
    private readonly indicators: IndicatorMemory,
    private readonly series: GridSeriesQuery,
    private readonly rounds: RoundMemory,
    private readonly underway: GridUnderwayQuery,
    private readonly aside: GridAsideQuery,
  ) {}

  /** Throws `period.wrong-cadence`. */
  async of({ account, asOf }: Acting, asked: GridRange): Promise<GridView> {
    const all = await this.mine(account, asOf);
    const cadence = asked.cadence ?? commonCadence(all);
    const periods = gridPeriods(cadence, asked, asOf.today);
    const mine = all.filter(({ rules }) => periodCadence(rules.cadence) === cadence);
    const view = {
      cadence,
      cadences: gridCadences(all),
      periods: periods.map(periodCode),
      latest: periodCode(periodContaining(asOf.today, cadence)),
    };
    if (mine.length === 0 || periods.length === 0) return { ...view, goals: [], rows: [] };
    const series = await this.series.of(mine, periods);
    const [rounds, underway, derived, goals] = await Promise.all([
      this.rounds.byDay(asOf),
      this.underway.of(series, asOf),
      this.aside.derived(mine, asOf),
      this.aside.goals(mine, asOf),
    ]);
    const beside = { account, periods, today: asOf.today, rounds, underway, derived, goals };
    const named = new Map([...goals.values()].flat().map((goal) => [goal.slug, goal]));
    return { ...view, goals: [...named.values()].map(({ slug, name }) => ({ slug, name })), rows: series.map((one) => rowOf(one, beside)) };
  }

  /** Indicators that the account may report. */
  private async mine(account: Account, asOf: AsOf): Promise<Indicator[]> {
    const departments = departmentsFor(policyAccount(account), 'entry.save');
    const all = [...(await this.indicators.bySlug(asOf)).values()];
    return all.filter(({ owner }) => owner && (departments === 'all' || departments.includes(owner.slug)));
  }
}

function rowOf(series: GridSeries, beside: Beside): GridRow {
  const { indicator, territory, breakdown } = series;
  const { slug, name, unit, rules, owner, isExample } = indicator;
  return {
    indicator: { slug, name },
    ...{ unit, isExample, territory, breakdown, decimals: rules.decimals, reporting: rules.reporting },
    department: { slug: owner?.slug ?? 'ingen', name: owner?.name ?? { sv: '' } },
    goals: (beside.goals.get(indicator.id) ?? []).map((goal) => goal.slug),
    cells: beside.periods.map((period) => cellOf(series, period, beside)),
  };
}

function cellOf(series: GridSeries, period: Period, { account, today, rounds, underway, derived }: Beside): GridCell {
  const { rules, formula, id } = series.indicator;
  const code = periodCode(period);
  const closed = formula ? 'derived' : closedFor(period, series.indicator, today);
  const figure = formula && series.breakdown === '' ? derived.get(id)?.get(code) : figureIn(series, code);
  if (closed) return { closed, ...(figure && { figure }) };
  const open = underway.get(series.open.get(code) ?? '');
  const round = rounds.asking(period, rules)?.period;
  return {
    ...(figure && { figure }),
    ...(open && { entry: gridEntryOf(open.stored, account), ...(open.questions?.length ? { questions: open.questions } : {}) }),
    ...(dueState(period, rules, today) === 'not-yet-due' && { isEarly: true }),
    ...(round && { round }),
    ...(rounds.isLocked(period, rules, today) && { isLocked: true }),
  };
}

function closedFor(period: Period, { rules }: Indicator, today: IsoDate): GridCell['closed'] {
  if (!isMeasuredIn(period, rules)) return 'not-measured';
  return isEnterable(period, rules, today) ? undefined : 'not-begun';
}

function figureIn({ figures }: GridSeries, code: string): GridCell['figure'] {
  const told = figures.get(code);
  if (!told) return undefined;
  const [, value, missing, quality] = told;
  return { value: value ?? undefined, missing: missing ?? undefined, quality };
}

import type { GridRange, GridView } from '@slusen/contracts';
import {
  DomainError,
  MOST_GRID_PERIODS,
  parsePeriod,
  periodCadence,
  periodCode,
  periodContaining,
  periodsFrom,
  shiftPeriod,
  type IsoDate,
  type Period,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';

type GridCadence = GridView['cadence'];

/** In the order they are offered, with how many periods are shown when nobody has chosen. */
const SHOWN: Readonly<Record<GridCadence, number>> = { month: 12, quarter: 8, tertial: 6, 'half-year': 6, year: 5 };

/** By which lengths of period something is reported, the shortest first. */
export function gridCadences(indicators: readonly Pick<Indicator, 'rules'>[]): GridCadence[] {
  const there = new Set(indicators.map(({ rules }) => periodCadence(rules.cadence)));
  return (Object.keys(SHOWN) as GridCadence[]).filter((cadence) => there.has(cadence));
}

/** The length that most indicators have; of as many the shorter. Quarters where there is nothing. */
export function commonCadence(indicators: readonly Pick<Indicator, 'rules'>[]): GridCadence {
  const count = (cadence: GridCadence): number => indicators.filter(({ rules }) => periodCadence(rules.cadence) === cadence).length;
  return (
    gridCadences(indicators).reduce<GridCadence | undefined>((most, one) => (most && count(most) >= count(one) ? most : one), undefined) ??
    'quarter'
  );
}

/**
 * The periods of a grid, oldest first: the latest that have begun, or those that are asked for, of which the last ones where they are too many.
 * Throws `period.wrong-cadence`.
 */
export function gridPeriods(cadence: GridCadence, { from, to }: Pick<GridRange, 'from' | 'to'>, today: IsoDate): readonly Period[] {
  const last = to === undefined ? undefined : ofCadence(to, cadence);
  const first = from === undefined ? undefined : ofCadence(from, cadence);
  const end = last ?? periodContaining(today, cadence);
  return periodsFrom(first ?? shiftPeriod(end, 1 - SHOWN[cadence]), end).slice(-MOST_GRID_PERIODS);
}

function ofCadence(code: string, cadence: GridCadence): Period {
  const period = parsePeriod(code);
  if (period.cadence !== cadence) throw new DomainError('period.wrong-cadence', { period: periodCode(period), cadence });
  return period;
}

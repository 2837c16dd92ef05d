import {
  DomainError,
  fitsCadence,
  isEnterable,
  isMeasuredIn,
  parsePeriod,
  periodCode,
  type IndicatorRules,
  type IsoDate,
  type Period,
} from '@slusen/domain';

/** Nobody counts an earlier one today; older series come by file. */
const FIRST_YEAR = 1900;

/**
 * The period that a code names, when a figure can be entered for it: the form refuses the same ones as the record does, before
 * anything is typed. Throws `period.wrong-cadence`, `period.too-early` or `period.not-begun`.
 */
export function enterablePeriod(code: string, rules: IndicatorRules, today: IsoDate): Period {
  const period = parsePeriod(code);
  if (!fitsCadence(period, rules.cadence) || !isMeasuredIn(period, rules)) {
    throw new DomainError('period.wrong-cadence', { period: periodCode(period), cadence: rules.cadence });
  }
  if (period.year < FIRST_YEAR) throw new DomainError('period.too-early', { year: FIRST_YEAR });
  if (!isEnterable(period, rules, today)) throw new DomainError('period.not-begun', { period: periodCode(period) });
  return period;
}

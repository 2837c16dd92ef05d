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

/**
 * The period that a code names, when a figure can be entered for it: the form refuses the same ones as the record does, before
 * anything is typed. Throws `period.wrong-cadence` or `period.not-begun`.
 */
export function enterablePeriod(code: string, rules: IndicatorRules, today: IsoDate): Period {
  const period = parsePeriod(code);
  if (!fitsCadence(period, rules.cadence) || !isMeasuredIn(period, rules)) {
    throw new DomainError('period.wrong-cadence', { period: periodCode(period), cadence: rules.cadence });
  }
  if (!isEnterable(period, rules, today)) throw new DomainError('period.not-begun', { period: periodCode(period) });
  return period;
}

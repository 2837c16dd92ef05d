import {
  DomainError,
  fitsCadence,
  isAfterEnd,
  isEnterable,
  isMeasuredIn,
  parsePeriod,
  periodCode,
  type IsoDate,
  type Period,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';

/** An indicator as far as it says what can be entered. */
type Measured = Pick<Indicator, 'slug' | 'rules' | 'formula'>;

/** Nobody counts an earlier one today; older series come by file. */
const FIRST_YEAR = 1900;

/**
 * The period that a code names, when a figure can be entered for it: the form refuses the same ones as the record does, before
 * anything is typed. Throws `indicator.derived`, `period.wrong-cadence`, `period.after-end`, `period.too-early` or `period.not-begun`.
 */
export function enterablePeriod(code: string, { slug, rules, formula }: Measured, today: IsoDate): Period {
  if (formula) throw new DomainError('indicator.derived', { indicator: slug, parts: formula.parts.map((part) => part.name.sv) });
  const period = parsePeriod(code);
  if (rules.endsAfter && isAfterEnd(period, rules)) throw new DomainError('period.after-end', { last: periodCode(rules.endsAfter) });
  if (!fitsCadence(period, rules.cadence) || !isMeasuredIn(period, rules)) {
    throw new DomainError('period.wrong-cadence', { period: periodCode(period), cadence: rules.cadence });
  }
  if (period.year < FIRST_YEAR) throw new DomainError('period.too-early', { year: FIRST_YEAR });
  if (!isEnterable(period, rules, today)) throw new DomainError('period.not-begun', { period: periodCode(period) });
  return period;
}

import type { IndicatorRules } from '@slusen/domain';

/** The rules of a yearly count that should grow, due at the end of its period; name what is different. */
export function anIndicator(different: Partial<IndicatorRules> = {}): IndicatorRules {
  return {
    direction: 'increase',
    cadence: 'year',
    reporting: 'period',
    aggregation: 'last',
    decimals: 0,
    lagDays: 0,
    graceDays: 30,
    mayRepeat: false,
    officialStatistics: false,
    breaks: [],
    irregularYears: [],
    ...different,
  };
}

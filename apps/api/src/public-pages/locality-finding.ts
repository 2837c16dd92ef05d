import { headedBy, isOnlyPerLocality, LANGUAGES, localitiesHeading, type Language, type Sentences } from '@slusen/domain';
import { publicSeries, type PublicSeries } from '../follow-up/public-series.js';
import type { Indicator } from '../indicators/indicator.js';
import type { IndicatorFigures } from './indicator-figures.query.js';

type Finding = Pick<Sentences, 'heading' | 'headline'>;

/** Whether an indicator has figures of localities and no total of its own. */
export function isWithoutTotal({ perLocality }: Indicator, { points }: PublicSeries): boolean {
  return isOnlyPerLocality({ perLocality, observations: points });
}

/** What the localities of an indicator without a total show, in the place of its finding on every page; none without a value. */
export function localityFinding(
  { name, rules }: Indicator,
  localities: Pick<IndicatorFigures, 'localities'>['localities'],
): Record<Language, Finding> | undefined {
  const series = localities.map(({ points }) => publicSeries(points, rules).observations);
  const [sv, en] = LANGUAGES.map((language) => {
    const told = localitiesHeading(series, language);
    return told === undefined ? undefined : headedBy(told, name, language);
  });
  return sv && en ? { sv, en } : undefined;
}

import { wordIn, type Language, type Words } from '../language.js';
import { periodCadence, type Cadence, type Period } from '../time/period.js';
import { partsBehind, type RollingRules, type SeriesPart } from './rolling.js';

const PARTS: Words<Cadence> = {
  month: ['tolv månader', 'twelve months'],
  quarter: ['fyra kvartal', 'four quarters'],
  tertial: ['tre tertial', 'three four-month periods'],
  'half-year': ['två halvår', 'two half-years'],
  year: ['ett år', 'one year'],
  irregular: ['ett år', 'one year'],
};

type Way = 'sum' | 'mean' | 'share' | 'last' | 'accumulated';

const WAYS: Readonly<Record<Language, Readonly<Record<Way, (parts: string) => string>>>> = {
  sv: {
    sum: (parts) => `summan av ${parts}`,
    mean: (parts) => `medelvärdet av ${parts}`,
    share: (parts) => `summan av täljarna delad med summan av nämnarna för ${parts}`,
    last: () => 'det senaste värdet',
    accumulated: () => 'årets tal hittills, plus hela förra årets, minus förra årets till samma tid',
  },
  en: {
    sum: (parts) => `the sum of ${parts}`,
    mean: (parts) => `the mean of ${parts}`,
    share: (parts) => `the sum of the numerators divided by the sum of the denominators of ${parts}`,
    last: () => 'the latest value',
    accumulated: () => 'this year so far, plus the whole of last year, minus last year up to the same time',
  },
};

/** How the twelve months that end with a period are put together: "medelvärdet av fyra kvartal". Undefined where nothing is. */
export function rollingWayText(
  series: readonly SeriesPart[],
  { period, rules }: { readonly period: Period; readonly rules: Pick<RollingRules, 'aggregation' | 'cadence' | 'reporting'> },
  language: Language,
): string | undefined {
  const { aggregation } = rules;
  if (aggregation === 'none') return undefined;
  if (rules.reporting === 'year-to-date' && aggregation === 'sum') return WAYS[language].accumulated('');
  const parts = partsBehind(series, period, rules);
  const isShare =
    aggregation === 'mean' && parts.every(({ numerator, denominator }) => numerator !== undefined && denominator !== undefined);
  return WAYS[language][isShare ? 'share' : aggregation](wordIn(PARTS[periodCadence(rules.cadence)], language));
}

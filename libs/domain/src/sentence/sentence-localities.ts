import { type Language } from '../language.js';
import { type Observation } from '../value/observation.js';
import { certaintyText } from '../value/certainty-text.js';
import { periodPhrase } from './sentence-period.js';
import { type MonthsCovered } from './figure-name.js';
import { comparePeriods, type Period } from '../time/period.js';

const EACH_PERIOD: MonthsCovered = { measure: 'value' };

type Series = readonly Observation[];

/**
 * The finding of an indicator that has figures for localities and none for the municipality: "Högre 2020 än 2019 i 4 av 6
 * orter"; how many have a value when there is nothing to compare with. Undefined without any value. One series a locality,
 * in any order; a missing value counts as none. How sure the latest values are follows, where they are not simply final and exact.
 */
export function localitiesHeading(localities: readonly Series[], language: Language): string | undefined {
  const periods = valuePeriods(localities);
  const latest = periods.at(-1);
  if (!latest) return undefined;
  const sureness = localities.flatMap((series) => {
    const told = series.find(({ period, value }) => value !== undefined && comparePeriods(period, latest) === 0);
    return (told && certaintyText(told, language)) ?? [];
  });
  const finding = findingOf(localities, [latest, periods.at(-2)], language);
  return sureness.length > 0 ? `${finding} (${[...new Set(sureness)].join('; ')})` : finding;
}

function findingOf(localities: readonly Series[], [latest, earlier]: readonly [Period, Period | undefined], language: Language): string {
  const changes = earlier ? localities.flatMap((series) => changeBetween(series, earlier, latest)) : [];
  const now = periodPhrase(latest, language, EACH_PERIOD);
  if (!earlier || changes.length === 0) {
    const withValue = localities.filter((series) => valueAt(series, latest) !== undefined).length;
    return counted([withValue, localities.length], now, language);
  }
  const higher = changes.filter((change) => change > 0).length;
  const then = periodPhrase(earlier, language, EACH_PERIOD);
  return language === 'sv'
    ? `Högre ${now} än ${then} i ${higher} av ${changes.length} ${changes.length === 1 ? 'ort' : 'orter'}`
    : `Higher ${now} than ${then} in ${higher} of ${changes.length} ${changes.length === 1 ? 'locality' : 'localities'}`;
}

function counted([withValue, all]: readonly [number, number], when: string, language: Language): string {
  if (language === 'sv') return `Värden ${when} för ${withValue} av ${all} ${all === 1 ? 'ort' : 'orter'}`;
  return `Values ${when} for ${withValue} of ${all} ${all === 1 ? 'locality' : 'localities'}`;
}

/** Every period in which some locality has a value, oldest first. */
function valuePeriods(localities: readonly Series[]): readonly Period[] {
  const real = localities.flat().filter(({ value }) => value !== undefined);
  const sorted = real.map(({ period }) => period).sort(comparePeriods);
  return sorted.filter((period, index) => index === 0 || comparePeriods(sorted[index - 1] ?? period, period) !== 0);
}

function changeBetween(series: Series, earlier: Period, latest: Period): number[] {
  const [before, after] = [valueAt(series, earlier), valueAt(series, latest)];
  return before === undefined || after === undefined ? [] : [after - before];
}

function valueAt(series: Series, period: Period): number | undefined {
  return series.find((point) => comparePeriods(point.period, period) === 0)?.value;
}

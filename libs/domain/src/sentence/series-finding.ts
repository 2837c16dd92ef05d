import { type IndicatorRules } from '../indicator/indicator.js';
import { upperFirst, type Language, type Localized } from '../language.js';
import { type NumberStyle } from '../value/number-text.js';
import { formatWithUnit } from '../value/number-text-unit.js';
import { comparePeriods, type Period } from '../time/period.js';
import { sameSeason } from '../time/same-season.js';
import { type Explanation } from '../status/explanation.js';
import { incomparableText, seriesBreakText } from './sentence-break.js';
import { changeText } from './sentence-difference.js';
import { periodPhrase, withPeriod } from './sentence-period.js';
import { type Measure } from '../target/target.js';
import { type Measured } from '../value/value.js';

/** A series as it is drawn: every value it has, in any order. */
export interface DrawnSeries {
  readonly rules: Pick<IndicatorRules, 'decimals' | 'breaks' | 'reporting'>;
  readonly unit: Localized;
  readonly points: readonly (Measured & { readonly period: Period })[];
  /** What the values are: of their period, unless something else is said. */
  readonly measure?: Measure | undefined;
  /** Of the explanation that the same page is headed by: why the latest value is compared with nothing. */
  readonly breakBefore?: Explanation['breakBefore'];
}

/**
 * What a series shows from end to end, to head its chart: "2 831 färre 2025 än 1950". The ends are of one season and on one
 * side of every break, else they could not be compared; none without a single value.
 */
export function seriesFinding(
  { rules, unit, points, measure = 'value', breakBefore }: DrawnSeries,
  language: Language,
): string | undefined {
  const valued = points.filter(({ value }) => value !== undefined).sort((a, b) => comparePeriods(a.period, b.period));
  const latest = valued.at(-1);
  const comparable = latest ? sameSeason(points, latest.period, rules.breaks) : [];
  const [first, last] = [comparable[0], comparable.at(-1)];
  if (!first || !last) return undefined;
  const style: NumberStyle = { decimals: rules.decimals, language };
  const when = (period: Period): string => periodPhrase(period, language, { measure, reporting: rules.reporting });
  const isSwedish = language === 'sv';
  if (first === last) {
    // The page is headed by the value itself; its chart says why no change is told.
    if (valued.length > 1 && breakBefore) return seriesBreakText(breakBefore.firstPeriod, language).replace(/\.$/, '');
    const only = withPeriod(formatWithUnit(last.value, unit, style), when(last.period), language);
    if (valued.length > 1) return upperFirst(`${only}, ${incomparableText({}, language)}`);
    return isSwedish ? `Bara en mätning: ${only}` : `Only one measurement: ${only}`;
  }
  const [to, from] = [when(last.period), when(first.period)];
  const change = changeText([first.value, last.value], unit, style);
  if (change) return `${change} ${to} ${isSwedish ? 'än' : 'than'} ${from}`;
  return isSwedish ? `Samma värde ${to} som ${from}` : `The same value ${to} as ${from}`;
}

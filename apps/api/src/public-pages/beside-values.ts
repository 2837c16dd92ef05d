import type { IndicatorPageView, SeriesPoint } from '@slusen/contracts';
import {
  formatNumber,
  breakBetween,
  keptBackText,
  missingText,
  parsePeriod,
  partName,
  upperFirst,
  type InEveryLanguage,
  type Language,
} from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';

/** A part of an indicator with its public figures, oldest first. */
export interface PartSeries {
  readonly part: string;
  readonly points: readonly SeriesPoint[];
}

type Lines = NonNullable<IndicatorPageView['lines']>;
type Column = IndicatorPageView['columns'][number];
type DrawnPoint = Lines[number]['points'][number];

interface Beside {
  readonly points: readonly SeriesPoint[];
  /** The twelve months to each period, where a target is about them. */
  readonly rolling?: IndicatorPageView['rolling'];
  readonly parts: readonly PartSeries[];
}

/** What stands beside the values of an indicator on its page: its parts as words and as lines, twelve months, and how sure a survey is. */
export function besideValues(indicator: Indicator, { points, rolling = [], parts }: Beside): Pick<IndicatorPageView, 'columns' | 'lines'> {
  const told = parts.filter((part) => part.points.length > 0);
  return {
    columns: [
      ...told.map((part) => partColumn(part, indicator)),
      ...rollingColumn(rolling, indicator),
      ...surveyColumns(points, indicator),
    ],
    lines: told.length > 0 ? told.flatMap((part) => linesOf(part, indicator)) : undefined,
  };
}

function partColumn({ part, points }: PartSeries, indicator: Indicator): Column {
  return {
    head: inEvery((language) => upperFirst(partName(part, language))),
    told: Object.fromEntries(points.map((point) => [point.period, inEvery((language) => cellText(point, indicator, language))])),
  };
}

function rollingColumn(rolling: NonNullable<IndicatorPageView['rolling']>, { rules: { decimals } }: Indicator): Column[] {
  const told = rolling.map(({ period, value }) => [period, inEvery((language) => formatNumber(value, { decimals, language }))] as const);
  return told.length > 0 ? [{ head: { sv: 'Tolv månader', en: 'Twelve months' }, told: Object.fromEntries(told) }] : [];
}

/** How sure the values of a survey are: half the width of the interval, and how many answered. */
function surveyColumns(points: readonly SeriesPoint[], { rules: { decimals } }: Indicator): Column[] {
  const column = (head: InEveryLanguage, tell: (point: SeriesPoint, language: Language) => string | undefined): Column[] => {
    const told = points.flatMap((point) => {
      const [sv, en] = [tell(point, 'sv'), tell(point, 'en')];
      return sv !== undefined && en !== undefined ? [[point.period, { sv, en }] as const] : [];
    });
    return told.length > 0 ? [{ head, told: Object.fromEntries(told) }] : [];
  };
  return [
    ...column({ sv: 'Felmarginal', en: 'Margin of error' }, ({ margin }, language) =>
      margin === undefined ? undefined : `± ${formatNumber(margin, { decimals, language })}`,
    ),
    ...column({ sv: 'Antal svar', en: 'Responses' }, ({ respondents }, language) =>
      respondents === undefined ? undefined : formatNumber(respondents, { decimals: 0, language }),
    ),
  ];
}

function cellText({ value, missing }: SeriesPoint, { rules, breakdown }: Indicator, language: Language): string {
  if (value !== undefined) return formatNumber(value, { decimals: rules.decimals, language });
  if (missing === 'confidential' && breakdown?.of === 'people') return keptBackText(language);
  return missing ? missingText(missing, language) : '';
}

/** The line of a part, cut where it is not told and where the series breaks; the name stands at its end. */
function linesOf({ part, points }: PartSeries, { rules }: Indicator): Lines {
  const stretches: DrawnPoint[][] = [[]];
  for (const [at, { period, value }] of points.entries()) {
    const before = points[at - 1];
    const isCut = before && breakBetween(parsePeriod(before.period), parsePeriod(period), rules.breaks);
    if (value === undefined || isCut) stretches.push([]);
    if (value !== undefined) stretches.at(-1)?.push({ period, value });
  }
  const drawn = stretches.filter((stretch) => stretch.length > 0);
  return drawn.map((stretch, at) => ({
    label: inEvery((language) => (at === drawn.length - 1 ? partName(part, language) : '')),
    points: stretch,
  }));
}

const inEvery = (tell: (language: Language) => string): InEveryLanguage => ({ sv: tell('sv'), en: tell('en') });

import { enumerated, type Language } from '../language.js';
import { type AwaitedValue, type PeriodRun } from '../time/awaited-value.js';
import { type MeasuringRules } from '../time/calendar.js';
import { comparePeriods, isSamePeriod, type IsoDate, type Period } from '../time/period.js';
import { dateLabel } from '../time/period-label.js';
import { figureName, type MonthsCovered } from './figure-name.js';
import { periodsLackText } from './lacking-text.js';
import { periodName } from './sentence-period.js';

/**
 * What is waited for and since when: "2026, väntas den 24 februari 2027", "kvartal 3 2026, väntades den 5 oktober 2026, försenat sedan den 15
 * november 2026"; between the two from when it is: "räknas som försenat från den 15 november 2026". `lateFrom` is the first day that is too late.
 */
export function awaitedText(
  { period, date, reporting }: Pick<AwaitedValue, 'period' | 'date'> & Pick<MonthsCovered, 'reporting'>,
  { isDue, lateFrom, isLate }: { readonly isDue: boolean; readonly lateFrom: IsoDate; readonly isLate: boolean },
  language: Language,
): string {
  const day = (of: IsoDate): string => dateLabel(of, language);
  const name = figureName(period, language, { reporting });
  if (language === 'sv') {
    if (!isDue) return `${name}, väntas den ${day(date)}`;
    return `${name}, väntades den ${day(date)}, ${isLate ? 'försenat sedan' : 'räknas som försenat från'} den ${day(lateFrom)}`;
  }
  if (!isDue) return `${name}, expected on ${day(date)}`;
  return `${name}, was expected on ${day(date)}, ${isLate ? 'overdue since' : 'counts as overdue from'} ${day(lateFrom)}`;
}

/** Why no value is to come of what is measured in some years; undefined where the calendar goes on, or where its end is told. */
export function noNextText({ cadence, irregularYears, endsAfter }: MeasuringRules, language: Language): string | undefined {
  if (cadence !== 'irregular' || endsAfter) return undefined;
  const isSwedish = language === 'sv';
  if (irregularYears.length === 0) return isSwedish ? 'inte bestämt när' : 'not decided when';
  const last = Math.max(...irregularYears);
  return isSwedish ? `ingen mätning efter ${last} är planerad` : `no measurement after ${last} is planned`;
}

/** Which periods lack that nobody is asked for any more: "2014–2019, efterfrågas inte längre". */
export function earlierHoleText({ first, last }: PeriodRun, { reporting }: Pick<MonthsCovered, 'reporting'>, language: Language): string {
  const [from, to] = [first, last].map((period) => figureName(period, language, { reporting }));
  const isSwedish = language === 'sv';
  const between = first.cadence === 'year' ? '–' : isSwedish ? ' till ' : ' to ';
  const run = isSamePeriod(first, last) ? from : `${from}${between}${to}`;
  return `${run}, ${isSwedish ? 'efterfrågas inte längre' : 'no longer asked for'}`;
}

/**
 * Which values are overdue, beside the latest figure: one before it is a hole, "2022 saknas", one after it is on its way, "kvartal 3 2026 är
 * försenat".
 */
export function lateText(
  overdue: readonly Period[],
  { latest, reporting }: { readonly latest: Period | undefined } & Pick<MonthsCovered, 'reporting'>,
  language: Language,
): string {
  const isHole = (period: Period): boolean => latest !== undefined && comparePeriods(period, latest) < 0;
  const [holes, late] = [overdue.filter(isHole), overdue.filter((period) => !isHole(period))];
  return [
    ...(holes.length > 0 ? [periodsLackText(holes, { reporting }, language)] : []),
    ...(late.length > 0 ? [areLateText(late, { reporting }, language)] : []),
  ].join(', ');
}

function areLateText(periods: readonly Period[], { reporting }: Pick<MonthsCovered, 'reporting'>, language: Language): string {
  const names = enumerated(
    periods.map((period) => periodName(period, language, { measure: 'value', reporting })),
    language,
  );
  const isOne = periods.length === 1;
  if (language === 'sv') return `${names} är ${isOne ? 'försenat' : 'försenade'}`;
  return `${names} ${isOne ? 'is' : 'are'} overdue`;
}

import { enumerated, type Language } from '../language.js';
import { type AwaitedValue } from '../time/awaited-value.js';
import { comparePeriods, type IsoDate, type Period } from '../time/period.js';
import { dateLabel } from '../time/period-label.js';
import { figureName, type MonthsCovered } from './figure-name.js';
import { periodsLackText } from './lacking-text.js';
import { periodName } from './sentence-period.js';

/**
 * What is waited for and until when it is in time: "2026, väntas den 24 februari 2027", "kvartal 3 2026, väntades den 5 oktober 2026, försenat
 * sedan den 15 november 2026", "…, räknas som försenat från den 15 november 2026". `lateFrom` is the first day that is too late.
 */
export function awaitedText(
  { period, date, reporting, state }: Pick<AwaitedValue, 'period' | 'date' | 'state'> & Pick<MonthsCovered, 'reporting'>,
  lateFrom: IsoDate,
  language: Language,
): string {
  const day = (of: IsoDate): string => dateLabel(of, language);
  const name = figureName(period, language, { reporting });
  const isSwedish = language === 'sv';
  if (state === 'not-yet-due') return isSwedish ? `${name}, väntas den ${day(date)}` : `${name}, expected on ${day(date)}`;
  const expected = isSwedish ? `${name}, väntades den ${day(date)}` : `${name}, was expected on ${day(date)}`;
  if (state === 'overdue') return `${expected}, ${isSwedish ? 'försenat sedan den' : 'overdue since'} ${day(lateFrom)}`;
  return `${expected}, ${isSwedish ? 'räknas som försenat från den' : 'counts as overdue from'} ${day(lateFrom)}`;
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

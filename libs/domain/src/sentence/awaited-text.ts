import { type Language } from '../language.js';
import { type AwaitedValue } from '../time/awaited-value.js';
import { type IsoDate } from '../time/period.js';
import { dateLabel } from '../time/period-label.js';
import { figureName, type MonthsCovered } from './figure-name.js';

/**
 * What is waited for and since when: "2026, väntas den 24 februari 2027", "kvartal 3 2026, väntades den 5 oktober 2026, försenat sedan den 15
 * november 2026". `lateSince` is the first day that was too late; undefined while none is.
 */
export function awaitedText(
  { period, date, reporting }: Pick<AwaitedValue, 'period' | 'date'> & Pick<MonthsCovered, 'reporting'>,
  { isDue, lateSince }: { readonly isDue: boolean; readonly lateSince: IsoDate | undefined },
  language: Language,
): string {
  const day = (of: IsoDate): string => dateLabel(of, language);
  const name = figureName(period, language, { reporting });
  if (language === 'sv') {
    if (lateSince) return `${name}, väntades den ${day(date)}, försenat sedan den ${day(lateSince)}`;
    return isDue ? `${name}, väntades den ${day(date)}, inte försenat än` : `${name}, väntas den ${day(date)}`;
  }
  if (lateSince) return `${name}, was expected on ${day(date)}, overdue since ${day(lateSince)}`;
  return isDue ? `${name}, was expected on ${day(date)}, not overdue yet` : `${name}, expected on ${day(date)}`;
}

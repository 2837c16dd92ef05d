import type { ExpectedFigure, ReleaseCalendar } from '@slusen/contracts';
import { figureName, parsePeriod, textIn, upperFirst, type Language } from '@slusen/domain';
import ical from 'ical-generator';

const WORDS = {
  name: { sv: 'När siffrorna väntas', en: 'When figures are expected' },
  source: { sv: 'Källa', en: 'Source' },
} as const;

/** How often a calendar that follows the file asks for it again, in seconds. */
const ASKED_AGAIN = 24 * 60 * 60;

/** Where the file is served, and whose figures it tells of. */
export interface CalendarSite {
  /** The address of the installation, without a slash at its end. */
  readonly url: string;
  readonly municipality: string | undefined;
  readonly language: Language;
}

/**
 * What is expected as iCalendar (RFC 5545), each figure as a whole day. What names an event is its indicator and period, so that one that is moved
 * to another day moves in the calendars that follow; the file is the same the whole day, so that it is fetched only when it says something else.
 */
export function releaseCalendarIcs({ today, passed, coming }: ReleaseCalendar, site: CalendarSite): string {
  const { language, municipality, url } = site;
  const name = municipality ? `${municipality}: ${WORDS.name[language].toLowerCase()}` : WORDS.name[language];
  const calendar = ical({
    name,
    prodId: { company: 'SLUSEN', product: 'kalender', language: language.toUpperCase() },
    ttl: ASKED_AGAIN,
    url: `${url}${prefixOf(language)}/kalender`,
  });
  for (const figure of [...passed, ...coming]) calendar.createEvent(eventOf(figure, today, site));
  return calendar.toString();
}

const prefixOf = (language: Language): string => (language === 'sv' ? '' : '/en');

function eventOf({ indicator, period, reporting, date, told, source }: ExpectedFigure, today: string, { url, language }: CalendarSite) {
  const figure = figureName(parsePeriod(period), language, { reporting });
  return {
    id: `${indicator.slug}.${period}@${new URL(url).hostname}`,
    stamp: day(today),
    start: day(date),
    allDay: true,
    summary: `${textIn(indicator.name, language).text}: ${figure}`,
    description: `${upperFirst(told[language])}. ${WORDS.source[language]}: ${source}`,
    url: `${url}${prefixOf(language)}/indikator/${indicator.slug}`,
  };
}

/** The library writes a day by the parts that it has in UTC, which is midnight of no other zone. */
const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

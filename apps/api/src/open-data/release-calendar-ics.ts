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
 * to another day moves in the calendars that follow; each tells when it was last said, so the file is the same until it says something else.
 */
export function releaseCalendarIcs(view: ReleaseCalendar, site: CalendarSite): string {
  const { language, url } = site;
  const calendar = ical({
    name: nameOf(view, site),
    prodId: { company: 'SLUSEN', product: 'kalender', language: language.toUpperCase() },
    ttl: ASKED_AGAIN,
    url: `${url}${prefixOf(language)}/kalender`,
  });
  for (const figure of [...view.passed, ...view.coming]) calendar.createEvent(eventOf(figure, site));
  return calendar.toString();
}

const prefixOf = (language: Language): string => (language === 'sv' ? '' : '/en');

function nameOf({ area, areas }: ReleaseCalendar, { language, municipality }: CalendarSite): string {
  const whole = municipality ? `${municipality}: ${WORDS.name[language].toLowerCase()}` : WORDS.name[language];
  const narrowed = areas.find(({ slug }) => slug === area);
  return narrowed ? `${whole} (${textIn(narrowed.name, language).text})` : whole;
}

function eventOf(figure: ExpectedFigure, { url, language }: CalendarSite) {
  const { indicator, period, reporting, date, told, source, changedAt, changes } = figure;
  return {
    id: `${indicator.slug}.${period}@${new URL(url).hostname}`,
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    sequence: changes,
    start: day(date),
    allDay: true,
    summary: `${textIn(indicator.name, language).text}: ${figureName(parsePeriod(period), language, { reporting })}`,
    description: `${upperFirst(told[language])}. ${WORDS.source[language]}: ${source}`,
    url: `${url}${prefixOf(language)}/indikator/${indicator.slug}`,
  };
}

/** The library writes a day by the parts that it has in UTC, which is midnight of no other zone. */
const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

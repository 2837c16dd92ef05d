import { Injectable } from '@angular/core';
import type { ReleaseCalendar } from '@slusen/contracts';
import type { Language } from '@slusen/domain';
import { reading, type Reading } from './reading.js';

/** When figures are expected, of an area of the strategy or of all. Readings need an injection context. */
@Injectable({ providedIn: 'root' })
export class CalendarApi {
  calendar(area: () => string | undefined): Reading<ReleaseCalendar> {
    return reading<ReleaseCalendar>(() => this.data(area()));
  }

  /** The address of what the page is made from. */
  data(area: string | undefined): string {
    return `/api/calendar${queryOf(area)}`;
  }

  /** The address of the calendar that other programs follow. */
  file(language: Language, area: string | undefined): string {
    return `${language === 'sv' ? '' : '/en'}/kalender.ics${queryOf(area)}`;
  }
}

function queryOf(area: string | undefined): string {
  return area ? `?${new URLSearchParams({ area })}` : '';
}

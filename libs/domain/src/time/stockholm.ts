import { DomainError } from '../domain-error.js';
import { type Instant, type IsoDate } from './period.js';

const stockholm = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar date in Stockholm at a moment; throws `instant.unknown` for text that is none. */
export function stockholmDate(instant: Instant): IsoDate {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) throw new DomainError('instant.unknown', { text: String(instant).slice(0, 100) });
  const parts = Object.fromEntries(stockholm.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}`;
}

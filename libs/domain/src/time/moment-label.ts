import { DomainError } from '../domain-error.js';
import { type Language } from '../language.js';
import { dateLabel } from './period-label.js';
import { type Instant } from './period.js';
import { stockholmDate } from './stockholm.js';

const clock = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * A moment as the clock in Stockholm shows it: "24 november 2026 kl. 14.05", "24 November 2026 at 14:05"; throws
 * `instant.unknown` for text that is none.
 */
export function momentLabel(instant: Instant, language: Language): string {
  const date = dateLabel(stockholmDate(instant), language);
  const time = clock.format(new Date(instant));
  return language === 'sv' ? `${date} kl. ${time.replace(':', '.')}` : `${date} at ${time}`;
}

/** The same for a column that is sorted: "2026-11-24 14:05". */
export function momentStamp(instant: Instant): string {
  return `${stockholmDate(instant)} ${clock.format(new Date(instant))}`;
}

const HOUR = 3_600_000;

/**
 * The moment of a stamp ("2026-11-24 14:05"), as `momentStamp` writes it; of the hour that comes twice in autumn the first, and of the
 * one that is left out in spring the hour after. Throws `instant.unknown` for text that is none.
 */
export function stampedMoment(stamp: string): Instant {
  const asUtc = Date.parse(`${stamp.replace(' ', 'T')}Z`);
  if (Number.isNaN(asUtc)) throw new DomainError('instant.unknown', { text: stamp.slice(0, 100) });
  const [summer, winter] = [new Date(asUtc - 2 * HOUR).toISOString(), new Date(asUtc - HOUR).toISOString()] as const;
  return momentStamp(summer) === stamp ? summer : winter;
}

import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with a date or a period. */
export const TIME_ERRORS = {
  'date.unknown': { status: 422, audience: 'api', detail: 'Write the date as 2026-09-30; {text} is no day of the calendar.' },
  'instant.unknown': { status: 422, audience: 'api', detail: 'Write the time as 2026-09-30T08:00:00Z; {text} is none.' },
  'period.unknown': { status: 422, audience: 'screen', detail: 'Write the period as {accepted}.' },
  'period.wrong-cadence': {
    status: 422,
    audience: 'screen',
    detail: 'The indicator is not measured for periods such as {period}; its cadence says which.',
  },
  'period.after-end': { status: 422, audience: 'screen', detail: 'The indicator has ended: it is not measured after {last}.' },
  'period.too-early': { status: 422, audience: 'screen', detail: 'A figure can be entered by hand for the year {year} and later.' },
  'period.not-begun': { status: 422, audience: 'screen', detail: 'A figure can be given once its period, {period}, has begun.' },
  'period.cadence-mixed': { status: 422, audience: 'api', detail: 'Both periods must have the same length; {first} and {last} differ.' },
  'history.not-found': {
    status: 404,
    audience: 'api',
    detail: 'Nothing had been recorded yet at {known}; what is kept here begins on {since}.',
  },
  'known.in-future': { status: 400, audience: 'api', detail: 'Nobody knows the future: ask for a moment that has been.' },
  'known.malformed': {
    status: 400,
    audience: 'api',
    detail: 'Send an instant with its offset, such as 2026-04-27T13:00:00+02:00, or a date.',
  },
} as const satisfies ErrorTable;

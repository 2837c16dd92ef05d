import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with the place of a figure. */
export const INDICATOR_ERRORS = {
  'indicator.not-found': { status: 404, audience: 'screen', detail: 'There is no indicator {indicator}; /api/indicators lists them.' },
  'territory.not-found': { status: 404, audience: 'screen', detail: 'There is no territory with the code {territory}.' },
} as const satisfies ErrorTable;

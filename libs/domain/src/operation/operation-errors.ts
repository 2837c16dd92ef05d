import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with what the program does by itself. */
export const OPERATION_ERRORS = {
  'export.under-way': {
    status: 409,
    audience: 'screen',
    detail: 'Everything is being written for somebody already; try again in a while.',
  },
  'export.not-found': { status: 404, audience: 'api', detail: 'The file is kept for ten minutes only; make it anew.' },
  'job.not-found': { status: 404, audience: 'screen', detail: 'No job {id} was given up; it may be tried again already.' },
  'mail.header-broken': { status: 422, audience: 'api', detail: 'An address or a subject of a mail is one line.' },
  'mail.not-found': { status: 404, audience: 'screen', detail: 'There is no mail {id}, or its text is not kept any more.' },
} as const satisfies ErrorTable;

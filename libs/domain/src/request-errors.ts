import { type ErrorTable } from './error-kind.js';

/** What can be wrong with a request as such, whatever it asks for. */
export const REQUEST_ERRORS = {
  'input.invalid': { status: 400, audience: 'screen', detail: 'See "errors" for each place that does not fit.' },
  'precondition.missing': { status: 428, audience: 'api', detail: 'Send the version that you read in {header}.' },
  'precondition.malformed': { status: 400, audience: 'api', detail: '{header} must hold one version in quotation marks, such as "3".' },
  'idempotency.missing': { status: 400, audience: 'api', detail: 'Send an {header}, made anew for each thing that is to be created.' },
  'idempotency.malformed': { status: 400, audience: 'api', detail: '{header} must be 8 to 100 visible ASCII characters without a space.' },
  'idempotency.other-request': {
    status: 422,
    audience: 'api',
    detail: 'This Idempotency-Key was used for another content; make a new one.',
  },
  'idempotency.running': {
    status: 409,
    audience: 'screen',
    detail: 'The first request with this Idempotency-Key is still running; ask again in a moment.',
  },
  'service.unavailable': { status: 503, audience: 'screen', detail: 'Try again in a few seconds.' },
  'service.error': {
    status: 500,
    audience: 'screen',
    detail: 'The fault is ours; name the request in "instance" when you report it.',
  },
} as const satisfies ErrorTable;

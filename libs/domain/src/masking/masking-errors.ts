import { type ErrorTable } from '../error-kind.js';

/** Why something cannot be hidden, or shown again. */
export const MASKING_ERRORS = {
  'masking.not-shown': {
    status: 409,
    audience: 'screen',
    detail: 'It is not shown now ({place}): it is hidden already, holds no text, or is not there. Search again.',
  },
  'masking.not-hidden': { status: 409, audience: 'screen', detail: 'It is not hidden now ({place}). Read the list again.' },
} as const satisfies ErrorTable;

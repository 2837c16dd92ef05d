import { type ErrorTable } from '../error-kind.js';

/** Why a round cannot be opened or changed; what does not fit in it is told by a code of its own. */
export const ROUND_ERRORS = {
  'round.not-found': { status: 404, audience: 'screen', detail: 'There is no follow-up round {round}; /api/rounds lists them.' },
  'round.stale': {
    status: 412,
    audience: 'screen',
    detail: 'It was changed since you read it: revision {revision} is there now. Read it again and send that revision in If-Match.',
  },
  'round.taken': {
    status: 409,
    audience: 'screen',
    detail: 'There is a follow-up round of that period already ({round}); change that one.',
  },
  'round.far-from-its-period': { status: 422, audience: 'screen', detail: 'A round opens within a year of the end of its period.' },
  'round.due-before-it-opens': { status: 422, audience: 'screen', detail: 'The last day of a round does not lie before the day it opens.' },
  'round.reviewed-before-it-is-due': {
    status: 422,
    audience: 'screen',
    detail: 'The review of a round does not end before its last day with its grace.',
  },
  'round.public-before-it-opens': { status: 422, audience: 'screen', detail: 'Figures of a round are not published before it opens.' },
  'round.public-too-late': {
    status: 422,
    audience: 'screen',
    detail: 'Figures of a round are published within a year of the end of its review.',
  },
  'round.locked-before-it-is-reviewed': { status: 422, audience: 'screen', detail: 'A round is locked after its review has ended.' },
} as const satisfies ErrorTable;

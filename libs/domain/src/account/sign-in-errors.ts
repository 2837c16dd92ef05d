import { type ErrorTable } from '../error-kind.js';

/** What can go wrong on the way through the municipality's own sign-in, and with what stands beside a password. */
export const SIGN_IN_ERRORS = {
  'provider.not-found': { status: 404, audience: 'screen', detail: 'No sign-in of the municipality is set up here; use a password.' },
  'provider.away': {
    status: 503,
    audience: 'screen',
    detail: 'The sign-in of the municipality does not answer; try again, or use a password.',
  },
  'provider.cancelled': { status: 401, audience: 'screen', detail: 'The sign-in of the municipality was broken off there.' },
  'provider.not-proven': {
    status: 401,
    audience: 'screen',
    detail: 'The answer of the sign-in of the municipality proves nothing; begin again.',
  },
  'provider.account-disabled': { status: 403, audience: 'screen', detail: 'The account is disabled here; an administrator can enable it.' },
  'second-factor.none': { status: 422, audience: 'screen', detail: 'The account has no second factor, or none that was begun.' },
  'second-factor.exists': {
    status: 422,
    audience: 'screen',
    detail: 'The account has a second factor; turn it off before another one is set up.',
  },
  'second-factor.no-password': {
    status: 422,
    audience: 'screen',
    detail: 'The account has no password here: who it is, is proven by the sign-in of the municipality.',
  },
  'second-factor.wrong-code': { status: 422, audience: 'screen', detail: 'The code is not right, was used already, or has run out.' },
  'machine-key.not-found': {
    status: 404,
    audience: 'screen',
    detail: 'There is no key with the number {id}; --list shows those there are.',
  },
  'machine-key.another-account': {
    status: 422,
    audience: 'screen',
    detail: 'There is an account named {username} already, of a person or for another department.',
  },
  'machine-key.end-passed': { status: 422, audience: 'screen', detail: 'The last day of the key, {lastDay}, has passed already.' },
  'machine-key.end-too-far': { status: 422, audience: 'screen', detail: 'A key is good for two years at most; {lastDay} is later.' },
  'session.machine': { status: 403, audience: 'api', detail: 'A business system with a key has no session and no account to tend.' },
  'session.wrong-key': {
    status: 401,
    audience: 'api',
    detail: 'The key is not known, has been revoked or has run out; an administrator can make another one.',
  },
} as const satisfies ErrorTable;

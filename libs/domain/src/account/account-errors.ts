import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with an account, its password or its session. */
export const ACCOUNT_ERRORS = {
  'account.exists': { status: 422, audience: 'screen', detail: 'There already is an account named {username}.' },
  'account.not-found': { status: 404, audience: 'screen', detail: 'There is no account named {username} that can be used.' },
  'account.unknown-department': {
    status: 422,
    audience: 'screen',
    detail: 'There is no department {department}; departments come with the strategy file.',
  },
  'account.needs-department': {
    status: 422,
    audience: 'screen',
    detail: 'The role {role} is held for a department: {role}:DEPARTMENT, with its slug in the strategy file.',
  },
  'account.last-administrator': {
    status: 422,
    audience: 'screen',
    detail: '{username} is the last administrator that can be used until further notice; make another one first.',
  },
  'account.stale': { status: 412, audience: 'screen', detail: 'The account is at version {version} now. Read it again.' },
  'account.email-taken': { status: 422, audience: 'screen', detail: 'Another account has this e-mail address.' },
  'account.no-email': { status: 422, audience: 'screen', detail: '{username} has no e-mail address that anything can be sent to.' },
  'account.disabled': { status: 422, audience: 'screen', detail: '{username} is shut out; let it in first.' },
  'account.role-backwards': { status: 422, audience: 'screen', detail: 'A role does not end before it begins.' },
  'account.role-twice': { status: 422, audience: 'screen', detail: 'The role {role} is there twice for one department.' },
  'account.own-reviewer': {
    status: 422,
    audience: 'screen',
    detail: 'Nobody gives the role {role} to oneself: another administrator confirms it.',
  },
  'account.own-confirmation': { status: 403, audience: 'screen', detail: 'Another administrator confirms what you proposed for yourself.' },
  'account.own-second-factor': {
    status: 403,
    audience: 'screen',
    detail: 'Whoever turns off their own second factor does so on the page of their account, with a code.',
  },
  'proposal.not-found': { status: 404, audience: 'screen', detail: 'The proposed role was confirmed or refused already.' },
  'session.not-found': { status: 404, audience: 'screen', detail: 'The session has ended already.' },
  'link.broken': { status: 400, audience: 'screen', detail: 'The link is not whole: some of it was cut off or changed.' },
  'link.not-found': { status: 404, audience: 'screen', detail: 'The link was not made here, or is not kept any more.' },
  'link.expired': { status: 410, audience: 'screen', detail: 'The link could be used until {until}. Ask for a new one.' },
  'link.used': { status: 410, audience: 'screen', detail: 'The link was used already; it works once.' },
  'link.replaced': {
    status: 410,
    audience: 'screen',
    detail: 'There is a newer link, or the account is shut out; this one works no more.',
  },
  'password.too-short': { status: 422, audience: 'screen', detail: 'A password has at least twelve characters.' },
  'password.too-long': { status: 422, audience: 'screen', detail: 'A password has at most two hundred characters.' },
  'password.wrong': { status: 422, audience: 'screen', detail: 'The current password is not right.' },
  'session.missing': { status: 401, audience: 'screen', detail: 'Sign in, or sign in again if the session has ended.' },
  'session.wrong-credentials': { status: 401, audience: 'screen', detail: 'The user name or the password is not right.' },
  'session.csrf': {
    status: 403,
    audience: 'screen',
    detail: 'Send the token of your session in X-CSRF-Token, from a page of this address.',
  },
  'session.code-needed': {
    status: 401,
    audience: 'screen',
    detail: 'The password is right. Send the code of the second factor, or a recovery code, with it.',
  },
  'session.wrong-code': {
    status: 401,
    audience: 'screen',
    detail: 'The code of the second factor is not right, was used already, or has run out.',
  },
  'session.second-factor-required': {
    status: 403,
    audience: 'screen',
    detail: 'An administrator sets up a second factor (PUT /api/account/second-factor) before anything else.',
  },
  'session.code-throttled': {
    status: 429,
    audience: 'screen',
    detail: 'Too many wrong codes of the second factor. Wait {seconds} seconds, as Retry-After says, or ask an administrator to reset it.',
  },
  'session.throttled': { status: 429, audience: 'screen', detail: 'Wait {seconds} seconds, as Retry-After says, before the next attempt.' },
} as const satisfies ErrorTable;

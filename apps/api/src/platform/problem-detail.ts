/** What to do about a problem, in a sentence for whoever reads the answer of the API; by its code. */
const OF_CODE: Readonly<Record<string, string>> = {
  'account.exists': 'Choose another user name.',
  'change.decision-required': 'What was adopted changes only by a decision: name it in "decision", and say why in "reason".',
  'change.reason-required': 'Say why, in the field "reason".',
  'definition.has-figures': 'Its figures are for other periods than that cadence has; what is measured otherwise is another indicator.',
  'entry.action-not-allowed': 'The entry has moved on meanwhile; read it again to see which steps it allows.',
  'entry.exists': 'An entry for this indicator, period, territory and breakdown is under way; go on with that one.',
  'entry.not-author': 'Only someone who has written in the entry may take this step.',
  'entry.own-approval': 'Someone who has not written in the entry must approve it.',
  'entry.own-return': 'Someone who has not written in the entry must return it; its author withdraws it instead.',
  'entry.reason-required': 'Say why, in the field "reason".',
  'entry.stale': 'The entry was changed since you read it; read it again and send the version you then see in If-Match.',
  'entry.unanswered-plausibility': 'Answer each question about the value, in the field "answers".',
  'entry.value-or-missing': 'Give a value or the reason why there is none, not both.',
  'entry.value-required': 'Give a value, or the reason why there is none.',
  'goal.not-measured': 'The goal is left unmeasured on purpose; no indicator can measure it.',
  'idempotency.malformed': 'Idempotency-Key must be 8 to 100 visible ASCII characters without a space.',
  'idempotency.missing': 'Send an Idempotency-Key, made anew for each thing that is to be created.',
  'idempotency.other-request': 'This Idempotency-Key was used for another content; make a new one.',
  'idempotency.running': 'The first request with this Idempotency-Key is still running; ask again in a moment.',
  'input.invalid': 'See "errors" for each place that does not fit.',
  'password.wrong': 'The current password is not right.',
  'period.not-begun': 'A figure can be given once its period has begun.',
  'period.unknown': 'Write the period as 2026-M09, 2026-Q3, 2026-T2, 2026-H1 or 2026.',
  'period.wrong-cadence': 'The indicator is not measured for periods of that kind; its cadence says which.',
  'known.in-future': 'Nobody knows the future: ask for a moment that has been.',
  'known.malformed': 'Send an instant with its offset, such as 2026-04-27T13:00:00+02:00, or a date.',
  'permission.forbidden': 'Your roles do not allow this.',
  'precondition.malformed': 'If-Match must hold one version in quotation marks, such as "3".',
  'precondition.missing': 'Send the version that you read in If-Match.',
  'revision.stale': 'It was changed since you read it; read it again and send the revision you then see in If-Match.',
  'service.unavailable': 'Try again in a few seconds.',
  'session.csrf': 'Send the token of your session in X-CSRF-Token, from a page of this address.',
  'session.missing': 'Sign in, or sign in again if the session has ended.',
  'session.throttled': 'Wait as long as Retry-After says before the next attempt.',
  'session.wrong-credentials': 'The user name or the password is not right.',
  'strategy.not-found': 'No strategy has been read in that is in force today.',
};

const OF_STATUS: Readonly<Record<number, string>> = {
  400: 'Compare the request with the description in /api/openapi.json.',
  404: 'There is nothing at this address, or nothing that you may see.',
  405: 'The description in /api/openapi.json says which methods there are.',
  413: 'Send less at a time.',
  415: 'Send JSON, with the content type application/json.',
  422: 'The code says which rule refuses it, the facts say what it met.',
  429: 'Wait as long as Retry-After says.',
  500: 'The fault is ours; name the request in "instance" when you report it.',
};

/** One sentence for each problem; of a code that is not listed, what its status says. */
export function detailOf(status: number, code: string): string {
  return OF_CODE[code] ?? OF_STATUS[status] ?? 'The title says what is wrong.';
}

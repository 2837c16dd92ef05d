import { type ErrorTable } from '../error-kind.js';

/** Why something is not removed. */
export const DISPOSAL_ERRORS = {
  'disposal.too-late': { status: 422, audience: 'screen', detail: 'It is removed no earlier: what is newer than {latest} is kept.' },
  'disposal.not-decided': { status: 422, audience: 'screen', detail: 'The decision is of a day to come.' },
  'disposal.nothing': { status: 409, audience: 'screen', detail: 'There is nothing that the decision would remove.' },
  'disposal.kept': {
    status: 422,
    audience: 'screen',
    detail: 'Published figures, decisions and adopted versions are never removed ({place}); they stay hidden.',
  },
  'disposal.still-told': {
    status: 409,
    audience: 'screen',
    detail: 'Event {event} ({action}) tells the text as something that is never removed, its decision for one; nothing was removed.',
  },
  'disposal.not-disabled': { status: 409, audience: 'screen', detail: 'Shut the account out first: who left has no way in.' },
  'account.pseudonymised': { status: 409, audience: 'screen', detail: 'Who this was is removed for ever; invite the person anew.' },
} as const satisfies ErrorTable;

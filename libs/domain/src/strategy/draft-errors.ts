import { type ErrorTable } from '../error-kind.js';

/** Why a version that is being written, or a step with it, can be refused; its page has words of its own for each. */
export const DRAFT_ERRORS = {
  'draft.not-found': { status: 404, audience: 'api', detail: 'There is no such draft of a strategy, or none that the account may see.' },
  'draft.stale': {
    status: 412,
    audience: 'api',
    detail: 'The draft has moved on since you read it; read it again and send the version you then see in If-Match ({version} now).',
  },
  'draft.not-open': { status: 409, audience: 'api', detail: 'The draft is {state} now; take it back before you change its words.' },
  'draft.step-not-possible': { status: 409, audience: 'api', detail: 'A draft that is {state} cannot go that way ({step}).' },
  'draft.own-proposal': { status: 403, audience: 'api', detail: 'Someone else than who proposed the draft must adopt it.' },
} as const satisfies ErrorTable;

import { type ErrorTable } from '../error-kind.js';

/** Why an action cannot be entered or changed; what does not fit in it is told place by place. */
export const ACTION_ERRORS = {
  'action.not-found': { status: 404, audience: 'screen', detail: 'There is no action {action}; /api/actions lists them.' },
  'action.stale': {
    status: 412,
    audience: 'screen',
    detail: 'The action was changed since you read it: revision {revision} is there now. Read it again and send that revision in If-Match.',
  },
  'action.foreign-lead': {
    status: 403,
    audience: 'screen',
    detail: 'Only an actor that the account answers for can lead it ({lead}); a strategist can hand it over.',
  },
} as const satisfies ErrorTable;

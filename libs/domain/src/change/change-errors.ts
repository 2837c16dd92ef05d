import { type ErrorTable } from '../error-kind.js';

/** What can be missing for a change of what was decided; a request says it in its body, a command by its arguments. */
export const CHANGE_ERRORS = {
  'revision.stale': {
    status: 412,
    audience: 'api',
    detail: 'It was changed since you read it: revision {revision} is there now. Read it again and send that revision in If-Match.',
  },
  'change.reason-required': {
    status: 422,
    audience: 'screen',
    detail: 'What is there already says otherwise. To write new revisions, say why with --reason; nothing was stored.',
  },
  'change.decision-required': {
    status: 422,
    audience: 'command',
    detail:
      'What was adopted says otherwise, and changes only by a decision: name the decision with --decision and say why with --reason; nothing was stored.',
  },
  'change.version-required': {
    status: 422,
    audience: 'command',
    detail:
      'Other areas or goals than those of a version that was adopted are another decision: give the version a number of its own; nothing was stored.',
  },
} as const satisfies ErrorTable;

import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with a target when it is held against figures; what it may say is checked when it is written (`targetFaults`). */
export const TARGET_ERRORS = {
  'target.direction-none': {
    status: 422,
    audience: 'api',
    detail: 'An indicator where neither way is better takes a band, not a point.',
  },
} as const satisfies ErrorTable;

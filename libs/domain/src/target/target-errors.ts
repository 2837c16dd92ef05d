import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with a target when it is held against figures; what it may say is checked when it is written (`targetFaults`). */
export const TARGET_ERRORS = {
  'target.direction-none': {
    status: 422,
    audience: 'api',
    detail: 'An indicator where neither way is better takes a band, not a point.',
  },
  'target.unfinished': {
    status: 422,
    audience: 'api',
    detail: 'The target lacks a period or a value that its kind needs; nothing can be said of it yet.',
  },
} as const satisfies ErrorTable;

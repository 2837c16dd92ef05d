import { type ErrorTable } from '../error-kind.js';

/** How the policy says no. */
export const PERMISSION_ERRORS = {
  'permission.forbidden': { status: 403, audience: 'screen', detail: 'The roles of the account do not allow this ({action}).' },
  'permission.hidden': { status: 404, audience: 'screen', detail: 'There is nothing here, or nothing that the account may see.' },
} as const satisfies ErrorTable;

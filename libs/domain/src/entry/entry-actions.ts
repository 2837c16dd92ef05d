import { isAllowed, type AccountFacts } from '../permission/permission.js';
import { type Entry, type EntryAction } from './entry.js';
import { allowedActions } from './entry-workflow.js';

/** The steps this account can take with an entry, by role, scope, state and authorship: the buttons it is shown. */
export function entryActionsFor(account: AccountFacts, entry: Pick<Entry, 'state' | 'authors' | 'department'>): readonly EntryAction[] {
  return allowedActions(entry, account.id).filter((action) => isAllowed(account, `entry.${action}`, entry) === 'allowed');
}

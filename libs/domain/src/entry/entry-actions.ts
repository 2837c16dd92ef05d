import { isAllowed, lendersOf, type AccountFacts } from '../permission/permission.js';
import { ENTRY_ACTIONS, type Entry, type EntryAction } from './entry.js';
import { isOpenTo, isOwnEntry, OWN_STEPS } from './entry-workflow.js';

/** What of an entry says who may do what with it. */
type Asked = Pick<Entry, 'state' | 'authors' | 'writtenFor' | 'department'>;

/** The steps this account can take with an entry, by role, scope, state and whose it is: the buttons it is shown. */
export function entryActionsFor(account: AccountFacts, entry: Asked): readonly EntryAction[] {
  return ENTRY_ACTIONS.filter((action) => {
    if (isAllowed(account, `entry.${action}`, entry) !== 'allowed') return false;
    return isOpenTo(entry, action, { by: account.id, inPlaceOf: stepInPlaceOf(account, action, entry) });
  });
}

/**
 * In whose place an account takes a step: those who lend the right to it. Where it is a step for those whose entry it is, also those of them
 * whom the account stands in for, though its own roles would be enough.
 */
export function stepInPlaceOf(account: AccountFacts, action: EntryAction, entry: Asked): readonly string[] {
  const lenders = lendersOf(account, `entry.${action}`, entry);
  if (lenders.length > 0 || !OWN_STEPS.includes(action) || isOwnEntry(entry, account.id)) return lenders;
  const away = new Set(account.roles.flatMap(({ lentBy }) => lentBy ?? []));
  return [...away].filter((lender) => isOwnEntry(entry, lender));
}

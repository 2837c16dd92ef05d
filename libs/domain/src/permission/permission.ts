import { type AccountRole } from '../strategy/actor.js';
import { type Entry, type EntryAction, type EntryState } from '../entry/entry.js';
import { allowedActions } from '../entry/entry-workflow.js';
import { POLICY, type PermissionAction, type PolicyRule } from './permission-policy.js';

/** A role as it was given to someone; for one department where the role needs one. */
export interface RoleAssignment {
  readonly role: AccountRole;
  readonly department?: string | undefined;
}

/** What the policy needs to know of who asks. */
export interface AccountFacts {
  readonly id: string;
  readonly roles: readonly RoleAssignment[];
}

/** What is asked about: an entry, the indicator a new entry would be for, or an account. */
export interface PermissionSubject {
  readonly department?: string | undefined;
  readonly state?: EntryState | undefined;
  readonly account?: string | undefined;
}

/** `hidden`: not even its existence is for this account to know (404); `forbidden`: visible, but not to be done (403). */
export type Permission = 'allowed' | 'forbidden' | 'hidden';

/**
 * Whether an account may do something, to a subject if there is one. Without a subject it asks about the action as such:
 * a reporter may read tasks, of whichever departments `departmentsFor` names.
 */
export function isAllowed(account: AccountFacts, action: PermissionAction, subject?: PermissionSubject): Permission {
  if (subject && isOutOfSight(account, action, subject)) return 'hidden';
  if (grants(account, action, subject)) return 'allowed';
  return subject && !action.startsWith('entry.') ? 'hidden' : 'forbidden';
}

/** Whose things a list may show this account: every department's, or those of the departments named. */
export function departmentsFor(account: AccountFacts, action: PermissionAction): 'all' | readonly string[] {
  const granted = account.roles.flatMap((assignment) => rulesFor(assignment, action).map((rule) => ({ rule, assignment })));
  if (granted.some(({ rule }) => rule.scope === 'all')) return 'all';
  const departments = granted.filter(({ rule }) => rule.scope === 'own-department').map(({ assignment }) => assignment.department);
  return [...new Set(departments.filter((department) => department !== undefined))];
}

/** The steps this account can take with an entry, by role, scope, state and authorship: the buttons it is shown. */
export function entryActionsFor(account: AccountFacts, entry: Pick<Entry, 'state' | 'authors' | 'department'>): readonly EntryAction[] {
  return allowedActions(entry, account.id).filter((action) => isAllowed(account, `entry.${action}`, entry) === 'allowed');
}

function grants(account: AccountFacts, action: PermissionAction, subject: PermissionSubject | undefined): boolean {
  return account.roles.some((assignment) =>
    rulesFor(assignment, action).some((rule) => reaches(rule, assignment, { account, subject }) && fitsState(rule, subject)),
  );
}

function rulesFor({ role }: RoleAssignment, action: PermissionAction): readonly PolicyRule[] {
  return POLICY.filter((rule) => rule.roles.includes(role) && rule.actions.includes(action));
}

function reaches(
  { scope }: PolicyRule,
  { department }: RoleAssignment,
  { account, subject }: { readonly account: AccountFacts; readonly subject: PermissionSubject | undefined },
): boolean {
  if (scope === 'all') return true;
  if (scope === 'self') return !subject || subject.account === account.id;
  // A departmental role without a department reaches nothing, rather than everything.
  return department !== undefined && (!subject || subject.department === department);
}

function fitsState({ states }: PolicyRule, subject: PermissionSubject | undefined): boolean {
  return states === undefined || states === 'workflow' || subject?.state === undefined || states.includes(subject.state);
}

/** What cannot be read cannot be acted on either: an answer other than "not found" would tell that it exists. */
function isOutOfSight(account: AccountFacts, action: PermissionAction, subject: PermissionSubject): boolean {
  return action.startsWith('entry.') && !grants(account, 'entry.read', subject);
}

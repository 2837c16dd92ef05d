import { type AccountRole } from '../strategy/actor.js';
import { type PolicyRule } from './feature-rights.js';
import { POLICY, rightsAbout, type PermissionAction, type PermissionState } from './permission-policy.js';

/** A role as it was given to someone; for one department where the role needs one. */
export interface RoleAssignment {
  readonly role: AccountRole;
  readonly department?: string | undefined;
  /** Whose role it is, where it is lent by somebody who is away. */
  readonly lentBy?: string | undefined;
}

/** What the policy needs to know of who asks. */
export interface AccountFacts {
  readonly id: string;
  readonly roles: readonly RoleAssignment[];
}

/** What is asked about: an entry, the indicator a new entry would be for, or an account. */
export interface PermissionSubject {
  readonly department?: string | undefined;
  readonly state?: PermissionState | undefined;
  readonly account?: string | undefined;
}

/** `hidden`: not even its existence is for this account to know (404); `forbidden`: visible, but not to be done (403). */
export type Permission = 'allowed' | 'forbidden' | 'hidden';

/**
 * Whether an account may do something, to a subject if there is one. Without a subject it asks about the action as such:
 * a reporter may read tasks, of whichever departments `departmentsFor` names.
 */
export function isAllowed(account: AccountFacts, action: PermissionAction, subject?: PermissionSubject): Permission {
  const { subject: kind } = rightsAbout(action);
  if (subject && kind && !grants(account, kind.seenBy, subject)) return 'hidden';
  if (grants(account, action, subject)) return 'allowed';
  return subject && !kind ? 'hidden' : 'forbidden';
}

/** Whose roles the right to something rests on, each enough with the account's own; nobody's where those are enough, or nothing is. */
export function lendersOf(account: AccountFacts, action: PermissionAction, subject?: PermissionSubject): readonly string[] {
  const away = new Set(account.roles.flatMap(({ lentBy }) => lentBy ?? []));
  const isEnough = (lender?: string): boolean => {
    const roles = account.roles.filter(({ lentBy }) => lentBy === undefined || lentBy === lender);
    return isAllowed({ ...account, roles }, action, subject) === 'allowed';
  };
  return away.size === 0 || isEnough() ? [] : [...away].filter(isEnough);
}

/** Whether whoever runs the server may do it by a command, with no account to ask about. */
export function mayOperator(action: PermissionAction): boolean {
  return rulesFor(action).some(({ byOperator }) => byOperator);
}

/** Whether a role gives nothing unless it is held for a department: all that it reaches is that department's. */
export function needsDepartment(role: AccountRole): boolean {
  const scopes = POLICY.flatMap(({ rules }) =>
    rules.filter(({ roles }) => roles !== 'everyone' && roles.includes(role)).map(({ scope }) => scope),
  );
  return scopes.length > 0 && scopes.every((scope) => scope === 'own-department');
}

/** Whose things a list may show this account: every department's, or those of the departments named. */
export function departmentsFor(account: AccountFacts, action: PermissionAction): 'all' | readonly string[] {
  const granted = rulesFor(action).flatMap((rule) => holdings(account, rule).map(({ department }) => ({ scope: rule.scope, department })));
  if (granted.some(({ scope }) => scope === 'all')) return 'all';
  const departments = granted.filter(({ scope }) => scope === 'own-department').map(({ department }) => department);
  return [...new Set(departments.filter((department) => department !== undefined))];
}

/** What a rule holds someone by: a role with its department, or only that they have an account. */
type Holding = Pick<RoleAssignment, 'department'>;

function grants(account: AccountFacts, action: string, subject: PermissionSubject | undefined): boolean {
  return rulesFor(action).some(
    (rule) => fitsState(rule, subject) && holdings(account, rule).some((holding) => reaches(rule, holding, { account, subject })),
  );
}

function rulesFor(action: string): readonly PolicyRule[] {
  return rightsAbout(action).rules.filter((rule) => rule.actions.includes(action));
}

function holdings(account: AccountFacts, { roles }: PolicyRule): readonly Holding[] {
  return roles === 'everyone' ? [{}] : account.roles.filter(({ role }) => roles.includes(role));
}

function reaches(
  { scope }: PolicyRule,
  { department }: Holding,
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

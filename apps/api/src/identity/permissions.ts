import { Injectable } from '@nestjs/common';
import { DomainError, isAllowed, mayOperator, rightsAbout, type PermissionAction, type PermissionSubject } from '@slusen/domain';
import { OPERATOR, type Account, type AwayPerson, type Principal } from './account.js';
import { standIn } from './standing-in.js';

/** What is asked about; with its id, one that is hidden is answered for in the very words of one that is not there. */
export type AskedAbout = PermissionSubject & { readonly id?: string };

/** Asks the domain's policy and turns its "no" into an error: outside the scope 404, visible but not allowed 403. */
@Injectable()
export class Permissions {
  /** Throws `permission.forbidden`, `permission.hidden` or what the subject's feature says of one that is not there. */
  require(acting: Principal, action: PermissionAction, subject?: AskedAbout): void {
    const verdict = acting === OPERATOR ? operatorVerdict(action) : isAllowed(policyAccount(acting), action, subject);
    if (verdict === 'hidden') throw hidden(action, subject);
    if (verdict === 'forbidden') throw new DomainError('permission.forbidden', { action });
    if (acting !== OPERATOR) standIn(neededFor(acting, action, subject));
  }

  /** Whether the account may do it, for what is left out where it may not. */
  may(account: Account, action: PermissionAction, subject: PermissionSubject): boolean {
    return isAllowed(policyAccount(account), action, subject) === 'allowed';
  }
}

const operatorVerdict = (action: PermissionAction) => (mayOperator(action) ? 'allowed' : 'forbidden');

function hidden(action: PermissionAction, subject: AskedAbout | undefined): DomainError {
  const { notFound } = rightsAbout(action).subject ?? {};
  return notFound && subject?.id ? notFound(subject.id) : new DomainError('permission.hidden');
}

/** Whose roles the right rests on; nobody's where the account's own roles are enough. */
function neededFor(account: Account, action: PermissionAction, subject: PermissionSubject | undefined): AwayPerson[] {
  const away = new Map(account.roles.flatMap(({ for: person }) => (person ? [[person.id, person] as const] : [])));
  if (away.size === 0) return [];
  const isEnough = (lender?: string): boolean => {
    const roles = account.roles.filter(({ for: person }) => person === undefined || person.id === lender);
    return isAllowed(policyAccount({ ...account, roles }), action, subject) === 'allowed';
  };
  return isEnough() ? [] : [...away.values()].filter(({ id }) => isEnough(id));
}

/** The account as the policy knows it: departments by their slug. */
export function policyAccount({ id, roles }: Account) {
  return { id, roles: roles.map(({ role, department }) => (department ? { role, department: department.slug } : { role })) };
}

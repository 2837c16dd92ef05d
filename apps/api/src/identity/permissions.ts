import { Injectable } from '@nestjs/common';
import { DomainError, isAllowed, type PermissionAction, type PermissionSubject } from '@slusen/domain';
import { OPERATOR, type Account, type Acting } from './account.js';

/** Asks the domain's policy table and turns its "no" into an error: outside the scope 404, visible but not allowed 403. */
@Injectable()
export class Permissions {
  /** `id` is that of an entry: one that is hidden is answered in the very words of one that is not there. */
  require(account: Acting, action: PermissionAction, subject?: PermissionSubject & { readonly id?: string }): void {
    if (account === OPERATOR) return;
    const verdict = isAllowed(policyAccount(account), action, subject);
    if (verdict === 'hidden')
      throw subject?.id ? new DomainError('entry.not-found', { entry: subject.id }) : new DomainError('permission.hidden');
    if (verdict === 'forbidden') throw new DomainError('permission.forbidden', { action });
  }

  allows(account: Account, action: PermissionAction, subject?: PermissionSubject): boolean {
    return isAllowed(policyAccount(account), action, subject) === 'allowed';
  }
}

/** The account as the policy table knows it: departments by their slug. */
export function policyAccount({ id, roles }: Account) {
  return { id, roles: roles.map(({ role, department }) => (department ? { role, department: department.slug } : { role })) };
}

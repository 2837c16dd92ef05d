import { Injectable } from '@nestjs/common';
import {
  DomainError,
  isAllowed,
  lendersOf,
  mayOperator,
  rightsAbout,
  type PermissionAction,
  type PermissionSubject,
  type AccountFacts,
} from '@slusen/domain';
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
    if (acting !== OPERATOR) standIn(awayAmong(acting, lendersOf(policyAccount(acting), action, subject)));
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

/** Those of the people whom the account stands in for. */
export function awayAmong({ roles }: Account, ids: readonly string[]): AwayPerson[] {
  const away = new Map(roles.flatMap(({ for: person }) => (person ? [[person.id, person] as const] : [])));
  return ids.flatMap((id) => away.get(id) ?? []);
}

/** The account as the policy knows it: departments by their slug, and whose role it is where it is lent. */
export function policyAccount({ id, roles }: Account): AccountFacts {
  return {
    id,
    roles: roles.map(({ role, department, for: away }) => ({
      role,
      ...(department ? { department: department.slug } : {}),
      ...(away ? { lentBy: away.id } : {}),
    })),
  };
}

import type { INestApplicationContext } from '@nestjs/common';
import { isAllowed, type PermissionAction } from '@slusen/domain';
import { AccountQuery } from '../../identity/account.query.js';
import { OPERATOR, type Principal } from '../../identity/account.js';
import { AccountRoleRepository } from '../../identity/account-role.repository.js';
import { CommandError } from './sentences.js';

/**
 * Who answers for what a command does: the account that `--by` names, or, as long as no account has the right, whoever runs the server.
 * Throws `account.not-found`, and CommandError when somebody has to be named.
 */
export async function actingFor(app: INestApplicationContext, username: string | undefined, action: PermissionAction): Promise<Principal> {
  if (username !== undefined) return app.get(AccountQuery).named(username);
  const roles = await app.get(AccountRoleRepository, { strict: false }).held();
  if (roles.some((role) => isAllowed({ id: '', roles: [{ role }] }, action) === 'allowed'))
    throw new CommandError(`Say with --by ACCOUNT who answers for this: an account that may do it (${action}).`, { isMisuse: true });
  return OPERATOR;
}

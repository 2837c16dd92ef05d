import type { INestApplicationContext } from '@nestjs/common';
import { AccountQuery } from '../../identity/account.query.js';
import { OPERATOR, type Principal } from '../../identity/account.js';

/** Who a command acts for: the account that `--by` names, or else whoever runs the server. Throws `account.not-found`. */
export async function actingFor(app: INestApplicationContext, username: string | undefined): Promise<Principal> {
  return username === undefined ? OPERATOR : app.get(AccountQuery).named(username);
}

import type { INestApplicationContext } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import type { Account } from '../identity/account.js';
import { AccountQuery } from '../identity/account.query.js';

/** An account by its name; must be there. */
export async function accountOf(app: INestApplicationContext, username: string): Promise<Account> {
  const account = await app.get(AccountQuery).byUsername(username);
  if (!account) throw new Error(`No account ${username}`);
  return account;
}

/** A key of a request nobody made before. */
export function newKey(): { key: string; fingerprint: Buffer } {
  const key = randomUUID();
  return { key, fingerprint: createHash('sha256').update(key).digest() };
}

import { Injectable } from '@nestjs/common';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { AccountRepository } from './account.repository.js';
import type { AccountRow } from './account.row.js';

/**
 * Knows the browsers that somebody signed in with before, by a mark that they keep. It is made with the hash of the account's password as
 * the key, so it says nothing of the account, is stored nowhere here, and is worth nothing any more when the password is another one.
 */
@Injectable()
export class KnownBrowsers {
  constructor(private readonly accounts: AccountRepository) {}

  /** Whether the account gave this mark. */
  async isKnown(username: string, mark: string): Promise<boolean> {
    const account = await this.accounts.byUsername(username);
    const [nonce = '', seal = ''] = mark.split('.');
    return account?.passwordHash ? isSame(seal, sealOf(account, nonce)) : false;
  }

  /** The mark that a browser keeps from now on: the one it brought, when the account gave that, or a new one. */
  async markFor(username: string, brought: string | undefined): Promise<string | undefined> {
    if (brought !== undefined && (await this.isKnown(username, brought))) return brought;
    const account = await this.accounts.byUsername(username);
    const nonce = randomBytes(16).toString('base64url');
    return account?.passwordHash ? `${nonce}.${sealOf(account, nonce)}` : undefined;
  }
}

function sealOf({ id, passwordHash }: AccountRow, nonce: string): string {
  return createHmac('sha256', passwordHash ?? '')
    .update(`known browser ${id} ${nonce}`)
    .digest('base64url');
}

function isSame(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}

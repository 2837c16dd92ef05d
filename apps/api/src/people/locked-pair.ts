import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { AccountRepository } from '../identity/account.repository.js';
import type { AccountRow } from '../identity/account.row.js';
import { statement, Statements } from '../platform/statements.js';
import { IS_PERSON } from './person-columns.js';
import type { ReadPerson } from './set-roles.js';

const PERSON = statement({ name: 'people.is-person', text: `select from account a where a.id = $1 and ${IS_PERSON}` });

/** Two people of whom the one is to do what is the other's. */
export interface Pair {
  readonly one: AccountRow;
  readonly other: AccountRow;
}

/** Somebody, as they were read where a version is said. */
type MaybeRead = Pick<ReadPerson, 'id'> & { readonly version?: number | undefined };

/** Holds two people still, so that what is said of both is so until it is recorded. */
@Injectable()
export class LockedPair {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly statements: Statements,
  ) {}

  /**
   * In a transaction; of the first, as somebody read it where a version is said. Throws `account.not-found` (also of a business system),
   * `account.stale`, and `account.disabled` of the other.
   */
  async lock({ id, version }: MaybeRead, otherId: string): Promise<Pair> {
    await this.accounts.lockAll([id, otherId]);
    const one = version === undefined ? await this.person(id) : await this.accounts.lockRead({ id, version });
    const other = await this.person(otherId);
    if (other.disabledAt) throw new DomainError('account.disabled', { username: other.username });
    return { one, other };
  }

  private async person(id: string): Promise<AccountRow> {
    const account = await this.accounts.lock({ id });
    if (!account || (await this.statements.rows(PERSON, [id])).length === 0) throw new DomainError('account.not-found', { username: id });
    return account;
  }
}

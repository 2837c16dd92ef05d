import { Injectable } from '@nestjs/common';
import type { NewDeputy } from '@slusen/contracts';
import { covers, deputyFault, DomainError, isColleague, needsConfirmation, stockholmDate } from '@slusen/domain';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import type { Acting } from '../identity/acting.js';
import type { NamedDeputy } from '../identity/deputies.js';
import { DeputyEvents } from '../identity/deputy-events.js';
import { Permissions } from '../identity/permissions.js';
import { LockedPair, type Pair } from './locked-pair.js';
import { ResponsibilityPost } from './responsibility-post.js';
import type { ReadPerson } from './set-roles.js';

/** Who is to stand in for whom, as somebody read them where a version is said. */
interface AskedDeputy extends NamedDeputy {
  readonly version?: number;
}

/** Has somebody stand in for another who is away, or no longer; it holds from their next request on, and ends by itself. */
@Injectable()
export class NameDeputy {
  constructor(
    private readonly permissions: Permissions,
    private readonly people: LockedPair,
    private readonly roles: AccountRoleRepository,
    private readonly events: DeputyEvents,
    private readonly post: ResponsibilityPost,
  ) {}

  /**
   * By an administrator. Throws `account.not-found`, `account.stale`, `account.disabled`, `account.own-reviewer` (nobody makes themselves a reviewer's
   * deputy), `deputy.self`, `deputy.twice`, `deputy.away`, and for the days `deputy.backwards`, `deputy.over` or `deputy.too-long`.
   */
  async name({ account: by, at }: Acting, read: ReadPerson, sent: NewDeputy): Promise<void> {
    this.permissions.require(by, 'account.manage');
    await this.change({ by: by.id, at }, { ...sent, account: read.id, version: read.version }, async ({ one, other }) => {
      const own = (await this.roles.of(one.id)).find(({ role }) => needsConfirmation(role, { by: by.id, to: other.id }));
      if (own) throw new DomainError('account.own-reviewer', { role: own.role });
    });
  }

  /** By whoever is to be away, who chooses among colleagues: throws `deputy.not-colleague`, and otherwise what `name` throws. */
  async nameOwn({ account: by, at }: Acting, sent: NewDeputy): Promise<void> {
    this.permissions.require(by, 'deputy.name-own', { account: by.id });
    await this.change({ by: by.id, at }, { ...sent, account: by.id }, async ({ one, other }) => {
      const holdsThen = (await this.roles.of(other.id)).filter((role) => covers(role, sent, sent.from));
      if (!isColleague(await this.roles.of(one.id), holdsThen)) throw new DomainError('deputy.not-colleague');
    });
  }

  private async change({ by, at }: { by: string; at: string }, asked: AskedDeputy, check: (pair: Pair) => Promise<void>): Promise<void> {
    const { account, version, deputy, from, to } = asked;
    const fault = deputyFault({ from, to }, stockholmDate(at));
    if (fault) throw new DomainError(fault);
    if (deputy === account) throw new DomainError('deputy.self');
    await this.events.change(by, async () => {
      const pair = await this.people.lock({ id: account, version }, deputy);
      if (pair.one.disabledAt) throw new DomainError('account.disabled', { username: pair.one.username });
      await check(pair);
      return { named: { account, deputy, from, to }, tell: () => this.post.deputy(pair.other, { away: pair.one.name, from, to }) };
    });
  }

  /** Throws `deputy.not-found`. */
  async end({ account: by }: Acting, id: string, deputy: number): Promise<void> {
    this.permissions.require(by, 'account.manage');
    await this.events.end(by.id, id, deputy);
  }

  /** Of one's own: whoever is back before the last day. Throws `deputy.not-found`. */
  async endOwn({ account: by }: Acting, deputy: number): Promise<void> {
    this.permissions.require(by, 'deputy.name-own', { account: by.id });
    await this.events.end(by.id, by.id, deputy);
  }
}

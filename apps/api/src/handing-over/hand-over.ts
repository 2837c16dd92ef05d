import { Injectable } from '@nestjs/common';
import type { HandOver as Sent } from '@slusen/contracts';
import { DomainError, stockholmDate } from '@slusen/domain';
import type { SignedIn } from '../identity/account.js';
import type { Acting } from '../identity/acting.js';
import { handedOver, HandOverResponsibility } from '../identity/hand-over-responsibility.js';
import { LockedPair } from '../people/locked-pair.js';
import { PersonQuery } from '../people/person.query.js';
import { ResponsibilityPost } from '../people/responsibility-post.js';
import type { ReadPerson } from '../people/set-roles.js';
import { Transactions } from '../platform/transactions.js';

/** Hands over everything that somebody answers for to another person, from a day on; whoever takes over is told by mail. */
@Injectable()
export class HandOver {
  constructor(
    private readonly transactions: Transactions,
    private readonly pairs: LockedPair,
    private readonly people: PersonQuery,
    private readonly responsibility: HandOverResponsibility,
    private readonly post: ResponsibilityPost,
  ) {}

  /**
   * Throws `account.not-found`, `account.stale`, `account.disabled` of whoever is to take over, `account.own-reviewer`, `hand-over.self`,
   * `hand-over.past` and `hand-over.nothing`.
   */
  async carryOut(by: SignedIn, { at }: Acting, { read, sent }: { readonly read: ReadPerson; readonly sent: Sent }): Promise<void> {
    const { to, from: day } = sent;
    // Reading people asks for the right to manage them, before anything is told.
    const { name: before, roles } = await this.people.read(by, read.id);
    if (to === read.id) throw new DomainError('hand-over.self');
    if (day < stockholmDate(at)) throw new DomainError('hand-over.past');
    await this.transactions.run(async () => {
      const { other } = await this.pairs.lock(read, to);
      await this.post.handedOver(other, { before, day, roles: handedOver(roles, day).map(({ from: _, ...held }) => held) });
      await this.responsibility.handOver(by.id, { from: read.id, to, day });
    });
  }
}

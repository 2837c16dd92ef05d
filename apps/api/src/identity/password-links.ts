import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, PASSWORD_LINK_HOURS, type Instant, type PasswordLinkKind } from '@slusen/domain';
import { createHash } from 'node:crypto';
import { In, IsNull, Not, type Repository } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { isWholeToken, newLinkToken, tokenHashOf } from './link-token.js';
import { PasswordLinkRow } from './password-link.row.js';

const HOUR = 60 * 60 * 1000;

/** A link that was just made; its token is told once. */
export interface MadeLink {
  readonly token: string;
  readonly expiresAt: Instant;
  /** What the audit trail tells of it. */
  readonly fact: string;
}

/** The digest of a link and its end, so that one that was made past the program is found, and one whose end was put off. */
const linkFact = (tokenHash: Buffer, expiresAt: Date): string =>
  createHash('sha256').update(tokenHash).update(` ${expiresAt.getTime()}`).digest('hex');

/** Links by which people choose passwords: each works once and for a while, and only the latest of an account. */
@Injectable()
export class PasswordLinks {
  constructor(
    @InjectRepository(PasswordLinkRow) private readonly links: Repository<PasswordLinkRow>,
    private readonly clock: Clock,
  ) {}

  /** In a transaction. Those before it work no more. */
  async make(kind: PasswordLinkKind, accountId: string): Promise<MadeLink> {
    await this.endAll(accountId);
    const token = newLinkToken();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + PASSWORD_LINK_HOURS[kind] * HOUR);
    const tokenHash = tokenHashOf(token);
    await this.links.insert({ kind, accountId, tokenHash, createdAt, expiresAt });
    return { token, expiresAt: expiresAt.toISOString(), fact: linkFact(tokenHash, expiresAt) };
  }

  /** Throws `link.broken`, `link.not-found`, `link.used`, `link.replaced` or `link.expired`. Within a transaction it can be locked until its end. */
  async usable(token: string, { isLocked }: { readonly isLocked: boolean }): Promise<PasswordLinkRow> {
    if (!isWholeToken(token)) throw new DomainError('link.broken');
    const lock = isLocked ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const link = await this.links.findOne({ where: { tokenHash: tokenHashOf(token) }, ...lock });
    if (!link) throw new DomainError('link.not-found');
    if (link.ending) throw new DomainError(link.ending === 'used' ? 'link.used' : 'link.replaced');
    if (link.expiresAt <= this.clock.now()) throw new DomainError('link.expired', { until: link.expiresAt.toISOString() });
    return link;
  }

  async use({ id, accountId }: Pick<PasswordLinkRow, 'id' | 'accountId'>): Promise<void> {
    await this.links.update({ id }, { ending: 'used' });
    await this.endAll(accountId);
  }

  /** None of the account's works from now on. */
  async endAll(accountId: string): Promise<void> {
    await this.links.update({ accountId, ending: IsNull() }, { ending: 'replaced' });
  }

  /** Those of these accounts that were used, or had another take their place. */
  ended(accountIds: readonly string[]): Promise<PasswordLinkRow[]> {
    return this.links.findBy({ accountId: In([...accountIds]), ending: Not(IsNull()) });
  }

  /** The invitation of somebody who has not used any. */
  async openInvitation(accountId: string): Promise<PasswordLinkRow | undefined> {
    const invitations = await this.links.find({ where: { accountId, kind: 'invitation' }, order: { createdAt: 'DESC' } });
    return invitations.some(({ ending }) => ending === 'used') ? undefined : invitations[0];
  }
}

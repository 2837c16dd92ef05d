import { Injectable } from '@nestjs/common';
import type { NewDisposal } from '@slusen/contracts';
import { disposalFault, DomainError, latestDisposalDay, stockholmDate, type Instant, type IsoDate } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import type { Acting } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { DisposalRepository } from './disposal.repository.js';
import { HiddenTexts } from './hidden-texts.js';
import { requireDecided } from './require-decided.js';

/** Removes for ever what a decision says, and leaves a trace of it. */
@Injectable()
export class CarryOutDisposal {
  constructor(
    private readonly permissions: Permissions,
    private readonly idempotency: Idempotency,
    private readonly disposals: DisposalRepository,
    private readonly hidden: HiddenTexts,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Throws `disposal.too-late` for what is to be kept still, `disposal.not-decided`, `disposal.kept` for what is never removed,
   * `masking.not-hidden`, `disposal.nothing`, and `disposal.still-told` where an event would tell a removed text all the same.
   */
  async carryOut({ account: by, at }: Acting, key: RequestKey, sent: NewDisposal): Promise<void> {
    this.permissions.require(by, 'disposal.carry-out');
    requireDecided(sent.decision, at);
    if (sent.kind !== 'masked') requireOld(sent, stockholmDate(at));
    const told = await this.remove(by, key, sent);
    if (sent.kind === 'masked') this.hidden.announce();
    // Nothing was done anew for a request that was answered before.
    if (told) await this.disposals.note({ ...sent, at: told, about: aboutOf(sent) });
  }

  /** All of it in one transaction, or nothing. When it was done; undefined when it was done before. */
  private async remove(by: Account, key: RequestKey, sent: NewDisposal): Promise<Instant | undefined> {
    let told: Instant | undefined;
    const work = async (): Promise<void> => {
      const { kind, decision } = sent;
      const about = sent.kind === 'masked' ? { maskings: await this.hidden.maskingsOf(sent.places) } : { beforeDay: sent.before };
      const { id, removed } = await this.disposals.remove({ ...decision, ...about, kind, byId: by.id });
      if (Object.values(removed).every((rows) => rows === 0)) throw new DomainError('disposal.nothing');
      const facts = { kind, decision: { ...decision }, ...about, removed };
      ({ at: told } = await this.audit.record({ action: 'disposal.carry-out', subject: `disposal:${id}`, by: by.id, facts }));
      if (kind === 'masked') await this.hidden.tellOthers();
    };
    try {
      await this.idempotency.run(by.id, key, work);
    } catch (error) {
      await this.disposals.requireUntold(error);
      throw error;
    }
    return told;
  }
}

/** What is needed to do it again. */
const aboutOf = (sent: NewDisposal): string =>
  sent.kind === 'masked' ? sent.places.map(({ table, row, field }) => `${table} ${row} ${field}`).join(', ') : `before ${sent.before}`;

/** Throws `disposal.too-late`. */
export function requireOld({ kind, before }: { kind: Parameters<typeof latestDisposalDay>[0]; before: IsoDate }, today: IsoDate): void {
  if (disposalFault({ kind, before }, today)) throw new DomainError('disposal.too-late', { latest: latestDisposalDay(kind, today) });
}

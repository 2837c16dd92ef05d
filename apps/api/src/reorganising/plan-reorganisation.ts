import { Injectable } from '@nestjs/common';
import type { NewReorganisation } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { PlannedReorganisationRepository } from './planned-reorganisation.repository.js';
import { ReorganisationTrial } from './reorganisation-trial.js';

/** Which actor, from which revision, and the request's name for what it wants done. */
export interface ReorganisationRequest {
  readonly slug: string;
  readonly revision: number;
  readonly key: RequestKey;
}

/** Decides a reorganisation before its day. */
@Injectable()
export class PlanReorganisation {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
    private readonly organisation: OrganisationRepository,
    private readonly plans: PlannedReorganisationRepository,
    private readonly trial: ReorganisationTrial,
  ) {}

  /**
   * One that was refused on its day makes room for it. Throws `reorganisation.has-come`, `reorganisation.planned`, and what would be refused
   * already if it were carried out now.
   */
  async plan({ account: by, asOf }: Acting, { slug, revision, key }: ReorganisationRequest, sent: NewReorganisation): Promise<void> {
    if (sent.from <= asOf.today) throw new DomainError('reorganisation.has-come', { from: sent.from });
    await this.trial.make(by, { slug, expected: revision, sent, today: sent.from });
    await this.idempotency.run(by.id, key, async () => {
      const actorId = await this.makeRoom(slug);
      const planned = await this.plans.insert({ actorId, sent, plannedById: by.id });
      // Its decision and reason are told when it is carried out, in the one place where a disposal of them looks.
      const { kind, from, into, name = null } = sent;
      const facts = { planned, reorganisation: { kind, from, into, name } };
      await this.audit.record({ action: 'actor.plan-reorganisation', subject: `actor:${slug}`, by: by.id, facts });
    });
  }

  /**
   * In a transaction: only what was refused on its day may be in the way of another one. Returns the actor's id. Throws
   * `reorganisation.planned` or `actor.not-found`.
   */
  async makeRoom(slug: string): Promise<number> {
    const actorId = await this.organisation.actorId(slug);
    if (actorId === undefined) throw new DomainError('actor.not-found', { actor: slug });
    const open = await this.plans.openOf(actorId);
    if (open && !open.refusal) throw new DomainError('reorganisation.planned', { actor: slug, from: open.sent.from });
    if (open) await this.plans.close(open.id, 'withdrawn');
    return actorId;
  }
}

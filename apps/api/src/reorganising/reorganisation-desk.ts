import { Injectable } from '@nestjs/common';
import type { NewReorganisation, ReorganisationList, ReorganisationPreview } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { Amending } from '../observations/amending.js';
import type { Acting } from '../identity/acting.js';
import type { HeldRoles } from '../identity/hand-over-role.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { ReorganisationRepository } from '../organisation/reorganisation.repository.js';
import type { RequestKey } from '../platform/preconditions.js';
import { Followers } from './followers.js';
import { Reorganise } from './reorganise.js';

/** Which actor, from which revision, and the request's name for what it wants done. */
export interface ReorganisationRequest {
  readonly slug: string;
  readonly revision: number;
  readonly key: RequestKey;
}

/** Reorganisations as a screen makes them: what would follow, done at once, and what was done. */
@Injectable()
export class ReorganisationDesk {
  constructor(
    private readonly amending: Amending,
    private readonly organisation: OrganisationRepository,
    private readonly reorganisations: ReorganisationRepository,
    private readonly followers: Followers,
    private readonly reorganise: Reorganise,
  ) {}

  /** Throws `actor.not-found`. */
  async preview(slug: string, today: string): Promise<ReorganisationPreview> {
    const actor = await this.organisation.actor(slug);
    if (!actor) throw new DomainError('actor.not-found', { actor: slug });
    const found = await this.followers.of(slug, today);
    return {
      actor: { slug, name: actor.content.name },
      revision: actor.revision,
      hasEnded: await this.organisation.hasEnded(actor.id),
      followers: found.map(({ thing, kind, name }) => ({ thing, kind, name })),
    };
  }

  /** Returns the actor as it is then. Throws as `Reorganise.carryOut` does. */
  carryOut(
    { account: by, asOf }: Acting,
    { slug, revision, key }: ReorganisationRequest,
    sent: NewReorganisation,
  ): Promise<ReorganisationPreview> {
    const { reason, decision } = sent;
    const accounts: HeldRoles[] = [];
    const facts = { reorganisation: { kind: sent.kind, from: sent.from, into: sent.into }, accounts };
    const order = { by, record: { reason, decision }, action: 'actor.reorganise', subject: `actor:${slug}`, facts };
    return this.amending.amendOnce(order, key, async (amendment) => {
      // Where the transaction is begun anew, what the first attempt held is not so.
      accounts.splice(0, Infinity, ...(await this.reorganise.carryOut(amendment, { slug, expected: revision, sent, today: asOf.today })));
      return this.preview(slug, asOf.today);
    });
  }

  async list(): Promise<ReorganisationList> {
    const [done, actors] = await Promise.all([this.reorganisations.all({ known: undefined }), this.organisation.allActors()]);
    const slugs = new Map(actors.map(({ id, content: { slug, name } }) => [id, { slug, name }]));
    return {
      items: done.map(({ actorId, into, name, becameName, ...words }) => ({
        ...words,
        actor: { slug: slugs.get(actorId)?.slug ?? '', name },
        into: into.flatMap((id) => slugs.get(id) ?? []),
        ...(becameName && { becameName }),
      })),
    };
  }
}

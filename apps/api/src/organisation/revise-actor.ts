import { Injectable } from '@nestjs/common';
import { ACTOR_WORDING, differencesOf, DomainError, type ActorContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { nextRevision, requireLatest } from '../platform/revisions.js';
import { OrganisationRepository } from './organisation.repository.js';

/** Gives an actor another name, kind, place or contact, for a reason; what it did keeps pointing to it. */
@Injectable()
export class ReviseActor {
  constructor(
    private readonly permissions: Permissions,
    private readonly organisation: OrganisationRepository,
  ) {}

  /** Throws `actor.not-found`, `actor.unknown-parent`, `actor.circle`, and `revision.stale` when another revision than the latest was expected. */
  async revise(amendment: Amendment, content: ActorContent, expected?: number): Promise<void> {
    const { by } = amendment;
    this.permissions.require(by, 'organisation.change');
    const there = await this.organisation.actor(content.slug);
    if (!there) throw new DomainError('actor.not-found', { actor: content.slug });
    requireLatest(there.revision, expected);
    await this.organisation.requireActor(content.parent);
    const differences = differencesOf(ACTOR_WORDING, [there.content, content], await this.organisation.names());
    if (!amendment.permits({ kind: 'actor', subject: there.content.name.sv, need: 'reason', differences })) return;
    // Asked for now only: a file that moves several things is read from the top down, and what is not answered for is not moved.
    if (await this.organisation.isActorCircle(content.slug, content.parent))
      throw new DomainError('actor.circle', { actor: content.slug, parent: content.parent ?? '' });
    const next = { id: there.id, revision: nextRevision(there), content };
    await this.organisation.insertActorRevision(next, amendment.columns('reason'));
  }
}

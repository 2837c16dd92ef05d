import { Injectable } from '@nestjs/common';
import { DomainError, type ActorContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { nextRevision } from '../platform/revisions.js';
import { OrganisationRepository } from './organisation.repository.js';

/** Adds someone who does something for a goal or answers for figures. */
@Injectable()
export class AddActor {
  constructor(
    private readonly permissions: Permissions,
    private readonly organisation: OrganisationRepository,
  ) {}

  /** Throws `actor.exists`, and `actor.unknown-parent` when what it belongs to is not there. */
  async add(amendment: Amendment, content: ActorContent): Promise<void> {
    const { by } = amendment;
    this.permissions.require(by, 'organisation.change');
    if ((await this.organisation.actorId(content.slug)) !== undefined) throw new DomainError('actor.exists', { actor: content.slug });
    await this.organisation.requireActor(content.parent);
    if (!amendment.permits({ kind: 'actor', subject: content.name.sv, isNew: true, need: 'nothing', differences: [] })) return;
    const id = await this.organisation.insertActor(content.slug);
    await this.organisation.insertActorRevision({ id, revision: nextRevision(), content }, amendment.columns('nothing'));
  }
}

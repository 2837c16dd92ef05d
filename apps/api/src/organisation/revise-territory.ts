import { Injectable } from '@nestjs/common';
import { TERRITORY_WORDING, differencesOf, DomainError, type TerritoryContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { nextRevision, requireLatest } from '../platform/revisions.js';
import { OrganisationRepository } from './organisation.repository.js';

/** Gives a place another name, kind or whereabouts, for a reason; its figures stay its own. */
@Injectable()
export class ReviseTerritory {
  constructor(
    private readonly permissions: Permissions,
    private readonly organisation: OrganisationRepository,
  ) {}

  /** Throws `territory.not-found`, `territory.unknown-parent`, `territory.circle`, and `revision.stale` when another revision than the latest was expected. */
  async revise(amendment: Amendment, content: TerritoryContent, expected?: number): Promise<void> {
    const { by } = amendment;
    this.permissions.require(by, 'organisation.change');
    const there = await this.organisation.territory(content.code);
    if (!there) throw new DomainError('territory.not-found', { territory: content.code });
    requireLatest(there.revision, expected);
    await this.organisation.requireTerritory(content.parent);
    const differences = differencesOf(TERRITORY_WORDING, [there.content, content], await this.organisation.names());
    if (!amendment.permits({ kind: 'territory', subject: there.content.name.sv, need: 'reason', differences })) return;
    // Asked for now only: a file that moves several things is read from the top down, and what is not answered for is not moved.
    if (await this.organisation.isTerritoryCircle(content.code, content.parent))
      throw new DomainError('territory.circle', { territory: content.code, parent: content.parent ?? '' });
    const next = { id: there.id, revision: nextRevision(there), content };
    await this.organisation.insertTerritoryRevision(next, amendment.columns('reason'));
  }
}

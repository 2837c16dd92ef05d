import { Injectable } from '@nestjs/common';
import { TERRITORY_WORDING, differencesOf, DomainError, type TerritoryContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { requireLatest } from '../platform/revisions.js';
import { OrganisationRepository } from './organisation.repository.js';

/** Gives a place another name, kind or whereabouts, for a reason; its figures stay its own. */
@Injectable()
export class ReviseTerritory {
  constructor(
    private readonly permissions: Permissions,
    private readonly organisation: OrganisationRepository,
  ) {}

  /** Throws `territory.not-found`, `territory.unknown-parent`, and `revision.stale` when another revision than the latest was expected. */
  async revise(amendment: Amendment, content: TerritoryContent, expected?: number): Promise<void> {
    const { manager, by } = amendment;
    this.permissions.require(by, 'organisation.change');
    const there = await this.organisation.territory(manager, content.code);
    if (!there) throw new DomainError('territory.not-found', { territory: content.code });
    requireLatest(there.revision, expected);
    await this.organisation.requireTerritory(manager, content.parent);
    const differences = differencesOf(TERRITORY_WORDING, [there.content, content], await this.organisation.names(manager));
    if (!amendment.permits({ kind: 'territory', subject: there.content.name.sv, need: 'reason', differences })) return;
    const next = { id: there.id, revision: there.revision + 1, content };
    await this.organisation.insertTerritoryRevision(manager, next, amendment.columns('reason'));
  }
}

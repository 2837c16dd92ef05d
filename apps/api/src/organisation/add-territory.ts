import { Injectable } from '@nestjs/common';
import { DomainError, type TerritoryContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { nextRevision } from '../platform/revisions.js';
import { OrganisationRepository } from './organisation.repository.js';

/** Adds a place that figures are about. */
@Injectable()
export class AddTerritory {
  constructor(
    private readonly permissions: Permissions,
    private readonly organisation: OrganisationRepository,
  ) {}

  /** Throws `territory.exists`, and `territory.unknown-parent` when what it lies in is not there. */
  async add(amendment: Amendment, content: TerritoryContent): Promise<void> {
    const { by } = amendment;
    this.permissions.require(by, 'territory.add');
    if ((await this.organisation.territoryId(content.code)) !== undefined)
      throw new DomainError('territory.exists', { territory: content.code });
    await this.organisation.requireTerritory(content.parent);
    if (!amendment.permits({ kind: 'territory', subject: content.name.sv, isNew: true, need: 'nothing', differences: [] })) return;
    const id = await this.organisation.insertTerritory(content.code);
    await this.organisation.insertTerritoryRevision({ id, revision: nextRevision(), content }, amendment.columns('nothing'));
  }
}

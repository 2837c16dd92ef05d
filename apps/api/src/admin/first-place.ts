import { Injectable } from '@nestjs/common';
import type { Account } from '../identity/account.js';
import { AddTerritory } from '../organisation/add-territory.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { ownMunicipality } from '../settings/own-municipality.js';
import { SiteQuery } from '../settings/site.query.js';
import { Amending } from '../observations/amending.js';

/**
 * The municipality as the place that figures are about: whoever adds the first indicator or writes the first strategy on screen names it
 * nowhere else.
 */
@Injectable()
export class FirstPlace {
  constructor(
    private readonly amending: Amending,
    private readonly organisation: OrganisationRepository,
    private readonly addTerritory: AddTerritory,
    private readonly site: SiteQuery,
  ) {}

  /** Adds the municipality where there is no place yet. Throws `strategy.no-municipality` while the installation is nobody's. */
  async settle(by: Account): Promise<void> {
    if (await this.isSettled()) return;
    const { code, name } = ownMunicipality(await this.site.run());
    const order = { by, record: {}, action: 'territory.add', subject: `territory:${code}` };
    await this.amending.amend(order, async (amendment) => {
      // Whoever began at the same time may have been first.
      if (!(await this.isSettled())) await this.addTerritory.add(amendment, { code, kind: 'municipality', name: { sv: name } });
    });
  }

  private async isSettled(): Promise<boolean> {
    return (await this.organisation.allTerritories()).length > 0;
  }
}

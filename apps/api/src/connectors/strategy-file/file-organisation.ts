import { Injectable } from '@nestjs/common';
import type { StrategyFile } from '@slusen/contracts';
import type { Amendment } from '../../identity/amendment.js';
import { AddActor } from '../../organisation/add-actor.js';
import { AddTerritory } from '../../organisation/add-territory.js';
import { OrganisationRepository } from '../../organisation/organisation.repository.js';
import { ReviseActor } from '../../organisation/revise-actor.js';
import { ReviseTerritory } from '../../organisation/revise-territory.js';

/** The places and actors of a file: new ones are added, others revised; one that the file leaves out stays. */
@Injectable()
export class FileOrganisation {
  constructor(
    private readonly organisation: OrganisationRepository,
    private readonly addActor: AddActor,
    private readonly reviseActor: ReviseActor,
    private readonly addTerritory: AddTerritory,
    private readonly reviseTerritory: ReviseTerritory,
  ) {}

  async read(amendment: Amendment, { territories, actors }: StrategyFile): Promise<void> {
    for (const territory of parentsFirst(territories, ({ code }) => code)) {
      const isThere = (await this.organisation.territoryId(territory.code)) !== undefined;
      await (isThere ? this.reviseTerritory.revise(amendment, territory) : this.addTerritory.add(amendment, territory));
    }
    for (const actor of parentsFirst(actors, ({ slug }) => slug)) {
      const isThere = (await this.organisation.actorId(actor.slug)) !== undefined;
      await (isThere ? this.reviseActor.revise(amendment, actor) : this.addActor.add(amendment, actor));
    }
  }
}

/** Parents stand before their parts, whatever the file's order. */
function parentsFirst<Item extends { parent?: string | undefined }>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const depth = (item: Item, level = 0): number => {
    const parent = item.parent === undefined || level > items.length ? undefined : byKey.get(item.parent);
    return parent ? depth(parent, level + 1) : level;
  };
  return [...items].sort((a, b) => depth(a) - depth(b));
}

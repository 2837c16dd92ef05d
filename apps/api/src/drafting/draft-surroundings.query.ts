import { Injectable } from '@nestjs/common';
import { ExportStrategy } from '../connectors/strategy-file/export-strategy.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { StrategyRepository } from '../strategy/strategy.repository.js';
import type { DraftSurroundings } from './draft-content.js';

/** The name in addresses of a strategy that is the first here. */
const FIRST_SLUG = 'strategi';

/** What drafts are read against: everything that is there now, but for actors that are no more. */
@Injectable()
export class DraftSurroundingsQuery {
  constructor(
    private readonly exported: ExportStrategy,
    private readonly strategies: StrategyRepository,
    private readonly organisation: OrganisationRepository,
  ) {}

  async read(): Promise<DraftSurroundings> {
    const strategy = await this.strategies.strategy();
    const around = await this.exported.surroundings();
    const { actors: standing } = await this.organisation.references();
    const actors = around.actors.filter(({ slug }) => standing.has(slug));
    return { ...around, actors, slug: strategy?.content.slug ?? FIRST_SLUG };
  }

  /** The number of the version to come. */
  async nextNumber(): Promise<number> {
    const strategy = await this.strategies.strategy();
    const versions = strategy ? await this.strategies.allVersions(strategy.id) : [];
    return Math.max(0, ...versions.map(({ content }) => content.number)) + 1;
  }
}

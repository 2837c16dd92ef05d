import { Injectable } from '@nestjs/common';
import type { StrategyFile } from '@slusen/contracts';
import type { IsoDate } from '@slusen/domain';
import { IndicatorRepository } from '../../indicators/indicator.repository.js';
import { OrganisationRepository } from '../../organisation/organisation.repository.js';
import { Transactions } from '../../platform/transactions.js';
import { ExportVersion } from './export-version.js';

/** What a strategy names and what outlasts its versions: places, actors, indicators. */
export type ExportedSurroundings = Pick<StrategyFile, 'territories' | 'actors' | 'indicators'>;

/** Everything that was decided, as it stands now, back to a file that ImportStrategy reads. */
@Injectable()
export class ExportStrategy {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationRepository,
    private readonly indicators: IndicatorRepository,
    private readonly version: ExportVersion,
  ) {}

  /** The file of the version of a number, or of the latest that has begun; undefined where there is no strategy yet. Throws `version.not-found`. */
  file(which: { readonly number?: number | undefined; readonly today: IsoDate }): Promise<StrategyFile | undefined> {
    // In one transaction, so that no part of it is from before a change and another from after it.
    return this.transactions.run(async () => {
      const version = await this.version.export(which);
      return version && { format: 1, ...(await this.surroundings()), ...version };
    });
  }

  async surroundings(): Promise<ExportedSurroundings> {
    const territories = await this.organisation.allTerritories();
    const actors = await this.organisation.allActors();
    const indicators = await this.indicators.all();
    return {
      territories: territories.map(({ content }) => content),
      actors: actors.map(({ content }) => content),
      indicators: await Promise.all(indicators.map((one) => this.indicator(one))),
    };
  }

  private async indicator({
    id,
    slug,
    content,
  }: Awaited<ReturnType<IndicatorRepository['all']>>[number]): Promise<StrategyFile['indicators'][number]> {
    const breaks = await this.indicators.breaks(id);
    return {
      ...content,
      slug,
      irregularYears: [...content.irregularYears],
      balance: [...content.balance],
      perLocality: [...content.perLocality],
      synonyms: content.synonyms && { sv: [...content.synonyms.sv], en: [...content.synonyms.en] },
      formula: content.formula && { kind: content.formula.kind, parts: [...content.formula.parts] },
      breakdown: content.breakdown && { ...content.breakdown, groups: [...content.breakdown.groups] },
      breaks: breaks.filter(({ isWithdrawn }) => !isWithdrawn).map(({ content: said }) => said),
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { DefinitionContent } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { Account } from '../identity/account.js';
import type { Amendment } from '../identity/amendment.js';
import { Amendments } from '../identity/amendments.js';
import { AddIndicator } from '../indicators/add-indicator.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { AddTerritory } from '../organisation/add-territory.js';
import type { FigureRow } from './figure-row.js';
import type { Seen } from './seen.js';

const COUNTRY = '0000';

/** Adds what a file of figures names and is not there yet, by the use cases that every screen calls; the run's audit event tells of it. */
@Injectable()
export class CreateMissing {
  constructor(
    private readonly amendments: Amendments,
    private readonly indicators: IndicatorRepository,
    private readonly addIndicator: AddIndicator,
    private readonly addTerritory: AddTerritory,
  ) {}

  /** Returns the slugs of the new indicators. */
  async create(manager: EntityManager, by: Account, { seen, source }: { readonly seen: Seen; readonly source: string }): Promise<string[]> {
    const amendment = await this.amendments.begin(manager, by, {});
    const around = await this.indicators.surroundings(manager);
    const missing = [...seen.indicators].filter(([slug]) => around.indicators.get(slug) === undefined);
    for (const [slug, { first, decimals }] of missing) {
      await this.addIndicator.add(amendment, { slug, definition: importedDefinition({ first, decimals, source }), around, targets: [] });
    }
    await this.createTerritories(amendment, seen.territories);
    return missing.map(([slug]) => slug);
  }

  private async createTerritories(amendment: Amendment, territories: ReadonlyMap<string, string>): Promise<void> {
    const known = new Set((await amendment.manager.query<{ code: string }[]>('select code from territory')).map(({ code }) => code));
    for (const [code, name] of territories) {
      if (known.has(code)) continue;
      const isCountry = code === COUNTRY || name === 'Riket';
      const kind = isCountry ? 'country' : 'comparison';
      await this.addTerritory.add(amendment, { code, kind, name: isCountry ? { sv: name, en: 'Sweden' } : { sv: name } });
    }
  }
}

/** A definition made from the file alone says no more than the file does: no direction, no sum, no lag. */
function importedDefinition({ first, decimals, source }: { first: FigureRow; decimals: number; source: string }): DefinitionContent {
  return {
    name: { sv: first.name },
    definition: {
      sv: `Inläst från ${source}. Ingen egen definition finns ännu.`,
      en: `Imported from ${source}. There is no definition of our own yet.`,
    },
    unit: { sv: first.unit },
    decimals,
    direction: 'none',
    cadence: first.cadence,
    reporting: 'period',
    aggregation: 'none',
    lagDays: 90,
    graceDays: 30,
    mayRepeat: true,
    officialStatistics: true,
    source: { name: source },
    irregularYears: [],
    balance: [],
    perLocality: [],
    isExample: false,
  };
}

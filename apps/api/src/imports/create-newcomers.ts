import { Injectable } from '@nestjs/common';
import type { DefinitionContent } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import type { Amendment } from '../identity/amendment.js';
import { Amendments } from '../identity/amendments.js';
import { AddIndicator } from '../indicators/add-indicator.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { AddTerritory } from '../organisation/add-territory.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import type { NewArea, NewIndicator, Newcomers } from './newcomers.js';

const COUNTRY = '0000';

/** The ids that new indicators and areas were given, by the ones they had in the file. */
export interface MadeIds {
  readonly indicators: ReadonlyMap<number, number>;
  readonly areas: ReadonlyMap<number, number>;
}

const NOBODY: MadeIds = { indicators: new Map(), areas: new Map() };

/** Adds the indicators and areas that a file brings, by the use cases that every screen calls; the run's audit event tells of it. */
@Injectable()
export class CreateNewcomers {
  constructor(
    private readonly amendments: Amendments,
    private readonly indicators: IndicatorRepository,
    private readonly organisation: OrganisationRepository,
    private readonly addIndicator: AddIndicator,
    private readonly addTerritory: AddTerritory,
  ) {}

  async create(by: Account, { newcomers, source }: { newcomers: Newcomers; source: string }): Promise<MadeIds> {
    const { indicators, areas } = newcomers;
    if (indicators.length + areas.length === 0) return NOBODY;
    const amendment = await this.amendments.begin(by, {});
    return { indicators: await this.createIndicators(amendment, indicators, source), areas: await this.createAreas(amendment, areas) };
  }

  private async createIndicators(amendment: Amendment, wanted: readonly NewIndicator[], source: string): Promise<Map<number, number>> {
    const around = await this.indicators.surroundings();
    const made = new Map<number, number>();
    for (const { id, ...indicator } of wanted) {
      const definition = importedDefinition(indicator, source);
      await this.addIndicator.add(amendment, { slug: indicator.slug, definition, around, targets: [], breaks: [] });
      made.set(id, (await this.indicators.id(indicator.slug)) ?? 0);
    }
    return made;
  }

  private async createAreas(amendment: Amendment, wanted: readonly NewArea[]): Promise<Map<number, number>> {
    const made = new Map<number, number>();
    for (const { id, code, name } of wanted) {
      const isCountry = code === COUNTRY || name === 'Riket';
      const kind = isCountry ? 'country' : 'comparison';
      await this.addTerritory.add(amendment, { code, kind, name: isCountry ? { sv: name, en: 'Sweden' } : { sv: name } });
      made.set(id, (await this.organisation.territoryId(code)) ?? 0);
    }
    return made;
  }
}

/** A definition made from the file alone says no more than the file does: no direction, no sum, no lag, nor that it is official statistics. */
function importedDefinition({ name, unit, cadence, decimals }: Omit<NewIndicator, 'id'>, source: string): DefinitionContent {
  return {
    name: { sv: name },
    definition: {
      sv: `Inläst från ${source}. Ingen egen definition finns ännu.`,
      en: `Imported from ${source}. There is no definition of our own yet.`,
    },
    unit: { sv: unit },
    decimals,
    direction: 'none',
    cadence,
    reporting: 'period',
    aggregation: 'none',
    lagDays: 90,
    graceDays: 30,
    mayRepeat: true,
    officialStatistics: false,
    source: { name: source },
    irregularYears: [],
    balance: [],
    perLocality: [],
    isExample: false,
  };
}

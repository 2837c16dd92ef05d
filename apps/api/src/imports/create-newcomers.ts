import { Injectable } from '@nestjs/common';
import type { DefinitionContent } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { Account } from '../identity/account.js';
import type { Amendment } from '../identity/amendment.js';
import { Amendments } from '../identity/amendments.js';
import { AddIndicator } from '../indicators/add-indicator.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { AddTerritory } from '../organisation/add-territory.js';
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
    private readonly addIndicator: AddIndicator,
    private readonly addTerritory: AddTerritory,
  ) {}

  async create(manager: EntityManager, by: Account, { newcomers, source }: { newcomers: Newcomers; source: string }): Promise<MadeIds> {
    const { indicators, areas } = newcomers;
    if (indicators.length + areas.length === 0) return NOBODY;
    const amendment = await this.amendments.begin(manager, by, {});
    return { indicators: await this.createIndicators(amendment, indicators, source), areas: await this.createAreas(amendment, areas) };
  }

  private async createIndicators(amendment: Amendment, wanted: readonly NewIndicator[], source: string): Promise<Map<number, number>> {
    const around = await this.indicators.surroundings(amendment.manager);
    for (const indicator of wanted) {
      const definition = importedDefinition(indicator, source);
      await this.addIndicator.add(amendment, { slug: indicator.slug, definition, around, targets: [], breaks: [] });
    }
    return idsOf(
      amendment.manager,
      { table: 'indicator', key: 'slug' },
      wanted.map(({ id, slug }) => [slug, id]),
    );
  }

  private async createAreas(amendment: Amendment, wanted: readonly NewArea[]): Promise<Map<number, number>> {
    for (const { code, name } of wanted) {
      const isCountry = code === COUNTRY || name === 'Riket';
      const kind = isCountry ? 'country' : 'comparison';
      await this.addTerritory.add(amendment, { code, kind, name: isCountry ? { sv: name, en: 'Sweden' } : { sv: name } });
    }
    return idsOf(
      amendment.manager,
      { table: 'territory', key: 'code' },
      wanted.map(({ id, code }) => [code, id]),
    );
  }
}

/** The ids that newcomers were given, by the ones they had in the file. */
async function idsOf(
  manager: EntityManager,
  { table, key }: { readonly table: 'indicator' | 'territory'; readonly key: 'slug' | 'code' },
  wanted: readonly (readonly [name: string, was: number])[],
): Promise<Map<number, number>> {
  const names = new Map(wanted);
  const lines = await manager.query<{ id: number; name: string }[]>(`select id, ${key} as name from ${table} where ${key} = any($1)`, [
    [...names.keys()],
  ]);
  return new Map(lines.map(({ id, name }) => [names.get(name) ?? 0, id]));
}

/** A definition made from the file alone says no more than the file does: no direction, no sum, no lag. */
function importedDefinition({ name, unit, cadence, decimals }: NewIndicator, source: string): DefinitionContent {
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
    officialStatistics: true,
    source: { name: source },
    irregularYears: [],
    balance: [],
    perLocality: [],
    isExample: false,
  };
}

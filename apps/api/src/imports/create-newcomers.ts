import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IndicatorDefinitionRow } from '../indicators/indicator-definition.row.js';
import { IndicatorRow } from '../indicators/indicator.row.js';
import { TerritoryRow } from '../organisation/territory.row.js';
import type { NewArea, NewIndicator, Newcomers } from './newcomers.js';

const COUNTRY = '0000';

/** The ids that new indicators and areas were given, by the ones they had in the file. */
export interface MadeIds {
  readonly indicators: ReadonlyMap<number, number>;
  readonly areas: ReadonlyMap<number, number>;
}

/** Makes the indicators and areas that a file brings. */
@Injectable()
export class CreateNewcomers {
  async create(manager: EntityManager, { indicators, areas }: Newcomers, source: string): Promise<MadeIds> {
    const made = { indicators: new Map<number, number>(), areas: new Map<number, number>() };
    for (const indicator of indicators) made.indicators.set(indicator.id, await this.createIndicator(manager, indicator, source));
    for (const area of areas) made.areas.set(area.id, await this.createArea(manager, area));
    return made;
  }

  private async createIndicator(manager: EntityManager, indicator: NewIndicator, source: string): Promise<number> {
    const { identifiers } = await manager.insert(IndicatorRow, { slug: indicator.slug });
    const id = Number(identifiers[0]?.['id']);
    await manager.insert(IndicatorDefinitionRow, importedDefinition(id, indicator, source));
    return id;
  }

  private async createArea(manager: EntityManager, { code, name }: NewArea): Promise<number> {
    const isCountry = code === COUNTRY || name === 'Riket';
    const { identifiers } = await manager.insert(TerritoryRow, {
      code,
      kind: isCountry ? 'country' : 'comparison',
      nameSv: name,
      nameEn: isCountry ? 'Sweden' : null,
    });
    return Number(identifiers[0]?.['id']);
  }
}

/** A definition made from the file alone says no more than the file does: no direction, no sum, no lag. */
function importedDefinition(indicatorId: number, { name, unit, cadence, decimals }: NewIndicator, source: string) {
  return {
    indicatorId,
    revision: 1,
    nameSv: name,
    definitionSv: `Inläst från ${source}. Ingen egen definition finns ännu.`,
    definitionEn: `Imported from ${source}. There is no definition of our own yet.`,
    unitSv: unit,
    decimals,
    direction: 'none' as const,
    cadence,
    reporting: 'period' as const,
    aggregation: 'none' as const,
    lagDays: 90,
    graceDays: 30,
    min: null,
    max: null,
    mayRepeat: true,
    officialStatistics: true,
    sourceName: source,
    sourceUrl: null,
    ownerId: null,
    irregularYears: [],
    balance: null,
    perLocality: [],
    isExample: false,
  };
}

import type { StrategyFile, StrategyFileIndicator } from '@slusen/contracts';
import type { BalanceRule } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import { IndicatorDefinitionRow } from '../../indicators/indicator-definition.row.js';
import { IndicatorRow } from '../../indicators/indicator.row.js';
import { SeriesBreakRow } from '../../indicators/series-break.row.js';
import { localizedOf } from '../../platform/localized-of.js';
import { insertOnce } from './insert-once.js';

/** A break that was not there before; it changes what an indicator's figures can be compared with. */
export interface NewBreak {
  readonly indicator: string;
  readonly firstPeriod: string;
}

/** Reads indicators with their definition and series breaks. */
export async function importIndicators(
  manager: EntityManager,
  file: StrategyFile,
  actors: ReadonlyMap<string, number>,
): Promise<{ ids: Map<string, number>; added: number; newBreaks: NewBreak[] }> {
  const ids = new Map<string, number>();
  const newBreaks: NewBreak[] = [];
  let added = 0;
  for (const indicator of file.indicators) {
    const { id } = await insertOnce(manager.getRepository(IndicatorRow), { slug: indicator.slug }, {});
    ids.set(indicator.slug, id);
    const definition = await insertOnce(
      manager.getRepository(IndicatorDefinitionRow),
      { indicatorId: id, revision: 1 },
      definitionColumns(indicator, file, actors),
    );
    added += Number(definition.isNew);
    newBreaks.push(...(await importBreaks(manager, id, indicator)));
  }
  return { ids, added, newBreaks };
}

async function importBreaks(manager: EntityManager, indicatorId: number, { slug, breaks }: StrategyFileIndicator): Promise<NewBreak[]> {
  const added: NewBreak[] = [];
  for (const { firstPeriod, reason, decision } of breaks) {
    const row = { reasonSv: reason.sv, reasonEn: reason.en, decision: decision ?? null };
    const { isNew } = await insertOnce(manager.getRepository(SeriesBreakRow), { indicatorId, firstPeriod }, row);
    if (isNew) added.push({ indicator: slug, firstPeriod });
  }
  return added;
}

function definitionColumns(
  indicator: StrategyFileIndicator,
  file: StrategyFile,
  actors: ReadonlyMap<string, number>,
): Partial<IndicatorDefinitionRow> {
  const { decimals, direction, cadence, reporting, aggregation, lagDays, graceDays, mayRepeat, officialStatistics, isExample } = indicator;
  return {
    ...{ decimals, direction, cadence, reporting, aggregation, lagDays, graceDays, mayRepeat, officialStatistics, isExample },
    ...wordColumns(indicator),
    min: indicator.min ?? null,
    max: indicator.max ?? null,
    sourceName: indicator.source.name,
    sourceUrl: indicator.source.url ?? null,
    ownerId: indicator.owner ? (actors.get(indicator.owner) ?? null) : null,
    irregularYears: [...indicator.irregularYears],
    perLocality: [...indicator.perLocality],
    balance: balanceOf(indicator, file),
  };
}

function wordColumns({ name, definition, unit, contextNote }: StrategyFileIndicator): Partial<IndicatorDefinitionRow> {
  return {
    ...{ nameSv: name.sv, nameEn: name.en, definitionSv: definition.sv, definitionEn: definition.en, unitSv: unit.sv, unitEn: unit.en },
    ...{ unitOneSv: unit.one?.sv ?? null, unitOneEn: unit.one?.en ?? null },
    ...{ contextNoteSv: contextNote?.sv ?? null, contextNoteEn: contextNote?.en ?? null },
  };
}

/** A balance as the domain reads it, with the names of its parts for the question that is asked. */
function balanceOf({ balance }: StrategyFileIndicator, file: StrategyFile): BalanceRule | null {
  if (balance.length === 0) return null;
  const names = new Map(file.indicators.map(({ slug, name }) => [slug, localizedOf(name.sv, name.en)]));
  return { terms: balance.map(({ indicator, sign, at }) => ({ indicator, sign, at, name: names.get(indicator) ?? { sv: indicator } })) };
}

import type { DefinitionContent, Ending, Localized } from '@slusen/domain';
import { localizedOf } from '../platform/localized-of.js';
import type { IndicatorDefinitionRow } from './indicator-definition.row.js';

/** What a definition's own columns hold; who owns it and the names in its balance are looked up beside. */
export type DefinitionColumns = Omit<
  IndicatorDefinitionRow,
  'id' | 'indicatorId' | 'indicator' | 'revision' | 'ownerId' | 'owner' | 'balance' | 'changeReason' | 'changeDecision' | 'recordId'
>;

export function definitionColumns(content: DefinitionContent): DefinitionColumns {
  const { decimals, direction, cadence, reporting, aggregation, lagDays, graceDays, mayRepeat, officialStatistics, isExample } = content;
  const { name, definition, unit, contextNote, source } = content;
  return {
    ...{ decimals, direction, cadence, reporting, aggregation, lagDays, graceDays, mayRepeat, officialStatistics, isExample },
    ...{ nameSv: name.sv, nameEn: name.en ?? null, definitionSv: definition.sv, definitionEn: definition.en ?? null },
    ...{ unitSv: unit.sv, unitEn: unit.en ?? null, unitOneSv: unit.one?.sv ?? null, unitOneEn: unit.one?.en ?? null },
    ...{ contextNoteSv: contextNote?.sv ?? null, contextNoteEn: contextNote?.en ?? null },
    ...{ min: content.min ?? null, max: content.max ?? null, sourceName: source.name, sourceUrl: source.url ?? null },
    irregularYears: [...content.irregularYears],
    perLocality: [...content.perLocality],
    ...laterColumns(content),
  };
}

function laterColumns({ influence, kind, synonyms, ending, formula, breakdown }: DefinitionContent) {
  return {
    ...{ influence: influence ?? null, kind: kind ?? null, formula: formula ?? null, breakdown: breakdown ?? null },
    synonyms: synonyms && synonyms.sv.length + synonyms.en.length > 0 ? synonyms : null,
    ...{ endsAfter: ending?.after ?? null, endReasonSv: ending?.reason.sv ?? null, endReasonEn: ending?.reason.en ?? null },
    replacedBy: ending?.replacedBy ?? null,
  };
}

/** What the row says, by the slug of its owner. */
export function definitionOf(row: IndicatorDefinitionRow, owner: string | undefined): DefinitionContent {
  const { decimals, direction, cadence, reporting, aggregation, lagDays, graceDays, mayRepeat, officialStatistics, isExample } = row;
  return {
    ...{ decimals, direction, cadence, reporting, aggregation, lagDays, graceDays, mayRepeat, officialStatistics, isExample, owner },
    name: localizedOf(row.nameSv, row.nameEn),
    definition: localizedOf(row.definitionSv, row.definitionEn),
    unit: { ...localizedOf(row.unitSv, row.unitEn), one: absent(row.unitOneSv, row.unitOneEn) },
    min: row.min ?? undefined,
    max: row.max ?? undefined,
    source: { name: row.sourceName, url: row.sourceUrl ?? undefined },
    irregularYears: row.irregularYears,
    balance: (row.balance?.terms ?? []).map(({ indicator, sign, at }) => ({ indicator, sign, at })),
    perLocality: row.perLocality,
    contextNote: absent(row.contextNoteSv, row.contextNoteEn),
    ...{ influence: row.influence ?? undefined, kind: row.kind ?? undefined, synonyms: row.synonyms ?? undefined },
    ...{ ending: endingOf(row), formula: row.formula ?? undefined, breakdown: row.breakdown ?? undefined },
  };
}

/** Why and when it ended, and what replaces it; undefined while it goes on. */
export function endingOf({ endsAfter, endReasonSv, endReasonEn, replacedBy }: IndicatorDefinitionRow): Ending | undefined {
  if (endsAfter === null || endReasonSv === null) return undefined;
  return { after: endsAfter, reason: localizedOf(endReasonSv, endReasonEn), replacedBy: replacedBy ?? undefined };
}

const absent = (sv: string | null, en: string | null): Localized | undefined => (sv === null ? undefined : localizedOf(sv, en));

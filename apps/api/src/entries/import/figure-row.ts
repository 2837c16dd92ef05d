import {
  checkValue,
  DomainError,
  fitsCadence,
  MISSING_KINDS,
  PROVENANCES,
  QUALITIES,
  periodCode,
  periodPosition,
  readNumber,
  readPeriod,
  type Cadence,
} from '@slusen/domain';
import type { FileRow } from './figure-file.js';
import { ImportFault } from './import-fault.js';

/** A row ready to be compared with what is there. */
export interface FigureRow {
  readonly row: number;
  readonly indicator: string;
  readonly name: string;
  readonly unit: string;
  readonly cadence: Cadence;
  readonly territory: string;
  readonly territoryName: string;
  readonly breakdown: string;
  readonly period: string;
  readonly periodEnd: number;
  readonly value: number | undefined;
  readonly missing: string | undefined;
  readonly quality: string;
  readonly provenance: string;
  readonly provenanceNote: string | undefined;
  readonly margin: number | undefined;
  readonly respondents: number | undefined;
  readonly source: string;
  readonly publishAt: string | undefined;
}

/** What a file is read against. */
export interface Register {
  /** By slug and by Swedish name. */
  readonly indicators: ReadonlyMap<string, { readonly slug: string; readonly unit: string; readonly cadence: Cadence }>;
  readonly territories: ReadonlySet<string>;
  /** Unknown indicators and areas are made instead of refused. */
  readonly mayCreate: boolean;
}

/** Reads one row's cells against the register. Throws ImportFault with the row and the first thing that is wrong. */
export function readFigureRow(row: number, cells: FileRow, register: Register): FigureRow {
  const refuse = (code: string, facts: Record<string, string> = {}): never => {
    throw new ImportFault({ row, code, facts });
  };
  const known = register.indicators.get(cells.indicator.trim());
  if (!known && !register.mayCreate) refuse('indicator.unknown', { indicator: cells.indicator.slice(0, 100) });
  if (!register.territories.has(cells.municipality_code) && !register.mayCreate) refuse('territory.unknown', { area: cells.municipality_code.slice(0, 40) });
  if (known && cells.unit.trim() !== known.unit) refuse('unit.other', { unit: cells.unit.slice(0, 60), expected: known.unit });
  const period = withRow(row, () => readPeriod(cells.period));
  const cadence = known?.cadence ?? period.cadence;
  if (!fitsCadence(period, cadence)) refuse('period.wrong-cadence', { period: cells.period.slice(0, 40), cadence });
  if (cells.source.trim() === '') refuse('source.absent');
  return {
    row,
    indicator: known?.slug ?? slugOf(cells.indicator),
    name: cells.indicator.trim(),
    unit: cells.unit.trim(),
    cadence,
    territory: cells.municipality_code,
    territoryName: cells.municipality.trim(),
    breakdown: cells.breakdown?.trim() ?? '',
    period: periodCode(period),
    periodEnd: periodPosition(period),
    ...outcomeOf(row, cells),
    quality: wordOf(row, cells.quality, { words: QUALITIES, otherwise: 'final' }),
    provenance: wordOf(row, cells.provenance, { words: PROVENANCES, otherwise: 'exact' }),
    provenanceNote: cells.provenance_note?.trim() || undefined,
    margin: numberOf(row, cells.margin),
    respondents: numberOf(row, cells.respondents),
    source: cells.source.trim(),
    publishAt: cells.publish_at?.trim() || undefined,
  };
}

/** Refuses with the row what the domain refuses without one. */
function withRow<T>(row: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new ImportFault({ row, code: error.code, facts: error.facts });
  }
}

function outcomeOf(row: number, cells: FileRow): Pick<FigureRow, 'value' | 'missing'> {
  const value = numberOf(row, cells.value);
  const missing = cells.missing?.trim() ? wordOf(row, cells.missing, { words: MISSING_KINDS, otherwise: '' }) : undefined;
  if (value !== undefined && missing) throw new ImportFault({ row, code: 'value.and-missing', facts: {} });
  if (value === undefined && !missing) throw new ImportFault({ row, code: 'value.absent', facts: {} });
  return { value, missing };
}

function numberOf(row: number, text: string | undefined): number | undefined {
  if (!text?.trim()) return undefined;
  return withRow(row, () => checkValue(readNumber(text)));
}

function wordOf(row: number, text: string | undefined, { words, otherwise }: { words: readonly string[]; otherwise: string }): string {
  const word = text?.trim();
  if (!word) return otherwise;
  if (!words.includes(word)) throw new ImportFault({ row, code: 'word.unknown', facts: { word: word.slice(0, 60), allowed: words } });
  return word;
}

/** A name as an address: "Folkmängd 31 december" → `folkmangd-31-december`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 120)
    .replace(/-+$/, '');
}

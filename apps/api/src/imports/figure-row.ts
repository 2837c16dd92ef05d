import {
  checkValue,
  DomainError,
  hasBegun,
  isOutsideLimits,
  MISSING_KINDS,
  PROVENANCES,
  QUALITIES,
  periodCode,
  periodPosition,
  readNumber,
  readPeriod,
  startOfStockholmDay,
  type Cadence,
  type IsoDate,
  type Period,
} from '@slusen/domain';
import type { FileRow } from './figure-file.js';
import { checkTexts } from './figure-texts.js';
import { ImportFault } from './import-fault.js';
import { indicatorOfRow, slugOf, type KnownIndicator, type Limits } from './row-indicator.js';

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
  /** The limits that the value lies outside of. */
  readonly outside: Limits | undefined;
}

/** What a file is read against. */
export interface Register {
  /** By slug and by Swedish name. */
  readonly indicators: ReadonlyMap<string, readonly KnownIndicator[]>;
  /** Swedish names of the areas that are there, by code. */
  readonly territories: ReadonlyMap<string, string>;
  /** Unknown indicators and areas are made instead of refused. */
  readonly mayCreate: boolean;
  /** In Stockholm, when the import began. */
  readonly today: IsoDate;
}

/** An ordinary moment or day of our time: PostgreSQL would also read `infinity`, `tomorrow` and worse. */
const MOMENT = /^[12]\d{3}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_RESPONDENTS = 1_000_000_000;

/** Reads one row's cells against the register. Throws ImportFault with the row and the first thing that is wrong. */
export function readFigureRow(row: number, written: FileRow, register: Register): FigureRow {
  const cells = checkTexts(row, written);
  checkNames(row, cells, register);
  const period = begunPeriod(row, cells.period, register.today);
  const said = { row, name: cells.indicator, unit: cells.unit, period };
  const { slug, cadence, limits } = indicatorOfRow(said, register.indicators, register.mayCreate);
  const outcome = outcomeOf(row, cells);
  return {
    row,
    indicator: slug,
    name: cells.indicator,
    unit: cells.unit,
    cadence,
    territory: cells.municipality_code,
    territoryName: cells.municipality,
    breakdown: cells.breakdown,
    period: periodCode(period),
    periodEnd: periodPosition(period),
    ...outcome,
    quality: wordOf(row, cells.quality, { words: QUALITIES, otherwise: 'final' }),
    ...originOf(row, cells),
    source: cells.source,
    publishAt: momentOf(row, cells.publish_at),
    outside: limits && outcome.value !== undefined && isOutsideLimits(outcome.value, limits) ? limits : undefined,
  };
}

/** Refuses an area of another name, one that is not there and may not be made, or that a new row could not be made from. */
function checkNames(
  row: number,
  { indicator, municipality_code: area, municipality }: FileRow,
  { territories, mayCreate }: Register,
): void {
  if (slugOf(indicator) === '') throw new ImportFault({ row, code: 'indicator.unnamed', facts: {} });
  const known = territories.get(area);
  if (known !== undefined) return checkAreaName(row, { area, name: municipality, known });
  if (area === '' || !mayCreate) throw new ImportFault({ row, code: 'territory.unknown', facts: { area } });
  if (municipality === '') throw new ImportFault({ row, code: 'territory.unnamed', facts: { area } });
}

/** A column that slipped would show one area's figures as another's. A row that leaves the name out says nothing against the code. */
export function checkAreaName(row: number, { area, name, known }: { area: string; name: string; known: string }): void {
  // Nearly every row is equal to the letter, which is the cheapest to see.
  if (name === known || name === '' || folded(name) === folded(known)) return;
  throw new ImportFault({ row, code: 'territory.other-name', facts: { area, name, expected: known } });
}

const folded = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/** A figure of a time that has not come is a slip of the pen: the form refuses it too. */
function begunPeriod(row: number, text: string, today: IsoDate): Period {
  const period = withRow(row, () => readPeriod(text));
  if (hasBegun(period, today)) return period;
  throw new ImportFault({ row, code: 'period.not-begun', facts: { period: periodCode(period) } });
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

function outcomeOf(row: number, cells: FileRow): Pick<FigureRow, 'value' | 'missing' | 'margin' | 'respondents'> {
  const value = numberOf(row, cells.value);
  const missing = cells.missing ? wordOf(row, cells.missing, { words: MISSING_KINDS, otherwise: '' }) : undefined;
  if (value !== undefined && missing) throw new ImportFault({ row, code: 'value.and-missing', facts: {} });
  if (value === undefined && !missing) throw new ImportFault({ row, code: 'value.absent', facts: {} });
  const [margin, respondents] = [marginOf(row, cells.margin), respondentsOf(row, cells.respondents)];
  if (value === undefined && (margin !== undefined || respondents !== undefined))
    throw new ImportFault({ row, code: 'value.missing-has-margin', facts: {} });
  return { value, missing, margin, respondents };
}

function originOf(row: number, { provenance: word, provenance_note: note }: FileRow): Pick<FigureRow, 'provenance' | 'provenanceNote'> {
  const provenance = wordOf(row, word, { words: PROVENANCES, otherwise: 'exact' });
  if (provenance === 'derived' && note === '') throw new ImportFault({ row, code: 'provenance.unexplained', facts: {} });
  return { provenance, provenanceNote: note || undefined };
}

function numberOf(row: number, text: string): number | undefined {
  return text === '' ? undefined : withRow(row, () => checkValue(readNumber(text)));
}

function marginOf(row: number, text: string): number | undefined {
  const margin = numberOf(row, text);
  if (margin !== undefined && margin < 0) throw new ImportFault({ row, code: 'margin.negative', facts: { margin } });
  return margin;
}

function respondentsOf(row: number, text: string): number | undefined {
  const count = numberOf(row, text);
  if (count === undefined || (Number.isInteger(count) && count >= 0 && count <= MOST_RESPONDENTS)) return count;
  throw new ImportFault({ row, code: 'respondents.not-a-count', facts: { respondents: count } });
}

/** A day begins in Stockholm; read by the database it would begin where its server stands. */
function momentOf(row: number, text: string): string | undefined {
  if (text === '') return undefined;
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  // A day that the month does not have is counted on into the next.
  const isDay = !Number.isNaN(day) && new Date(day).toISOString().startsWith(text.slice(0, 10));
  if (!MOMENT.test(text) || !isDay || Number.isNaN(Date.parse(text)))
    throw new ImportFault({ row, code: 'publish-at.not-a-time', facts: { text } });
  return DAY.test(text) ? startOfStockholmDay(text) : text;
}

function wordOf(row: number, word: string, { words, otherwise }: { words: readonly string[]; otherwise: string }): string {
  if (word === '') return otherwise;
  if (!words.includes(word)) throw new ImportFault({ row, code: 'word.unknown', facts: { word, allowed: words } });
  return word;
}

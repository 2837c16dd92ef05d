import {
  checkValue,
  DomainError,
  completeDate,
  isEnterable,
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
import { rowOf, type FileRecord, type FileRow } from './file-columns.js';
import { faultsOf, ImportFault, type RowFault } from './import-fault.js';
import { indicatorOfRow, slugOf, type KnownIndicator, type Limits } from './row-indicator.js';

/** What a file is read against. */
export interface Register {
  /** By slug and by Swedish name. */
  readonly indicators: ReadonlyMap<string, readonly KnownIndicator[]>;
  /** The areas that are there, by code. */
  readonly territories: ReadonlyMap<string, KnownArea>;
  /** Unknown indicators and areas are made instead of refused. */
  readonly mayCreate: boolean;
  /** In Stockholm, when the import began. */
  readonly today: IsoDate;
}

/** An area by its Swedish name. */
export interface KnownArea {
  readonly id: number;
  readonly name: string;
}

/** Which figure of which indicator. */
export interface Measure {
  readonly slug: string;
  /** The indicator's, when it is there. */
  readonly id: number | undefined;
  readonly limits: Limits | undefined;
  /** How many a figure of the indicator has, when it is there. */
  readonly decimals: number | undefined;
  readonly cadence: Cadence;
  readonly period: string;
  readonly periodEnd: number;
  /** The period is complete; before that a figure is rarely final. */
  readonly hasEnded: boolean;
}

/** What a row says of its value without telling it. */
export interface Kind {
  readonly missing: string | undefined;
  readonly quality: string;
  readonly provenance: string;
  readonly publishAt: string | undefined;
}

/** Columns that say of a value what it is, whatever it is. */
type Word = 'missing' | 'quality' | 'provenance' | 'provenance_note' | 'publish_at';

/** An ordinary moment or day of our time: PostgreSQL would also read `infinity`, `tomorrow` and worse. */
const MOMENT = /^[12]\d{3}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_RESPONDENTS = 1_000_000_000;

/** What is wrong with a row whose texts are right: the first thing, in the order a reader would see it. */
export function faultsOfRow({ row, cells }: FileRecord, register: Register): readonly RowFault[] {
  const said = rowOf(cells);
  return faultsOf(() => {
    checkIndicatorName(row, said);
    checkArea(row, said, register);
    readMeasure(row, said, register);
    readKind(row, said);
  });
}

/** Which figure the row is about. */
export function readMeasure(row: number, said: Pick<FileRow, 'indicator' | 'unit' | 'period'>, register: Register): Measure {
  checkIndicatorName(row, said);
  const period = inCell({ row, column: 'period' }, () => readPeriod(said.period));
  const named = { row, name: said.indicator, unit: said.unit, period };
  const { slug, id, cadence, limits, decimals, lagDays = 0 } = indicatorOfRow(named, register.indicators, register.mayCreate);
  checkEnterable(row, period, { lagDays, today: register.today });
  const hasEnded = completeDate(period, { lagDays }) <= register.today;
  return { slug, id, limits, decimals, cadence, period: periodCode(period), periodEnd: periodPosition(period), hasEnded };
}

function checkIndicatorName(row: number, { indicator }: Pick<FileRow, 'indicator'>): void {
  if (slugOf(indicator) === '') throw new ImportFault({ row, column: 'indicator', code: 'indicator.unnamed', facts: {} });
}

/** Refuses an area of another name, one that is not there and may not be made, or that a new row could not be made from. */
export function checkArea(
  row: number,
  { municipality_code: area, municipality: name }: Pick<FileRow, 'municipality_code' | 'municipality'>,
  { territories, mayCreate }: Register,
): void {
  const known = territories.get(area);
  if (known) return checkAreaName(row, { area, name, known: known.name });
  checkNoughts(row, area, territories);
  if (area === '' || !mayCreate) throw new ImportFault({ row, column: 'municipality_code', code: 'territory.unknown', facts: { area } });
  if (name === '') throw new ImportFault({ row, column: 'municipality', code: 'territory.unnamed', facts: { area } });
}

/** A spreadsheet that takes codes for numbers makes 884 of 0884, which would be another area. */
function checkNoughts(row: number, area: string, territories: Register['territories']): void {
  const known = [...territories.keys()].find((code) => code !== area && code.replace(/^0+(?=\d)/, '') === area);
  if (known)
    throw new ImportFault({ row, column: 'municipality_code', code: 'territory.without-noughts', facts: { area, expected: known } });
}

/** A column that slipped would show one area's figures as another's. A row that leaves the name out says nothing against the code. */
export function checkAreaName(row: number, { area, name, known }: { area: string; name: string; known: string }): void {
  if (name === '' || folded(name) === folded(known)) return;
  throw new ImportFault({ row, column: 'municipality', code: 'territory.other-name', facts: { area, name, expected: known } });
}

const folded = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/** A figure of a time that has not come is a slip of the pen: the form refuses it too. */
function checkEnterable(row: number, period: Period, { lagDays, today }: { lagDays: number; today: IsoDate }): void {
  if (isEnterable(period, { lagDays }, today)) return;
  throw new ImportFault({ row, column: 'period', code: 'period.not-begun', facts: { period: periodCode(period) } });
}

/** Where a cell stands. */
type Cell = Pick<RowFault, 'row' | 'column'>;

/** Refuses with its place what the domain refuses without one. */
function inCell<T>(cell: Cell, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new ImportFault({ ...cell, code: error.code, facts: error.facts });
  }
}

/** The words of a row, how they go together, and what goes with a value only. */
export function readKind(row: number, cells: Pick<FileRow, 'value' | 'margin' | 'respondents' | Word>): Kind {
  const missing = missingOf(row, cells);
  return {
    missing,
    quality: wordOf({ row, column: 'quality' }, cells.quality, { words: QUALITIES, otherwise: 'final' }),
    provenance: provenanceOf(row, cells),
    publishAt: momentOf(row, cells.publish_at),
  };
}

function missingOf(row: number, cells: Pick<FileRow, 'value' | 'missing' | 'margin' | 'respondents'>): string | undefined {
  const value = readValue({ row, column: 'value' }, cells.value);
  const missing = cells.missing ? wordOf({ row, column: 'missing' }, cells.missing, { words: MISSING_KINDS, otherwise: '' }) : undefined;
  if (value !== undefined && missing) throw new ImportFault({ row, column: 'missing', code: 'value.and-missing', facts: {} });
  if (value === undefined && !missing) throw new ImportFault({ row, column: 'value', code: 'value.absent', facts: {} });
  const [margin, respondents] = [readMargin(row, cells.margin), readRespondents(row, cells.respondents)];
  if (value === undefined && (margin !== undefined || respondents !== undefined))
    throw new ImportFault({ row, code: 'value.missing-has-margin', facts: {} });
  return missing;
}

function provenanceOf(row: number, { provenance: word, provenance_note: note }: Pick<FileRow, 'provenance' | 'provenance_note'>): string {
  const provenance = wordOf({ row, column: 'provenance' }, word, { words: PROVENANCES, otherwise: 'exact' });
  if (provenance === 'derived' && note === '')
    throw new ImportFault({ row, column: 'provenance_note', code: 'provenance.unexplained', facts: {} });
  return provenance;
}

/** The number in a cell; none in an empty one. */
export function readValue(cell: Cell, text: string): number | undefined {
  return text === '' ? undefined : inCell(cell, () => checkValue(readNumber(text)));
}

/** The margin of error in a cell, at least zero. */
export function readMargin(row: number, text: string): number | undefined {
  const margin = readValue({ row, column: 'margin' }, text);
  if (margin !== undefined && margin < 0) throw new ImportFault({ row, column: 'margin', code: 'margin.negative', facts: { margin } });
  return margin;
}

/** How many people answered, a whole number. */
export function readRespondents(row: number, text: string): number | undefined {
  const count = readValue({ row, column: 'respondents' }, text);
  if (count === undefined || (Number.isInteger(count) && count >= 0 && count <= MOST_RESPONDENTS)) return count;
  throw new ImportFault({ row, column: 'respondents', code: 'respondents.not-a-count', facts: { respondents: count } });
}

/** A day begins in Stockholm; read by the database it would begin where its server stands. */
function momentOf(row: number, text: string): string | undefined {
  if (text === '') return undefined;
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  // A day that the month does not have is counted on into the next.
  const isDay = !Number.isNaN(day) && new Date(day).toISOString().startsWith(text.slice(0, 10));
  if (!MOMENT.test(text) || !isDay || Number.isNaN(Date.parse(text)))
    throw new ImportFault({ row, column: 'publish_at', code: 'publish-at.not-a-time', facts: { text } });
  return DAY.test(text) ? startOfStockholmDay(text) : text;
}

function wordOf(cell: Cell, word: string, { words, otherwise }: { words: readonly string[]; otherwise: string }): string {
  if (word === '') return otherwise;
  if (!words.includes(word)) throw new ImportFault({ ...cell, code: 'word.unknown', facts: { word, allowed: words } });
  return word;
}

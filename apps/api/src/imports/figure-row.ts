import {
  checkShare,
  DomainError,
  completeDate,
  isEnterable,
  MISSING_KINDS,
  missingText,
  PROVENANCES,
  provenanceText,
  QUALITIES,
  qualityText,
  periodCode,
  periodPosition,
  readNumber,
  readPeriod,
  readRounded,
  startOfStockholmDay,
  type Cadence,
  slugOf,
  type IsoDate,
  type Language,
  type Period,
  type RoundedNumber,
  type SharedFigure,
} from '@slusen/domain';
import { rowOf, type FileRecord, type FileRow } from './file-columns.js';
import { faultsOf, ImportFault, type RowFault } from './import-fault.js';
import type { MayCreate } from './import-order.js';
import { indicatorOfRow, type IndicatorRegister, type KnownIndicator, type Limits } from './row-indicator.js';
import { areaOfRow, type AreaRegister } from './row-area.js';
import { folded } from './spelling.js';

/** What a file is read against. */
export interface Register extends IndicatorRegister, AreaRegister {
  readonly mayCreate: MayCreate;
  /** Numbers with more decimals than can be stored are rounded. */
  readonly round: boolean;
  /** In Stockholm, when the import began. */
  readonly today: IsoDate;
}

/** Which figure of which indicator. */
export interface RowMeasure {
  readonly slug: string;
  /** The indicator's, when it is there. */
  readonly id: number | undefined;
  readonly limits: Limits | undefined;
  /** No value is compared across them. */
  readonly breaks: KnownIndicator['breaks'];
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
    areaOfRow(row, said, register);
    readMeasure(row, said, register);
    readKind(row, said, register);
    readShare(row, said, register);
  });
}

/** Which figure the row is about. */
export function readMeasure(row: number, said: Pick<FileRow, 'indicator' | 'unit' | 'period'>, register: Register): RowMeasure {
  checkIndicatorName(row, said);
  const period = inCell({ row, column: 'period' }, () => readPeriod(said.period));
  const named = { row, name: said.indicator, unit: said.unit, period };
  const { slug, id, cadence, limits, decimals, breaks = [], lagDays = 0 } = indicatorOfRow(named, register);
  checkEnterable(row, period, { lagDays, today: register.today });
  const hasEnded = completeDate(period, { lagDays }) <= register.today;
  return { slug, id, limits, breaks, decimals, cadence, period: periodCode(period), periodEnd: periodPosition(period), hasEnded };
}

function checkIndicatorName(row: number, { indicator }: Pick<FileRow, 'indicator'>): void {
  if (slugOf(indicator) === '') throw new ImportFault({ row, column: 'indicator', code: 'indicator.unnamed', facts: {} });
}

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
export function readKind(row: number, cells: Pick<FileRow, 'value' | 'margin' | 'respondents' | Word>, numbers: NumberRules): Kind {
  const missing = missingOf(row, cells, numbers);
  return {
    missing,
    quality: wordOf({ row, column: 'quality' }, cells.quality, { words: QUALITY_WORDS, otherwise: 'final' }),
    provenance: provenanceOf(row, cells),
    publishAt: momentOf(row, cells.publish_at),
  };
}

function missingOf(
  row: number,
  cells: Pick<FileRow, 'value' | 'missing' | 'margin' | 'respondents'>,
  numbers: NumberRules,
): string | undefined {
  const { value } = readValue({ row, column: 'value' }, cells.value, numbers);
  const missing = cells.missing ? wordOf({ row, column: 'missing' }, cells.missing, { words: MISSING_WORDS, otherwise: '' }) : undefined;
  if (value !== undefined && missing) throw new ImportFault({ row, column: 'missing', code: 'value.and-missing', facts: {} });
  if (value === undefined && !missing) throw new ImportFault({ row, column: 'value', code: 'value.absent', facts: {} });
  const [{ value: margin }, { value: respondents }] = [readMargin(row, cells.margin, numbers), readRespondents(row, cells.respondents)];
  if (value === undefined && (margin !== undefined || respondents !== undefined))
    throw new ImportFault({ row, code: 'value.missing-has-margin', facts: {} });
  return missing;
}

function provenanceOf(row: number, { provenance: word, provenance_note: note }: Pick<FileRow, 'provenance' | 'provenance_note'>): string {
  const provenance = wordOf({ row, column: 'provenance' }, word, { words: PROVENANCE_WORDS, otherwise: 'exact' });
  if (provenance === 'derived' && note === '')
    throw new ImportFault({ row, column: 'provenance_note', code: 'provenance.unexplained', facts: {} });
  return provenance;
}

/** How numbers are read. */
type NumberRules = Pick<Register, 'round'>;
/** A number as it was read; none in an empty cell. */
type ReadNumber = Partial<RoundedNumber>;

/** The number in a cell. */
export function readValue(cell: Cell, text: string, { round }: NumberRules): ReadNumber {
  if (text === '') return {};
  return inCell(cell, () => (round ? readRounded(text) : { value: readNumber(text), isRounded: false }));
}

/** The margin of error in a cell, at least zero. */
export function readMargin(row: number, text: string, numbers: NumberRules): ReadNumber {
  const read = readValue({ row, column: 'margin' }, text, numbers);
  if (read.value === undefined || read.value >= 0) return read;
  throw new ImportFault({ row, column: 'margin', code: 'margin.negative', facts: { margin: read.value } });
}

/** The two numbers of a share, which make its value; none where neither is said. */
export function readShare(
  row: number,
  said: Pick<FileRow, 'indicator' | 'unit' | 'period' | 'value' | 'numerator' | 'denominator'>,
  register: Register,
): SharedFigure {
  if (said.numerator === '' && said.denominator === '') return {};
  const number = (column: 'value' | 'numerator' | 'denominator'): number | undefined =>
    readValue({ row, column }, said[column], register).value;
  const [value, numerator, denominator] = [number('value'), number('numerator'), number('denominator')];
  const { decimals = 0, limits } = readMeasure(row, said, register);
  inCell({ row, column: 'numerator' }, () =>
    checkShare({ value, numerator, denominator }, { unit: { sv: said.unit }, decimals, max: limits?.max }),
  );
  return { numerator, denominator };
}

/** How many people answered, a whole number. */
export function readRespondents(row: number, text: string): ReadNumber {
  const read = readValue({ row, column: 'respondents' }, text, { round: false });
  const { value: count } = read;
  if (count === undefined || (Number.isInteger(count) && count >= 0 && count <= MOST_RESPONDENTS)) return read;
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

/** The words of a cell, by what they mean: our own, and those that pages and files show in both languages. */
function vocabulary<Word extends string>(
  words: readonly Word[],
  text: (word: Word, language: Language) => string,
): ReadonlyMap<string, Word> {
  return new Map(words.flatMap((word) => [word, text(word, 'sv'), text(word, 'en')].map((said) => [folded(said), word] as const)));
}
const MISSING_WORDS = vocabulary(MISSING_KINDS, missingText);
const QUALITY_WORDS = vocabulary(QUALITIES, qualityText);
const PROVENANCE_WORDS = vocabulary(PROVENANCES, provenanceText);

function wordOf(cell: Cell, word: string, { words, otherwise }: { words: ReadonlyMap<string, string>; otherwise: string }): string {
  if (word === '') return otherwise;
  const meant = words.get(folded(word));
  if (meant === undefined) throw new ImportFault({ ...cell, code: 'word.unknown', facts: { word, allowed: [...new Set(words.values())] } });
  return meant;
}

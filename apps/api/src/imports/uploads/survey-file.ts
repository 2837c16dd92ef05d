import type { ImportForm, ImportFound, ImportMapping } from '@slusen/contracts';
import type { FigureFileKind } from '@slusen/domain';
import { createHash } from 'node:crypto';
import { checkedHeader, SEPARATORS, separatorOf } from '../file-header.js';
import { faultsOf, ImportFault } from '../import-fault.js';
import type { Mapping } from '../mapping/mapping.js';
import { proposeMapping, type TableHeading } from '../mapping/propose-mapping.js';
import { encodingOf } from '../readers/csv/file-encoding.js';
import { csvRows } from '../readers/csv/csv-table.js';
import { readTexts } from '../readers/csv/file-texts.js';
import { cubeTable } from '../readers/cube.js';
import { fileKindOf } from '../readers/file-kind.js';
import { openCube } from '../readers/open-cube.js';
import { openWorkbook } from '../readers/workbook/workbook.js';
import type { WrittenRow } from '../readers/written-row.js';
import type { FileView } from './file-reader.js';
import { refusalOf } from './refusal-words.js';

/** What a file looks like, and what that lets one suppose of it. */
export interface Survey {
  readonly found: ImportFound;
  /** None where the columns are called as ours are. */
  readonly mapping: ImportMapping | undefined;
  /** What of its form must be said for it to be read so; nothing where it is found. */
  readonly form?: ImportForm | undefined;
  /** Where the figures come from, where the file says so. */
  readonly source?: string | undefined;
}

/** The beginning of a table: its headings, where they stand, and some rows. */
interface Beginning {
  readonly headings: readonly TableHeading[];
  readonly headerRow: number;
  readonly rows: readonly WrittenRow[];
}

const MANY_LINES = 25;
const SAMPLE = 5;
const LONGEST = 200;
const NOTHING: ImportFound = { sheets: [], headings: [], sample: [], periods: [], refused: [] };

/** Looks at the beginning of a file, whatever it is; what cannot be looked at is told of as refused. */
export async function surveyFile(path: string, view: FileView): Promise<Survey> {
  let kind: FigureFileKind | undefined;
  try {
    kind = await fileKindOf(path);
    return await surveyed(path, kind, view);
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    const [fault] = error.faults;
    const sheets = fault?.facts['sheets'];
    const about = { ...(kind === 'csv' && { kind, ...view.form }), refused: error.faults.map(refusalOf) };
    const found = { ...NOTHING, ...about, sheets: Array.isArray(sheets) ? (sheets as string[]) : [] };
    return { found, mapping: undefined, form: view.form };
  }
}

async function surveyed(path: string, kind: FigureFileKind, { sheet, form }: FileView): Promise<Survey> {
  if (kind === 'csv') return surveyOfText(path, form);
  if (kind === 'workbook') return surveyOfWorkbook(path, sheet);
  const cube = await openCube(kind, path, createHash('sha256'));
  const { headings, rows } = cubeTable(cube);
  const { found, mapping } = surveyOf({ headings, headerRow: 1, rows: await firstOf(rows) }, { kind });
  return { found: { ...found, headerRow: undefined }, mapping, source: cube.source };
}

async function surveyOfText(path: string, said: ImportForm = {}): Promise<Survey> {
  const encoding = said.encoding ?? (await encodingOf(path));
  const lines = await firstLines(path, said);
  const guess = guessedTable(lines, said);
  const form = guess.isOther ? { ...said, separator: guess.separator } : said;
  const names = said.headerRow === undefined ? guess.names : [];
  const view = { digest: createHash('sha256'), names, form };
  const headed = await csvRows(path, view);
  if (!headed) throw new ImportFault({ row: 1, code: 'file.empty', facts: {} });
  const { header } = headed;
  const headings = header.cells.map((name) => ({ name }));
  const { separator } = guess;
  const { found, mapping } = surveyOf(
    { headings, headerRow: header.row, rows: await firstOf(headed.rows) },
    { kind: 'csv', encoding, separator },
  );
  const isSaid = Object.keys(form).length > 0;
  const decimal = said.decimal ?? found.decimal;
  return {
    found: { ...found, decimal },
    mapping: isSaid ? (mapping ?? sayable(proposeMapping(headings))) : mapping,
    ...(isSaid && { form }),
  };
}

async function firstLines(path: string, { encoding }: ImportForm): Promise<string[]> {
  const texts = readTexts(path, createHash('sha256'), encoding);
  const beginning: string = (await texts.next()).value ?? '';
  await texts.return(undefined);
  return beginning.split(/\r\n|\n|\r/).slice(0, MANY_LINES);
}

/** What other programs put between cells. */
const OTHERS = ['|', '^', '~', ':', '\u00a6'];

/** Where the headings seem to stand, and what stands between them: one of ours where they name as much by it. */
function guessedTable(
  lines: readonly string[],
  { separator: said, headerRow }: ImportForm,
): { separator: string; names: string[]; isOther: boolean } {
  const seen = headerRow === undefined ? lines : lines.slice(headerRow - 1, headerRow);
  const tried = said === undefined ? [undefined, ...OTHERS] : [said];
  const tables = tried.map((one) => {
    const rows = seen.map((line) => cellsOf(line, one ?? separatorOf(line)));
    const at = bestOf(rows);
    return {
      separator: one ?? separatorOf(seen[at] ?? ''),
      names: (rows[at] ?? []).filter((name) => name !== ''),
      score: namedIn(rows[at] ?? []),
    };
  });
  const [first = { separator: ',', names: [], score: 0 }, ...others] = tables;
  const best = others.reduce((one, other) => (other.score > Math.max(one.score, 1) ? other : one), first);
  return { separator: best.separator, names: best.names, isOther: !SEPARATORS.some((one) => one === best.separator) };
}

async function surveyOfWorkbook(path: string, sheet: string | undefined): Promise<Survey> {
  const workbook = await openWorkbook({ path, sheet });
  try {
    const [first = []] = [(await workbook.rows.next()).value ?? []] as (readonly WrittenRow[])[];
    const at = bestOf(first.slice(0, MANY_LINES).map(({ cells }) => cells));
    const header = first[at];
    if (!header) throw new ImportFault({ row: 1, code: 'file.empty', facts: {} });
    const headings = header.cells.map((name) => ({ name }));
    const { about } = workbook;
    return surveyOf(
      { headings, headerRow: header.row, rows: first.slice(at + 1) },
      { kind: 'workbook', sheets: [...about.sheets], sheet: about.sheet },
    );
  } finally {
    await workbook.close();
  }
}

/** The first of those that name most columns, else the first that is more than a title. */
function bestOf(rows: readonly (readonly string[])[]): number {
  const named = rows.map(namedIn);
  const most = Math.max(0, ...named);
  const isTable = (cells: readonly string[]): boolean => cells.filter((cell) => cell !== '').length > 1;
  return Math.max(most > 0 ? named.indexOf(most) : rows.findIndex(isTable), 0);
}

/** How many columns they name, as far as one can suppose. */
function namedIn(cells: readonly string[]): number {
  const { columns, periods } = proposeMapping(cells.map((name) => ({ name })));
  return Object.keys(columns).length + periods.length;
}

const cellsOf = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );

async function firstOf(parts: AsyncIterable<readonly WrittenRow[]>): Promise<readonly WrittenRow[]> {
  for await (const rows of parts) if (rows.length > 0) return rows.slice(0, MANY_LINES);
  return [];
}

function surveyOf(
  { headings, headerRow, rows }: Beginning,
  about: Pick<ImportFound, 'kind'> & Partial<Pick<ImportFound, 'separator' | 'encoding' | 'sheets' | 'sheet'>>,
): Survey {
  const names = headings.map(({ name }) => name);
  const mapping = proposeMapping(headings);
  const isOurs = headerRow === 1 && about.kind !== 'px' && about.kind !== 'json-stat' && faultsOf(() => checkedHeader(names)).length === 0;
  const texts = rows.map(({ cells }) => cells);
  return {
    found: {
      ...NOTHING,
      ...about,
      headerRow,
      headings: names.map(short),
      sample: texts.slice(0, SAMPLE).map((cells) => cells.map((cell) => short(cell.trim()))),
      periods: mapping.periods.map(({ column }) => column),
      decimal: decimalIn(texts.flat()),
    },
    mapping: isOurs ? undefined : sayable(mapping),
  };
}

/** Without what no text can be stored with. */
const short = (text: string): string => text.slice(0, LONGEST).replaceAll('\0', '\ufffd');

function decimalIn(cells: readonly string[]): ',' | '.' | undefined {
  const numbers = cells.filter((cell) => /^[-−]?[\d\s]+[.,]\d+$/.test(cell.trim()));
  const commas = numbers.filter((cell) => cell.includes(',')).length;
  return numbers.length === 0 ? undefined : commas * 2 > numbers.length ? ',' : '.';
}

/** A mapping as whoever sends the file may change it. */
function sayable({ columns, part, breakdown, only, marks }: Mapping): ImportMapping {
  return {
    columns: { ...columns },
    ...(part !== undefined && { part }),
    breakdown: [...breakdown],
    only: { ...only },
    marks: { ...marks },
  };
}

import { ImportFault } from '../../import-fault.js';
import type { WrittenRow } from '../written-row.js';
import { cellText, dateColumns, sheetCells, type DateMeaning, type SheetCell } from './sheet-cells.js';
import { addressOf, percentStyles, surveyOf, type SheetSurvey } from './sheet-survey.js';
import { WorkbookParts } from './workbook-parts.js';
import { chosenSheet, sheetsOf, type Sheet } from './workbook-sheets.js';
import { requireNoDoctype } from './workbook-xml.js';

/** What is told of a sheet before its rows. */
export interface SheetAbout {
  readonly sheet: string;
  /** All sheets, in their order. */
  readonly sheets: readonly string[];
  readonly merged: readonly string[];
  readonly uncomputed: readonly string[];
  readonly failed: readonly string[];
  /** Columns (from 0) with days in them, and what they mean as periods. */
  readonly dates: readonly (readonly [column: number, meaning: DateMeaning | undefined])[];
}

/** A sheet with its rows as a file of text would write them. */
export interface OpenSheet {
  readonly about: SheetAbout;
  readonly rows: () => Generator<readonly WrittenRow[]>;
}

const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';
const [WORKBOOK, RELATIONS] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
/** A stray cell far away makes a table of everything between. */
const MOST_CELLS = 8_000_000;
const MANY = 1000;

/** Opens a sheet of a workbook: all of it is looked at before any of it is read. Throws ImportFault for what is not safe, or not plain. */
export async function openSheet(path: string, wanted: string | undefined): Promise<OpenSheet> {
  const parts = await WorkbookParts.open(path);
  try {
    const sheets = await sheetsOf(parts);
    const filled = await lookThrough(parts);
    const sheet = chosenSheet(sheets, filled, wanted);
    const { survey, cells } = await readParts(parts, sheet);
    const { merged, uncomputed, failed } = survey;
    const about = { sheet: sheet.name, sheets: sheets.map(({ name }) => name), merged, uncomputed, failed, dates: [...dateColumns(cells)] };
    return { about, rows: () => rowsOf(cells, survey) };
  } finally {
    parts.close();
  }
}

/** Looks through every part that is XML. Returns the names of those with cells that hold something. */
async function lookThrough(parts: WorkbookParts): Promise<ReadonlySet<string>> {
  const filled = new Set<string>();
  for (const name of parts.names) {
    if (!/\.(xml|rels|vml)$/i.test(name)) continue;
    const bytes = (await parts.read(name)) ?? Buffer.alloc(0);
    requireNoDoctype(name, bytes);
    if (FILLED.some((element) => bytes.includes(element))) filled.add(name);
  }
  return filled;
}
const FILLED = ['<v>', '<is>', '<f>', ':v>', ':is>'];

async function readParts(parts: WorkbookParts, sheet: Sheet): Promise<{ survey: SheetSurvey; cells: readonly (readonly SheetCell[])[] }> {
  const read: Record<string, Buffer> = {};
  for (const name of [WORKBOOK, RELATIONS, STYLES, STRINGS, sheet.part]) {
    const bytes = await parts.read(name);
    if (bytes) read[name] = bytes;
  }
  const styles = read[STYLES] ? percentStyles(STYLES, read[STYLES]) : new Set<string>();
  const survey = surveyOf(sheet.part, read[sheet.part] ?? Buffer.alloc(0), styles);
  const size = survey.rows * survey.columns;
  if (size > MOST_CELLS) {
    const last = addressOf({ row: survey.rows, column: survey.columns });
    throw new ImportFault({ row: 1, code: 'workbook.too-large', facts: { 'last cell': last } });
  }
  return { survey, cells: await sheetCells(read, sheet) };
}

function* rowsOf(cells: readonly (readonly SheetCell[])[], { percent }: SheetSurvey): Generator<readonly WrittenRow[]> {
  for (let from = 0; from < cells.length; from += MANY)
    yield cells.slice(from, from + MANY).flatMap((written, at) => {
      const row = from + at + 1;
      const texts = written.map((cell, column) => cellText(cell, percent.has(addressOf({ row, column: column + 1 }))).trim());
      return texts.some((text) => text !== '') ? [{ row, cells: texts }] : [];
    });
}

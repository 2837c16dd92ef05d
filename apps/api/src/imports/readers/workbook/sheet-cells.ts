import { zipSync } from 'fflate';
import { readSheet, type CellValue } from 'read-excel-file/universal';
import { digitsOf } from '../plain-digits.js';
import { brokenWorkbook } from './workbook-fault.js';
import type { Sheet } from './workbook-sheets.js';

/** What a cell holds; nothing in an empty one. */
export type SheetCell = string | number | boolean | Date | null;

/**
 * The cells of a sheet, from its first row and column on. Only the parts that were walked are handed on, packed anew: what is read is what was
 * looked at.
 */
export async function sheetCells(parts: Readonly<Record<string, Uint8Array>>, sheet: Sheet): Promise<readonly (readonly SheetCell[])[]> {
  const packed = zipSync({ ...parts }, { level: 0 });
  try {
    return (await readSheet(packed.buffer, sheet.number, { trim: false })) as readonly (readonly (CellValue | null)[])[] as SheetCell[][];
  } catch (error) {
    throw brokenWorkbook(error instanceof Error ? error.message : String(error));
  }
}

/** A cell as a file of text would write it: numbers in digits with a point, days as 2026-09-30. */
export function cellText(cell: SheetCell, isPercent: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return isPercent ? `${digitsOf(Number(`${cell}e2`))} %` : digitsOf(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? cell : dayOf(cell);
}

/** Days of a workbook have no time zone. */
function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 5)}`;
}

/** What the days of a column stand for, where they all do. */
export type DateMeaning = 'year' | 'month';

/**
 * The columns (from 0) with days in them, and what these mean as periods: years where all begin one and are of several years, else months where
 * all begin one; a spreadsheet makes such days of what people type as 2026-09. Nothing for other days.
 */
export function dateColumns(rows: readonly (readonly SheetCell[])[]): ReadonlyMap<number, DateMeaning | undefined> {
  const days = new Map<number, Date[]>();
  for (const [at, day] of rows.flatMap((cells) => [...cells.entries()].filter(isDay))) {
    const known = days.get(at);
    if (known) known.push(day);
    else days.set(at, [day]);
  }
  return new Map([...days].map(([at, dates]) => [at, meaningOf(dates)] as const));
}

const isDay = (entry: [number, SheetCell]): entry is [number, Date] => entry[1] instanceof Date;

function meaningOf(dates: readonly Date[]): DateMeaning | undefined {
  if (dates.some((date) => date.getUTCDate() !== 1)) return undefined;
  const years = new Set(dates.map((date) => date.getUTCFullYear()));
  return years.size > 1 && dates.every((date) => date.getUTCMonth() === 0) ? 'year' : 'month';
}

import { isWhole, periodOfParts, readPeriod, type MarkMeaning } from '@slusen/domain';
import type { Column } from '../file-columns.js';
import { folded } from '../spelling.js';

/** Where what one of our columns says is taken from: a column of the file, or one text for all of its rows. */
export type Said = { readonly column: string } | { readonly text: string };

/** A column of a wide table: its heading is a period, and its cells are the values of it. */
export interface PeriodColumn {
  readonly column: string;
  readonly period: string;
}

/** How the columns of a table become rows of figures. It is data: what was mapped once can be kept for the next file of a source. */
export interface Mapping {
  readonly columns: Readonly<Partial<Record<Column, Said>>>;
  /** The column with the part of the year, where that of the period has only years. */
  readonly part?: string | undefined;
  /** Columns whose cells together say what part of the whole a figure is about. */
  readonly breakdown: readonly string[];
  /** Rows are taken only where these columns say this. */
  readonly only: Readonly<Record<string, string>>;
  /** Of a wide table; a row is then a figure for each. */
  readonly periods: readonly PeriodColumn[];
  /** What the marks in the place of values stand for. */
  readonly marks: Readonly<Record<string, MarkMeaning>>;
}

/** A mapping of nothing. */
export const UNMAPPED: Mapping = { columns: {}, breakdown: [], only: {}, periods: [], marks: {} };

/** The code of a period as a heading or a cell writes it; nothing where it is none. */
export function periodIn(text: string): string | undefined {
  try {
    readPeriod(text);
    return text.trim();
  } catch {
    return undefined;
  }
}

/** The period of a row whose year and part may stand apart; what cannot be read stays as it is written, to be refused by the rule for periods. */
export function periodOfRow(year: string, part: string | undefined, called = ''): string {
  return part === undefined ? year : (periodOfParts(year, part, called) ?? `${year} ${part}`.trim());
}

/** The breakdown that these cells say together: none where each says that it is the whole. */
export const breakdownOf = (cells: readonly string[]): string => cells.filter((cell) => cell !== '' && !isWhole(folded(cell))).join(', ');

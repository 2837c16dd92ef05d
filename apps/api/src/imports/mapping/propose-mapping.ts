import { columnNamed, COLUMNS, type Column } from '../file-columns.js';
import type { CubeHeading } from '../readers/cube.js';
import type { AreaKind } from '../row-area.js';
import { folded } from '../spelling.js';
import { periodIn, UNMAPPED, type Mapping, type PeriodColumn, type Said } from './mapping.js';

/** What columns of others are called that say what ours do. */
const CALLED: Readonly<Partial<Record<Column, readonly string[]>>> = {
  municipality_code: ['kommunkod', 'regionkod', 'områdeskod', 'kommunnummer', 'region (kod)', 'kommun (kod)', 'municipality_id'],
  municipality: ['kommun', 'region', 'ort', 'tätort', 'geografi', 'län', 'kommunnamn', 'municipality_name'],
  indicator: ['nyckeltal', 'mått', 'indicator', 'tabellinnehåll', 'innehåll', 'contents', 'kpi', 'variabel'],
  period: ['tid', 'år', 'year', 'time', 'månad', 'kvartal', 'month', 'quarter'],
  value: ['utfall', 'values'],
  unit: ['måttenhet', 'units'],
};
const PARTS = ['kvartal', 'månad', 'tertial', 'halvår', 'quarter', 'month', 'half-year'].map(folded);
const YEARS = ['tid', 'år', 'year', 'time', 'period'].map(folded);
/** One heading that reads as a year may be a measure; two are periods. */
const ENOUGH_PERIODS = 2;

/** A heading of a table; of a cube with what its dimension is. */
export type TableHeading = Pick<CubeHeading, 'name'> & Partial<CubeHeading>;

/** What the headings of a table, and what a cube says of its dimensions, let one suppose. Whoever sends the file sees it, and can say otherwise. */
export function proposeMapping(headings: readonly TableHeading[]): Mapping {
  const periods = headings.flatMap(({ name }): PeriodColumn[] => {
    const period = periodIn(name);
    return period === undefined ? [] : [{ column: name, period }];
  });
  const isWide = periods.length >= ENOUGH_PERIODS;
  const columns: Partial<Record<Column, Said>> = {};
  for (const column of COLUMNS) {
    if (isWide && (column === 'period' || column === 'value')) continue;
    const heading = headingFor(column, headings);
    if (heading) columns[column] = { column: heading.name };
  }
  const unit = unitIn(columns.value);
  if (unit !== undefined) columns.unit ??= { text: unit };
  return { ...UNMAPPED, columns, periods: isWide ? periods : [], part: isWide ? undefined : partOf(columns.period, headings) };
}

/** The kind of area that a heading names. */
const KINDS: ReadonlyMap<string, AreaKind> = new Map([
  ...['kommun', 'kommunnamn', 'kommuner', 'municipality_name'].map((name) => [folded(name), 'municipality'] as const),
  ...['ort', 'tätort', 'tätorter', 'locality'].map((name) => [folded(name), 'locality'] as const),
]);

/** What the areas of a file are, where the heading of their names says so; our own heading names areas of all kinds. */
export function areaKindIn({ columns }: { readonly columns: Readonly<Record<string, Said>> }): AreaKind | undefined {
  const { municipality: said } = columns;
  return said && 'column' in said ? KINDS.get(folded(said.column)) : undefined;
}

/** A unit that stands with the heading of values: "Värde (kr)". */
const WITH_UNIT = /^(.*?)\s*[([]([^)\]]{1,40})[)\]]$/;

function unitIn(value: Said | undefined): string | undefined {
  return value && 'column' in value ? WITH_UNIT.exec(value.column)?.[2] : undefined;
}

function headingFor(column: Column, headings: readonly TableHeading[]): TableHeading | undefined {
  return headings.find(({ name }) => columnNamed(name) === column) ?? byRole(column, headings) ?? byName(column, headings);
}

function byRole(column: Column, headings: readonly TableHeading[]): TableHeading | undefined {
  const dimension = (role: CubeHeading['role']): string | undefined => headings.find((one) => one.role === role)?.dimension;
  const codeOf = (name: string | undefined): TableHeading | undefined =>
    name === undefined ? undefined : headings.find((one) => one.role === 'code' && one.dimension === name);
  const labelled = (role: CubeHeading['role']): TableHeading | undefined => headings.find((one) => one.role === role);
  if (column === 'municipality') return labelled('area');
  if (column === 'municipality_code') return codeOf(dimension('area'));
  if (column === 'indicator') return labelled('measure');
  if (column === 'period') return codeOf(dimension('time')) ?? labelled('time');
  if (column === 'value' || column === 'unit') return labelled(column);
  return column === 'quality' ? labelled('status') : undefined;
}

function byName(column: Column, headings: readonly TableHeading[]): TableHeading | undefined {
  const called = (CALLED[column] ?? []).map(folded);
  const values = column === 'value' ? headings.find(({ name }) => columnNamed(WITH_UNIT.exec(name)?.[1] ?? '') === 'value') : undefined;
  if (values) return values;
  const found = called.map((name) => headings.find((heading) => folded(heading.name) === name)).find((heading) => heading !== undefined);
  // A time whose periods have codes of ours says more by them.
  return found && column === 'period'
    ? (headings.find(({ role, dimension }) => role === 'code' && dimension === found.name) ?? found)
    : found;
}

/** The part of the year, where it stands in a column beside that of the year. */
function partOf(period: Said | undefined, headings: readonly TableHeading[]): string | undefined {
  if (!period || !('column' in period) || !YEARS.includes(folded(period.column))) return undefined;
  return headings.find(({ name, role }) => PARTS.includes(folded(name)) && role === undefined && name !== period.column)?.name;
}

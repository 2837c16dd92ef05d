import type { ImportMapping } from '@slusen/contracts';

/** What a heading of a file can be read as: one of our columns, a part of the year, or a part of the whole. */
export const COLUMN_CHOICES = [
  'municipality_code',
  'municipality',
  'indicator',
  'period',
  'part',
  'value',
  'unit',
  'source',
  'breakdown',
  'missing',
  'quality',
] as const;
export type ColumnChoice = (typeof COLUMN_CHOICES)[number];

/** What may be said once for all rows where no column says it. */
export const SAID_ONCE = ['municipality', 'indicator', 'period', 'unit'] as const;
export type SaidOnce = (typeof SAID_ONCE)[number];

/** What a heading is read as now; nothing where it is not read. */
export function choiceOf(mapping: ImportMapping, heading: string): ColumnChoice | undefined {
  if (mapping.part === heading) return 'part';
  if (mapping.breakdown.includes(heading)) return 'breakdown';
  return COLUMN_CHOICES.find((column) => {
    const said = mapping.columns[column];
    return said !== undefined && 'column' in said && said.column === heading;
  });
}

/** The mapping with a heading read otherwise: what it said before is said by nothing, and what another heading said is said by this one. */
export function chosen(mapping: ImportMapping, heading: string, choice: ColumnChoice | undefined): ImportMapping {
  const others = Object.entries(mapping.columns).filter(
    ([column, said]) => column !== choice && !('column' in said && said.column === heading),
  );
  const { part, breakdown, ...rest } = mapping;
  const kept = part === heading || choice === 'part' ? undefined : part;
  const isColumn = choice !== undefined && choice !== 'part' && choice !== 'breakdown';
  return {
    ...rest,
    columns: { ...Object.fromEntries(others), ...(isColumn && { [choice]: { column: heading } }) },
    breakdown: [...breakdown.filter((one) => one !== heading), ...(choice === 'breakdown' ? [heading] : [])],
    ...(choice === 'part' ? { part: heading } : kept !== undefined && { part: kept }),
  };
}

/** What is said for all rows of the column; nothing where a heading says it, or nobody. */
export function textOf(mapping: ImportMapping, column: SaidOnce): string {
  const said = mapping.columns[column];
  return said && 'text' in said ? said.text : '';
}

/** The mapping with a text for all rows. */
export function saidOnce(mapping: ImportMapping, column: SaidOnce, text: string): ImportMapping {
  const others = Object.entries(mapping.columns).filter(([name]) => name !== column);
  return { ...mapping, columns: { ...Object.fromEntries(others), ...(text.trim() !== '' && { [column]: { text: text.trim() } }) } };
}

/** Whether a heading says it. */
export function isInColumn(mapping: ImportMapping, column: SaidOnce): boolean {
  const said = mapping.columns[column];
  return said !== undefined && 'column' in said;
}

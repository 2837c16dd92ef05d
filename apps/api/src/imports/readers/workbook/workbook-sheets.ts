import { ImportFault } from '../../import-fault.js';
import type { WorkbookParts } from './workbook-parts.js';
import { brokenWorkbook } from './workbook-fault.js';
import { attributeOf, eachElement } from './workbook-xml.js';

/** A sheet that may hold a table. */
export interface Sheet {
  readonly name: string;
  /** Its part of the workbook. */
  readonly part: string;
  /** Which one it is, from 1, among all that the workbook names. */
  readonly number: number;
  readonly isHidden: boolean;
}

/** The sheets of a workbook, in their order; pages with nothing but a chart are none. */
export async function sheetsOf(parts: WorkbookParts): Promise<readonly Sheet[]> {
  const targets = await sheetTargets(parts);
  const sheets: Sheet[] = [];
  let number = 0;
  eachElement('xl/workbook.xml', await required(parts, 'xl/workbook.xml'), {
    opens: (name, attributes) => {
      const title = name === 'sheet' ? attributes['name'] : undefined;
      if (title === undefined) return;
      number++;
      const part = targets.get(attributeOf(attributes, 'id') ?? '');
      if (part) sheets.push({ name: title, part, number, isHidden: (attributes['state'] ?? 'visible') !== 'visible' });
    },
  });
  if (sheets.length === 0) throw brokenWorkbook('there is no sheet');
  return sheets;
}

const RELATIONS = 'xl/_rels/workbook.xml.rels';

async function sheetTargets(parts: WorkbookParts): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  eachElement(RELATIONS, await required(parts, RELATIONS), {
    opens: (name, { Id: id, Type: type = '', Target: target = '' }) => {
      if (name === 'Relationship' && id && type.endsWith('/worksheet'))
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

async function required(parts: WorkbookParts, name: string): Promise<Buffer> {
  const bytes = await parts.read(name);
  if (!bytes) throw brokenWorkbook(`${name} is missing`);
  return bytes;
}

/**
 * The sheet that is meant: the one that was named, else the only visible one with anything in it. Throws ImportFault with the names of those
 * there are.
 */
export function chosenSheet(sheets: readonly Sheet[], filled: ReadonlySet<string>, wanted: string | undefined): Sheet {
  const names = (some: readonly Sheet[]): string[] => some.map(({ name }) => name);
  if (wanted !== undefined) {
    const named =
      sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
    if (named) return named;
    throw new ImportFault({ row: 1, code: 'workbook.no-such-sheet', facts: { sheet: wanted.slice(0, 60), sheets: names(sheets) } });
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const candidates = visible.filter(({ part }) => filled.has(part));
  const [only, ...others] = candidates.length > 0 ? candidates : visible;
  if (only && others.length === 0) return only;
  throw new ImportFault({ row: 1, code: 'workbook.which-sheet', facts: { sheets: names([...(only ? [only] : sheets), ...others]) } });
}

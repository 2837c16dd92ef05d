import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sheetXml, workbookBytes, type FixtureCell } from '../imports/readers/workbook/workbook.fixtures.js';

export const HEADER = 'municipality_code,municipality,indicator,period,value,unit,source';

/** The figures of a row that stands in order; a cell named here replaces its own. */
export function line(cells: Readonly<Record<string, string>> = {}): string {
  const row = {
    code: '0884',
    municipality: 'Vimmerby',
    indicator: 'foretagsbesok',
    period: '2024-Q3',
    value: '40',
    unit: 'besök',
    source: 'Besöksboken',
    ...cells,
  };
  return Object.values(row)
    .map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

/** Files to import; they go with `clear`. */
export class FigureFiles {
  private readonly folders: string[] = [];

  async write(content: string | Buffer | AsyncIterable<string> | Iterable<string>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'slusen-import-'));
    this.folders.push(folder);
    const path = join(folder, 'siffror.csv');
    await writeFile(path, content);
    return path;
  }

  /** A file with the ordinary header and these rows. */
  rows(...rows: readonly string[]): Promise<string> {
    return this.write(`${[HEADER, ...rows].join('\n')}\n`);
  }

  /** A workbook of one sheet with the ordinary header and these rows. */
  workbook(...rows: readonly (readonly FixtureCell[])[]): Promise<string> {
    return this.write(workbookBytes({ Blad1: sheetXml([HEADER.split(','), ...rows]) }));
  }

  async clear(): Promise<void> {
    for (const folder of this.folders.splice(0)) await rm(folder, { recursive: true, force: true });
  }
}

import { zipSync, strToU8 } from 'fflate';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportFault } from '../../import-fault.js';
import { sheetXml, workbookBytes, workbookParts } from './workbook.fixtures.js';
import { openWorkbook } from './workbook.js';

const MEBIBYTE = 1024 * 1024;

describe('a workbook in a thread of its own', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'slusen-thread-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function written(bytes: Uint8Array): Promise<string> {
    const path = join(folder, 'bok.xlsx');
    await writeFile(path, bytes);
    return path;
  }
  const codeOf = async (opening: Promise<unknown>): Promise<string | undefined> => {
    try {
      await opening;
    } catch (error) {
      if (error instanceof ImportFault) return error.faults[0]?.code;
      throw error;
    }
    return undefined;
  };

  it('hands out its rows, some at a time', async () => {
    const path = await written(workbookBytes({ Blad1: sheetXml(Array.from({ length: 2500 }, (_, at) => ['rad', at])) }));
    const { about, rows } = await openWorkbook({ path });
    const sizes: number[] = [];
    for await (const part of rows) sizes.push(part.length);
    expect([about.sheet, sizes]).toEqual(['Blad1', [1000, 1000, 500]]);
  });

  it('tells why it is refused', async () => {
    const path = await written(workbookBytes({ Blad1: sheetXml([['a']]) }));
    expect(await codeOf(openWorkbook({ path, sheet: 'Blad2' }))).toBe('workbook.no-such-sheet');
  });

  it('is refused when its memory does not suffice, and the program goes on', async () => {
    const text = (at: number): string => `text ${at} ${Math.sin(at)} ${Math.cos(at)}`;
    const path = await written(
      workbookBytes({ Blad1: sheetXml(Array.from({ length: 60_000 }, (_, at) => [text(at), text(at + 1), text(at + 2)])) }),
    );
    const before = process.memoryUsage().heapUsed;
    expect(await codeOf(openWorkbook({ path }, 24))).toBe('workbook.too-large');
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * MEBIBYTE);
  }, 30_000);

  it('reads a hundred thousand rows within its memory', async () => {
    const row = (at: number): string =>
      `<row r="${at}"><c r="A${at}" t="s"><v>0</v></c><c r="B${at}" t="s"><v>1</v></c><c r="C${at}" t="s"><v>2</v></c><c r="D${at}"><v>${2000 + (at % 25)}</v></c><c r="E${at}"><v>${at / 8}</v></c><c r="F${at}" t="s"><v>3</v></c><c r="G${at}" t="s"><v>4</v></c></row>`;
    const sheet = `<worksheet><sheetData>${Array.from({ length: 100_000 }, (_, at) => row(at + 1)).join('')}</sheetData></worksheet>`;
    const parts = workbookParts(
      { Blad1: '' },
      {
        'xl/sharedStrings.xml': `<sst>${['0884', 'Vimmerby', 'besok', 'besök', 'Boken'].map((one) => `<si><t>${one}</t></si>`).join('')}</sst>`,
      },
    );
    const relations = Buffer.from(parts['xl/_rels/workbook.xml.rels'] ?? []).toString().replace('</Relationships>', '<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'); // prettier-ignore
    const path = await written(
      zipSync({ ...parts, 'xl/_rels/workbook.xml.rels': strToU8(relations), 'xl/worksheets/sheet1.xml': strToU8(sheet) }, { level: 1 }),
    );
    const { rows } = await openWorkbook({ path });
    let count = 0;
    for await (const part of rows) count += part.length;
    expect(count).toBe(100_000);
  }, 60_000);
});

import { zipSync } from 'fflate';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportFault, type RowFault } from '../../import-fault.js';
import { openSheet, type SheetAbout } from './open-sheet.js';
import { dayCell, sheetXml, workbookBytes, workbookParts, type FixtureCell } from './workbook.fixtures.js';

describe('a sheet of a workbook', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'slusen-workbook-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function opened(bytes: Uint8Array, sheet?: string): Promise<{ about: SheetAbout; rows: (readonly string[])[] }> {
    const path = join(folder, 'bok.xlsx');
    await writeFile(path, bytes);
    const { about, rows } = await openSheet(path, sheet);
    return { about, rows: [...rows()].flat().map(({ row, cells }) => [String(row), ...cells]) };
  }
  async function refusal(bytes: Uint8Array, sheet?: string): Promise<Pick<RowFault, 'code' | 'facts'> | undefined> {
    try {
      await opened(bytes, sheet);
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      const [{ code, facts } = { code: 'file.empty', facts: {} } as const] = error.faults;
      return { code, facts };
    }
    return undefined;
  }
  const oneRow = async (...cells: FixtureCell[]) => (await opened(workbookBytes({ Blad1: sheetXml([cells]) }))).rows[0]?.slice(1);

  const cells: readonly (readonly [what: string, cell: FixtureCell, text: string])[] = [
    ['a text', ' Södra Vi ', 'Södra Vi'],
    ['a number', 1234.5, '1234.5'],
    ['a number that the program wrote with more digits than it has', { xml: '<c><v>8.1999999999999993</v></c>' }, '8.2'],
    ['the noise of a computation', { xml: '<c><v>517799.99999999994</v></c>' }, '517799.99999999994'],
    ['a number so small that it was written with an exponent', { xml: '<c><v>2.5E-7</v></c>' }, '0.00000025'],
    ['a number whose point could be taken for one of thousands', 1.234, '1.2340'],
    ['a number as text', '1 234,5', '1 234,5'],
    ['a code as text', '0884', '0884'],
    ['a code that became a number', 884, '884'],
    ['a day', dayCell('2026-09-30'), '2026-09-30'],
    ['a share shown as percent', { xml: '<c s="2"><v>0.8662</v></c>' }, '86.62 %'],
    ['a share shown as percent in a way of its own', { xml: '<c s="3"><v>0.07</v></c>' }, '7 %'],
    ['a formula with its result', { xml: '<c><f>A1*2</f><v>12</v></c>' }, '12'],
    ['a formula whose result is a text', { xml: '<c t="str"><f>A1</f><v>Tuna</v></c>' }, 'Tuna'],
    ['a truth', { xml: '<c t="b"><v>1</v></c>' }, 'TRUE'],
    ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ];
  for (const [what, cell, text] of cells) it(`gives ${what} as ${text}`, async () => expect(await oneRow(cell)).toEqual([text]));

  it('keeps the numbers of its rows, and leaves out those that are empty', async () => {
    const { rows } = await opened(workbookBytes({ Blad1: sheetXml([['a', 'b'], [], [null, 'c']]) }));
    expect(rows).toEqual([['1', 'a', 'b'], ['3', '', 'c']]); // prettier-ignore
  });

  it('tells of merged cells, formulas that nobody computed and errors', async () => {
    const rows: FixtureCell[][] = [['a', { xml: '<c><f>SUM(A1:A2)</f></c>' }, { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }]];
    const { about } = await opened(workbookBytes({ Blad1: sheetXml(rows, '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>') }));
    expect([about.merged, about.uncomputed, about.failed]).toEqual([['A1:A2'], ['B1'], ['C1']]);
  });

  const periods: readonly (readonly [days: string[], meaning: string | undefined])[] = [
    [['2026-09-01', '2026-10-01'], 'month'],
    [['2025-01-01', '2026-01-01'], 'year'],
    [['2026-01-01'], 'month'],
    [['2026-09-30'], undefined],
  ];
  for (const [days, meaning] of periods)
    it(`says what a column of the days ${days.join(', ')} means: ${meaning ?? 'nothing that is sure'}`, async () => {
      const { about } = await opened(workbookBytes({ Blad1: sheetXml(days.map((day) => ['a', dayCell(day)])) }));
      expect(about.dates).toEqual([[1, meaning as 'month' | undefined]]);
    });

  describe('is chosen', () => {
    const [full, empty] = [sheetXml([['a']]), sheetXml([])];
    const nameOf = async (sheets: Record<string, string>, sheet?: string) => (await opened(workbookBytes(sheets), sheet)).about.sheet;

    it('by itself where it is the only one with anything in it', async () =>
      expect(await nameOf({ Blad1: full, Blad2: empty, Blad3: empty })).toBe('Blad1'));
    it('by its name, in whatever case', async () => expect(await nameOf({ Blad1: full, Siffror: full }, 'siffror')).toBe('Siffror'));
    it('by whoever sends it, where several have something in them', async () =>
      expect(await refusal(workbookBytes({ Blad1: full, Siffror: full, Tom: empty }))).toEqual({
        code: 'workbook.which-sheet',
        facts: { sheets: ['Blad1', 'Siffror'] },
      }));
    it('among those there are', async () =>
      expect(await refusal(workbookBytes({ Blad1: full }), 'Blad2')).toEqual({
        code: 'workbook.no-such-sheet',
        facts: { sheet: 'Blad2', sheets: ['Blad1'] },
      }));
    it('without asking where the others are hidden', async () => {
      const parts = workbookParts({ Blad1: full, Stöd: full });
      const hidden = Buffer.from(parts['xl/workbook.xml'] ?? []).toString().replace('name="Stöd"', 'name="Stöd" state="hidden"'); // prettier-ignore
      expect((await opened(workbookBytes({ Blad1: full, Stöd: full }, { 'xl/workbook.xml': hidden }))).about.sheet).toBe('Blad1');
    });
  });

  describe('of a workbook that lies is refused', () => {
    const good = { Blad1: sheetXml([['a']]) };
    const found = async (bytes: Uint8Array) => {
      const { code, facts = {} } = (await refusal(bytes)) ?? {};
      return [code, facts['found'] ?? facts['format'] ?? facts['reason'] ?? facts['last cell']];
    };

    it('that is a zip bomb', async () => {
      const bomb = workbookBytes(good, { 'xl/media/image.xml': ' '.repeat(30_000_000) });
      expect(await found(bomb)).toEqual(['workbook.unsafe', 'a part packed so tightly that it would fill the memory']);
    });
    it('that has a hundred thousand parts', async () => {
      const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`xl/${at}`, new Uint8Array()]));
      expect(await found(zipSync({ ...workbookParts(good), ...many }, { level: 0 }))).toEqual([
        'workbook.unsafe',
        'more parts than any workbook has',
      ]);
    });
    it('that says less of its length than there is', async () => {
      const bytes = workbookBytes(good, { 'xl/theme.xml': `<a>${'x'.repeat(5000)}</a>` });
      const at = bytes.lastIndexOf('xl/theme.xml') - 46;
      bytes.writeUInt32LE(10, at + 24);
      expect((await found(bytes))[0]).toBe('workbook.broken');
    });
    it('that names a place outside itself', async () => {
      const bytes = Buffer.from(
        workbookBytes(good, { 'xl/aa/bb.xml': '<a/>' }).toString('latin1').replaceAll('xl/aa/bb.xml', '../../bb.xml'),
        'latin1',
      );
      expect(await found(bytes)).toEqual(['workbook.unsafe', 'a part whose name leads out of the file']);
    });
    for (const [what, xml] of [
      ['a document type', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
      ['letters of another kind', '\ufffe<a/>'],
    ] as const)
      it(`that has ${what} in some part`, async () => {
        const parts = { ...workbookParts(good), 'xl/drawings/d.xml': Buffer.from(xml, xml.startsWith('<') ? 'utf8' : 'utf16le') };
        expect(await found(zipSync(parts))).toEqual(['workbook.unsafe', 'a document type of its own']);
      });
    it('that is locked with a password', async () => {
      const bytes = workbookBytes(good);
      const at = bytes.lastIndexOf('xl/workbook.xml') - 46;
      bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
      expect(await found(bytes)).toEqual(['file.other-format', 'locked-workbook']);
    });
    it('that has macros, whatever it is called', async () =>
      expect(await found(workbookBytes(good, { 'xl/vbaProject.bin': 'x' }))).toEqual(['file.other-format', 'macro-workbook']));
    for (const [parts, kind] of [
      [['word/document.xml'], 'word'],
      [['ppt/presentation.xml'], 'presentation'],
      [['mimetype', 'content.xml'], 'opendocument'],
      [['xl/workbook.bin'], 'binary-workbook'],
      [['semester.txt'], 'packed'],
    ] as const)
      it(`that holds ${parts.join(' and ')}: it is ${kind}`, async () => {
        const bytes = zipSync(Object.fromEntries(parts.map((name) => [name, new Uint8Array(1)])));
        expect(await found(bytes)).toEqual(['file.other-format', kind]);
      });
    it('that ends too early', async () => expect((await found(workbookBytes(good).subarray(0, -30)))[0]).toBe('workbook.broken'));
    it('that is cut inside a part', async () =>
      expect((await found(workbookBytes({ Blad1: '<worksheet><sheetData><row><c><v>1</v>' })))[0]).toBe('workbook.broken'));
    it('that has a cell so far away that the table would never end', async () => {
      const far = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
      expect(await found(workbookBytes({ Blad1: far }))).toEqual(['workbook.too-large', 'XFD1048576']);
    });
  });
});

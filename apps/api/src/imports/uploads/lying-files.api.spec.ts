import type { ImportView } from '@slusen/contracts';
import { zipSync } from 'fflate';
import { Jobs } from '../../jobs/jobs.js';
import { HEADER, line } from '../../testing/figure-file.js';
import { wholeApplication, type WholeApplication } from '../../testing/whole-application.js';
import { dayCell, sheetXml, workbookBytes, workbookParts, type FixtureCell } from '../readers/workbook/workbook.fixtures.js';
import { fileOf, UploadOffice } from './upload-office.fixtures.js';

const PATIENCE_MS = 60_000;
const MEBIBYTE = 1024 * 1024;

const row = (period: FixtureCell, value: FixtureCell, code: FixtureCell = '0884'): FixtureCell[] => [
  ...[code, 'Vimmerby', 'foretagsbesok', period, value, 'besök', 'Boken'],
];
const book = (rows: readonly (readonly FixtureCell[])[], after = ''): Buffer =>
  workbookBytes({ Blad1: sheetXml([HEADER.split(','), ...rows], after) });
const good = { Blad1: sheetXml([HEADER.split(','), row('1890-Q1', 12)]) };
const locked = (): Buffer => {
  const bytes = workbookBytes(good);
  const at = bytes.lastIndexOf('xl/workbook.xml') - 46;
  bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
  return bytes;
};
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const named = (municipality: string): string => fileOf(line({ municipality, period: '1890-Q1' }));

const UNSAFE = 'Arbetsboken är gjord som inget kalkylprogram gör den, och packas inte upp.';
const BROKEN =
  'Raden har fler eller färre celler än rubrikerna, är orimligt lång eller har ett citattecken som aldrig stängs. En cell med skiljetecken i sig ska stå inom citattecken.';

describe('a file that lies, sent by the page,', () => {
  let whole: WholeApplication;
  let office: UploadOffice;
  beforeAll(async () => {
    whole = await wholeApplication();
    office = new UploadOffice(whole);
    await whole.app.get(Jobs).begin();
  }, 120_000);
  afterAll(() => whole.close());

  const saidOf = async (view: ImportView): Promise<string[]> => {
    const { items: refused } = await office.rows(view, 'refused');
    const { items: added } = await office.rows(view, 'added');
    return [
      ...refused.map(({ row: at, column, reason }) => `${at}${column ? ` ${column}` : ''}: ${reason?.sv}`),
      ...added.map(({ row: at, period, becomes }) => `${at} ${period} ${becomes}`),
    ];
  };
  /** What the page says of it: of the file, or of its rows. */
  const told = async (content: string | Uint8Array): Promise<string[]> => {
    const sent = await office.sent(content);
    if (sent.found.refused.length > 0) return sent.found.refused.map(({ reason }) => reason.sv);
    return saidOf(await office.after(await office.choose(sent, { source: 'Boken' }), { step: 'check' }));
  };

  const files: readonly (readonly [what: string, content: () => string | Uint8Array, said: readonly string[]])[] = [
    ['a zip bomb', () => workbookBytes(good, { 'xl/media/image.xml': ' '.repeat(30_000_000) }), [UNSAFE]],
    [
      'a hundred thousand entries',
      () =>
        zipSync(
          { ...workbookParts(good), ...Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`xl/${at}`, new Uint8Array()])) },
          { level: 0 },
        ),
      [UNSAFE],
    ],
    ['a password', locked, ['Filen är en lösenordsskyddad arbetsbok; ta bort lösenordet och spara den igen.']],
    [
      'a document type of its own',
      () => workbookBytes(good, { 'xl/drawings/d.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' }),
      [UNSAFE],
    ],
    [
      'macros, called otherwise',
      () => workbookBytes(good, { 'xl/vbaProject.bin': 'x' }),
      ['Filen är en arbetsbok med makron; spara den som en vanlig arbetsbok (.xlsx).'],
    ],
    [
      'days where periods should stand',
      () => book([row(dayCell('2024-09-30'), 3)]),
      ['2 period: Perioden går inte att läsa. Skriv 2026, 2026-Q3 eller 2026-M09.'],
    ],
    [
      'months that a spreadsheet made days of',
      () => book([row(dayCell('1890-01-01'), 3)]),
      ['2 period: Perioden 1890-M01 passar inte indikatorn.'],
    ],
    ['numbers as text', () => book([row('1890-Q1', '234,0')]), ['2 1890-Q1 234']],
    [
      'merged cells',
      () => book([row('1890-Q1', 3), row('1890-Q2', 3)], '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>'),
      ['2 municipality: Celler är sammanfogade (B2:B3). Dela dem och skriv i var och en vad den säger.'],
    ],
    ['a formula with its result', () => book([row('1890-Q1', { xml: '<c><f>6*7</f><v>42</v></c>' })]), ['2 1890-Q1 42']],
    [
      'a formula that nobody computed',
      () => book([row('1890-Q1', { xml: '<c><f>1+1</f></c>' })]),
      ['2 value: Cellen E2 har en formel utan resultat. Öppna arbetsboken, låt den räkna och spara den.'],
    ],
    ['one cell of ten megabytes', () => fileOf(line({ period: '1890-Q1', municipality: 'x'.repeat(10 * MEBIBYTE) })), [BROKEN]],
    ['a line without end', () => 'x'.repeat(10 * MEBIBYTE), [BROKEN]],
    [
      'NUL among its letters',
      () => fileOf(line({ period: '1890-Q1', municipality: 'Vim\0merby' })),
      ['2 municipality: Cellen har ett styrtecken.'],
    ],
    ['UTF-16', () => utf16(fileOf(line({ period: '1890-Q1', value: '12' }))), ['2 1890-Q1 12']],
    [
      'a number that may be thousands',
      () => fileOf(line({ period: '1890-Q1', value: '1,234' }), line({ period: '1890-Q2', value: '2,345' })),
      [
        '2 value: 1,234 kan vara tusental eller decimaler. Säg vilket decimaltecken filen har, eller skriv om talet.',
        '3 value: 2,345 kan vara tusental eller decimaler. Säg vilket decimaltecken filen har, eller skriv om talet.',
      ],
    ],
    [
      'a total',
      () => fileOf(line({ period: '1890-Q1', value: '12' }), line({ code: '', municipality: 'Summa', period: '1890-Q1', value: '12' })),
      ['3 municipality_code: Området ”Summa” finns inte. Rätta stavningen, eller ange koden.', '2 1890-Q1 12'],
    ],
    ['a header in line 3', () => `Besök\n\n${fileOf(line({ period: '1890-Q1', value: '12' }))}`, ['4 1890-Q1 12']],
    ['its unit in a heading', () => 'Kommun;Indikator;Period;Värde (besök)\nVimmerby;foretagsbesok;1890-Q1;12\n', ['2 1890-Q1 12']],
    [
      '884 for 0884',
      () => fileOf(line({ code: '884', period: '1890-Q1' })),
      ['2 municipality_code: Koden 884 är nog 0884. Låt kalkylbladet behålla den som text.'],
    ],
    [
      '884 for 0884, as a number',
      () => book([row('1890-Q1', 3, 884)]),
      ['2 municipality_code: Koden 884 är nog 0884. Låt kalkylbladet behålla den som text.'],
    ],
    [
      'the noise of a computation',
      () => book([row('1890-Q1', { xml: '<c><v>517799.99999999994</v></c>' })]),
      ['2 value: Talet har fler än sex decimaler.'],
    ],
    [
      'a script for a name',
      () => named('<script>alert(1)</script>'),
      ['2 municipality: Koden 0884 är Vimmerby, inte <script>alert(1)</script>.'],
    ],
    ['a name that turns what is read around', () => named('Vimm\u202eybre'), ['2 municipality: Cellen har ett styrtecken.']],
    ['ten thousand combining marks', () => named(`Vimmerby${'\u0301'.repeat(10_000)}`), [BROKEN]],
    [
      'the same figure twice',
      () => fileOf(line({ period: '1890-Q1', value: '12' }), line({ period: '1890-Q1', value: '13' })),
      ['3: Samma värde finns redan på rad 2.', '2 1890-Q1 12'],
    ],
    ['a formula for a name', () => named('=cmd|calc'), ['2 municipality: Koden 0884 är Vimmerby, inte =cmd|calc.']],
  ];
  for (const [what, content, said] of files)
    it(
      `with ${what} is answered on the screen, and nothing of it is stored`,
      async () => {
        const before = await whole.rows('select count(*) from observation');
        expect(await told(content())).toEqual([...said]);
        expect(await whole.rows('select count(*) from observation')).toEqual(before);
        expect(await office.recorded()).toBe(0);
      },
      PATIENCE_MS,
    );

  it(
    'twice is one file until somebody goes on with it, and changes nothing once it is published',
    async () => {
      const content = fileOf(line({ period: '1891-Q1', value: '12' }));
      const [first, second] = [await office.sent(content), await office.sent(content)];
      expect(second.id).toBe(first.id);
    },
    PATIENCE_MS,
  );
});

import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportFault } from '../../import-fault.js';
import { cubeTable, type Cube } from '../cube.js';
import { openPx } from './px.js';

/** What the files of statistics offices look like, in few lines. */
const HEAD = `CHARSET="ANSI";
AXIS-VERSION="2013";
CODEPAGE="windows-1252";
LANGUAGE="sv";
CONTENTS="Folkmängd";
UNITS="antal";
SOURCE="SCB";
STUB="region","kön";
HEADING="kvartal";
VALUES("region")="Vimmerby","Södra "
"Vi";
CODES("region")="0884","0884-sodra-vi";
MAP("region")="kommuner";
VALUES("kön")="män","kvinnor";
VALUES("kvartal")="2026K1","2026K2";
TIMEVAL("kvartal")=TLIST(Q1),"20261","20262";
NOTE="En anmärkning; med semikolon och DATA=1";
`;
const DATA = 'DATA=\n1 2.5 \n".." "."\n- "-"\n-4 1.234 ;\n';

describe('a PX file', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'slusen-px-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function opened(content: string | Buffer): Promise<Cube> {
    const path = join(folder, 'fil.px');
    await writeFile(path, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
    return openPx(path, createHash('sha256'));
  }
  async function rowsOf(content: string | Buffer): Promise<string[]> {
    const { headings, rows } = cubeTable(await opened(content));
    const lines = [headings.map(({ name }) => name).join('|')];
    for await (const part of rows) lines.push(...part.map(({ cells }) => cells.join('|')));
    return lines;
  }
  async function refusal(content: string): Promise<unknown> {
    try {
      await rowsOf(content);
    } catch (error) {
      if (error instanceof ImportFault) return [error.faults[0]?.code, Object.values(error.faults[0]?.facts ?? {})[0]];
      throw error;
    }
    return undefined;
  }

  it('is laid out with a row for each value, its marks as they are', async () => {
    expect(await rowsOf(HEAD + DATA)).toEqual([
      'innehåll|region|region (kod)|kön|kvartal|kvartal (kod)|värde|enhet',
      'Folkmängd|Vimmerby|0884|män|2026K1|2026-Q1|1|antal',
      'Folkmängd|Vimmerby|0884|män|2026K2|2026-Q2|2.5|antal',
      'Folkmängd|Vimmerby|0884|kvinnor|2026K1|2026-Q1|..|antal',
      'Folkmängd|Vimmerby|0884|kvinnor|2026K2|2026-Q2|.|antal',
      'Folkmängd|Södra Vi|0884-sodra-vi|män|2026K1|2026-Q1|-|antal',
      'Folkmängd|Södra Vi|0884-sodra-vi|män|2026K2|2026-Q2|-|antal',
      'Folkmängd|Södra Vi|0884-sodra-vi|kvinnor|2026K1|2026-Q1|-4|antal',
      'Folkmängd|Södra Vi|0884-sodra-vi|kvinnor|2026K2|2026-Q2|1.2340|antal',
    ]);
  });

  it('tells what its variables are', async () => {
    const { dimensions, title, source } = await opened(HEAD + DATA);
    expect([title, source]).toEqual(['Folkmängd', 'SCB']);
    expect(dimensions.map(({ name, role }) => `${name}: ${role ?? ''}`)).toEqual([
      'innehåll: measure',
      'region: area',
      'kön: ',
      'kvartal: time',
    ]);
  });

  it('is read in Swedish where it has it, with the codes and times of its own language', async () => {
    const head = `CHARSET="ANSI";LANGUAGE="en";LANGUAGES="en","sv";CONTENTS="Population";CONTENTS[sv]="Folkmängd";STUB="sex";STUB[sv]="kön";HEADING="year";HEADING[sv]="år";
      VALUES("sex")="men";VALUES[sv]("kön")="män";CODES("sex")="1";VALUES("year")="2024","2025";TIMEVAL("year")=TLIST(A1),"2024","2025";VALUES[sv]("år")="2024","2025";`;
    expect(await rowsOf(`${head}DATA=1 2;`)).toEqual([
      'innehåll|kön|kön (kod)|år|värde|enhet',
      'Folkmängd|män|1|2024|1|',
      'Folkmängd|män|1|2025|2|',
    ]);
  });

  it('has the units of its contents, where these are a variable', async () => {
    const head = `CHARSET="ANSI";STUB="tid";HEADING="mått";CONTVARIABLE="mått";VALUES("tid")="2025";VALUES("mått")="Födda","Andel";UNITS("Födda")="antal";UNITS("Andel")="procent";`;
    expect(await rowsOf(`${head}DATA=140 12.5;`)).toEqual(['tid|mått|värde|enhet', '2025|Födda|140|antal', '2025|Andel|12.5|procent']);
  });

  for (const [what, content] of [
    ['in UTF-8 that says so', Buffer.from(HEAD.replace('windows-1252', 'utf-8') + DATA)],
    ['in UTF-8 with its mark', Buffer.from(`\ufeff${HEAD.replace('CODEPAGE="windows-1252";\n', '')}${DATA}`)],
    ['in UTF-8 that says nothing', Buffer.from((HEAD + DATA).replace('CHARSET="ANSI";\n', '').replace('CODEPAGE="windows-1252";\n', ''))],
    ['in the letters of Windows', Buffer.from(HEAD.replace('CODEPAGE="windows-1252";\n', '') + DATA, 'latin1')],
  ] as const)
    it(`is read ${what}`, async () => expect((await rowsOf(content))[1]).toBe('Folkmängd|Vimmerby|0884|män|2026K1|2026-Q1|1|antal'));

  it('is read alike wherever it is cut', async () => {
    const many = Array.from({ length: 40_000 }, (_, at) => (at % 7 === 0 ? '".."' : String(at / 8)));
    const head = `CHARSET="ANSI";STUB="a";HEADING="b";VALUES("a")=${list(200)};VALUES("b")=${list(200)};`;
    const lines = await rowsOf(`${head}DATA=\n${many.join(' \n')};`);
    expect(lines.slice(1).map((line) => line.split('|').at(-2))).toEqual(
      many.map((value) => value.replaceAll('"', '').replace(/(\.\d{3})$/, '$10')),
    );
  });
  const list = (count: number): string => Array.from({ length: count }, (_, at) => `"${at}"`).join(',');

  for (const [what, content, code, reason] of [
    ['too few values', HEAD + DATA.replace('-4', ''), 'px.broken', 'there are 7 data where its variables have 8'],
    ['too many values', HEAD + DATA.replace('-4', '-4 5'), 'px.broken', 'there are more data than the 8 that its variables have'],
    ['no data', HEAD, 'px.broken', 'there are no data (DATA=)'],
    ['a variable without values', (HEAD + DATA).replace('VALUES("kön")', 'VALUES("ålder")'), 'px.broken', 'there are no VALUES of "kön"'],
    ['fewer codes than values', (HEAD + DATA).replace('"0884",', ''), 'px.broken', '"region" has 2 VALUES and 1 CODES'],
    ['no variables', 'CHARSET="ANSI";DATA=1;', 'px.broken', 'neither STUB nor HEADING names a variable'],
    ['letters that nobody knows', (HEAD + DATA).replace('windows-1252', 'cp850'), 'px.letters', 'cp850'],
    ['letters of DOS', `TITLE="M\x84ngd";STUB="a";VALUES("a")="1";DATA=1;`, 'px.letters', 'utf-8'],
    ['data told apart by keys', `${HEAD}KEYS("region")=CODES;${DATA}`, 'px.keys', undefined],
    ['a quote that is never closed', `${HEAD}NOTE="${DATA}`, 'px.broken', 'there are no data (DATA=)'],
    ['a value without end', `CHARSET="ANSI";STUB="a";VALUES("a")="1";DATA=\n${'1'.repeat(200_000)}`, 'px.broken', 'a value without end'],
  ] as const)
    it(`with ${what} is refused`, async () => expect(await refusal(content)).toEqual([code, reason]));
});

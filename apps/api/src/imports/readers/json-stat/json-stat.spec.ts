import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportFault } from '../../import-fault.js';
import { cubeTable, type Cube } from '../cube.js';
import { openJsonStat } from './json-stat.js';

const DATASET = {
  version: '2.0',
  class: 'dataset',
  label: 'Befolkning',
  source: 'SCB',
  id: ['Region', 'ContentsCode', 'Tid'],
  size: [2, 1, 2],
  dimension: {
    Region: { label: 'region', category: { index: { '0884': 1, '00': 0 }, label: { '0884': 'Vimmerby', '00': 'Riket' } } },
    ContentsCode: {
      label: 'tabellinnehåll',
      category: { index: ['BE1'], label: { BE1: 'Folkmängd' }, unit: { BE1: { base: 'antal', decimals: 0 } } },
    },
    Tid: { label: 'år', category: { index: ['2024', '2025'] } },
  },
  role: { time: ['Tid'], geo: ['Region'], metric: ['ContentsCode'] },
  value: [10_587_710, null, 15_384, 1.234] as unknown,
  status: { '1': '..', '3': 'p' } as unknown,
};

describe('a dataset of JSON-stat', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'slusen-json-stat-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function opened(content: unknown): Promise<Cube> {
    const path = join(folder, 'fil.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return openJsonStat(path, createHash('sha256'));
  }
  async function rowsOf(content: unknown): Promise<string[]> {
    const { headings, rows } = cubeTable(await opened(content));
    const lines = [headings.map(({ name }) => name).join('|')];
    for await (const part of rows) lines.push(...part.map(({ cells }) => cells.join('|')));
    return lines;
  }

  const ROWS = [
    'region|region (kod)|tabellinnehåll|tabellinnehåll (kod)|år|värde|enhet|status',
    'Riket|00|Folkmängd|BE1|2024|10587710|antal|',
    'Riket|00|Folkmängd|BE1|2025|..|antal|..',
    'Vimmerby|0884|Folkmängd|BE1|2024|15384|antal|',
    'Vimmerby|0884|Folkmängd|BE1|2025|1.2340|antal|p',
  ];
  it('is laid out with a row for each value, and its status where there is none', async () => expect(await rowsOf(DATASET)).toEqual(ROWS));
  it('may list only some of its values; the others have no row', async () => {
    expect(await rowsOf({ ...DATASET, value: { '0': 10_587_710, '2': 15_384 }, status: undefined })).toEqual([
      'region|region (kod)|tabellinnehåll|tabellinnehåll (kod)|år|värde|enhet',
      'Riket|00|Folkmängd|BE1|2024|10587710|antal',
      'Vimmerby|0884|Folkmängd|BE1|2024|15384|antal',
    ]);
  });
  it('may have its statuses in a list', async () => expect(await rowsOf({ ...DATASET, status: [null, '..', '', 'p'] })).toEqual(ROWS));
  it('may have one status for all', async () =>
    expect((await rowsOf({ ...DATASET, status: '.' }))[2]).toBe('Riket|00|Folkmängd|BE1|2025|.|antal'));
  it('may name what every object has', async () => {
    const named = { class: 'dataset', id: ['a'], size: [1], dimension: { a: { category: { index: ['constructor'] } } }, value: [1] };
    expect((await rowsOf(named)).at(-1)).toBe('constructor|1|');
  });
  it('tells what its dimensions are', async () => {
    expect((await opened(DATASET)).dimensions.map(({ name, role }) => [name, role])).toEqual([
      ['region', 'area'],
      ['tabellinnehåll', 'measure'],
      ['år', 'time'],
    ]);
  });

  for (const [what, content, code, reason] of [
    ['a collection', { version: '2.0', class: 'collection', link: { item: [] } }, 'json-stat.class', 'collection'],
    ['a dimension alone', { version: '2.0', class: 'dimension', label: 'år' }, 'json-stat.class', 'dimension'],
    ['other JSON', { label: 'år' }, 'file.other-format', 'json'],
    ['a file cut off', '{"class":"dataset","id":[', 'json-stat.broken', jasmine.any(String)],
    ['a dataset with too few values', { ...DATASET, value: [1, 2] }, 'json-stat.broken', 'there are 2 values where its dimensions have 4'],
    [
      'a dataset of other sizes',
      { ...DATASET, size: [3, 1, 2] },
      'json-stat.broken',
      'dimension "Region" has 2 categories, and a size of 3',
    ],
    [
      'a dataset of a dimension that is not there',
      { ...DATASET, id: ['Region', 'Kön', 'Tid'] },
      'json-stat.broken',
      'dimension "Kön" is not described',
    ],
    [
      'a dataset of a dimension that every object has',
      { ...DATASET, id: ['Region', 'toString', 'Tid'] },
      'json-stat.broken',
      'dimension "toString" is not described',
    ],
    ['a dataset without values', { ...DATASET, value: undefined }, 'json-stat.broken', jasmine.stringMatching('^value: ')],
  ] as const)
    it(`is told from ${what}`, async () => {
      try {
        await rowsOf(content);
        fail('it was read');
      } catch (error) {
        if (!(error instanceof ImportFault)) throw error;
        const [{ code: found, facts } = { code: undefined, facts: {} }] = error.faults;
        expect([found, Object.values(facts)[0]]).toEqual([code, reason as string]);
      }
    });

  it('that says it is endless is refused before it is laid out', async () => {
    const keys = Array.from({ length: 2100 }, (_, at) => String(at));
    const long = { category: { index: keys } };
    const endless = { class: 'dataset', id: ['a', 'b'], size: [2100, 2100], dimension: { a: long, b: long }, value: {} };
    await expectAsync(rowsOf(endless)).toBeRejectedWith(jasmine.any(ImportFault));
  });
});

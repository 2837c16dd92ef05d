import fc from 'fast-check';
import { Readable } from 'node:stream';
import type { FileRecord } from '../../file-columns.js';
import { ImportFault } from '../../import-fault.js';
import { PlainLines } from './plain-lines.js';
import { quotedRecords } from './quoted-records.js';

const HEADER = 'municipality_code,municipality,indicator,period,value,unit,source';

/** What a reader makes of a file: its records, or where it gave up; only one of them sees what a line looks like, and can say what may be meant. */
async function outcomeOf(read: () => Promise<FileRecord[]>): Promise<unknown> {
  try {
    return (await read()).map(({ row, cells }) => `${row} ${cells.join('|')}`);
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    return error.faults.map(({ row, code }) => ({ row, code }));
  }
}

async function cut(parts: readonly string[]): Promise<FileRecord[]> {
  const plain = new PlainLines();
  const records: FileRecord[] = [];
  for (const part of parts) {
    if (!plain.canTake(part)) throw new Error('There is no quote in it');
    records.push(...plain.take(part));
  }
  return [...records, ...plain.end()];
}

async function parse(parts: readonly string[]): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  const start = { rows: 0, columns: undefined, ending: undefined, separator: ',' } as const;
  for await (const some of quotedRecords(Readable.from(parts), start)) records.push(...some);
  return records;
}

describe('lines without a quote', () => {
  const cell = fc.stringMatching(/^[a-z0-9åé;\\\t ]{0,4}$/);
  const whole = fc.array(cell, { minLength: 7, maxLength: 7 });
  const line = fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: fc.array(cell, { minLength: 1, maxLength: 8 }) });
  const file = fc.record({
    ending: fc.constantFrom('\n', '\r\n'),
    lines: fc.array(line, { maxLength: 8 }),
    isEnded: fc.boolean(),
    parts: fc.integer({ min: 1, max: 40 }),
  });

  it('are cut as csv-parse reads them, however the file arrives', async () => {
    await fc.assert(
      fc.asyncProperty(file, async ({ ending, lines, isEnded, parts }) => {
        const text = [HEADER, ...lines.map((cells) => cells.join(','))].join(ending) + (isEnded ? ending : '');
        const arriving = text.match(new RegExp(`[^]{1,${parts}}`, 'g')) ?? [];
        expect(await outcomeOf(() => cut(arriving))).toEqual(await outcomeOf(() => parse([text])));
      }),
      { numRuns: 300 },
    );
  });

  it('keep their number past empty lines', async () => {
    expect((await cut([`${HEADER}\n\na,b,c,d,1,e,f\n\n\n`, 'a,b,c,d,2,e,f'])).map(({ row }) => row)).toEqual([3, 6]);
  });

  for (const [name, text] of [
    ['a quote', 'a,"b'],
    ['line ends of very old computers', 'a,b\rc,d'],
  ] as const)
    it(`are not what has ${name}`, () => expect(new PlainLines().canTake(text)).toBeFalse());

  it('that never end are broken, and not kept', async () => {
    const outcome = await outcomeOf(() => cut([`${HEADER}\n`, 'x'.repeat(30_000)]));
    expect(outcome).toEqual([jasmine.objectContaining({ row: 2, code: 'file.broken' })]);
  });
});

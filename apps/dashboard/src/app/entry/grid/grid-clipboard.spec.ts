import * as fc from 'fast-check';
import { formatBlock, parseBlock } from './grid-clipboard.js';

describe('what a spreadsheet has on the clipboard', () => {
  const blocks: readonly [what: string, text: string, cells: string[][]][] = [
    ['nothing', '', []],
    ['one cell', '12,5', [['12,5']]],
    [
      'rows of Excel, with a break at the end',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'rows of Calc',
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['old breaks of a Mac', '1\r2', [['1'], ['2']]],
    [
      'empty cells at the edges',
      '\t1\t\n\t\t',
      [
        ['', '1', ''],
        ['', '', ''],
      ],
    ],
    ['an empty row within', '1\n\n2', [['1'], [''], ['2']]],
    ['a break and a tab within quotes', '"1\n2\t3"\t4', [['1\n2\t3', '4']]],
    ['quotes within quotes', '"sade ""nej"""\t5', [['sade "nej"', '5']]],
    ['a quote that is never closed', '"abc\t1', [['"abc', '1']]],
    ['a quote in the middle', '5" rör\t1', [['5" rör', '1']]],
    ['thin and hard spaces between thousands', '1\u202f234\t1\u00a0234', [['1\u202f234', '1\u00a0234']]],
  ];
  for (const [what, text, cells] of blocks) {
    it(`is read: ${what}`, () => {
      expect(parseBlock(text)).toEqual(cells);
    });
  }

  it('comes back as it was, whatever the cells say', () => {
    const aCell = fc.string({ unit: fc.constantFrom('1', ',', ' ', '"', '\t', '\n', 'å') });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.array(aCell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (width, rows) => {
          const block = rows.map((row) => row.slice(0, width));
          // A block whose last row is one empty cell ends in a break, which belongs to the row before.
          fc.pre(!(width === 1 && block.at(-1)?.[0] === ''));
          expect(parseBlock(formatBlock(block))).toEqual(block);
        },
      ),
    );
  });

  it('is read in time that grows with its length', () => {
    const since = performance.now();
    expect(parseBlock(Array.from({ length: 2_000 }, () => '1 234,5\t"7"').join('\n')).length).toBe(2_000);
    expect(performance.now() - since).toBeLessThan(500);
  });
});

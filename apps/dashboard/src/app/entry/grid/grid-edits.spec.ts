import { emptied, filledDown, pasted, type Writing } from './grid-edits.js';
import { selectionAt, type Selection } from './grid-selection.js';

describe('what is written into many cells', () => {
  const size = { rows: 4, columns: 3 };
  const from = (top: number, left: number, bottom: number, right: number): Selection => ({
    anchor: { row: top, column: left },
    focus: { row: bottom, column: right },
  });
  const told = (writings: readonly Writing[]) => writings.map(({ place: { row, column }, text }) => `${row}/${column} ${text}`);

  it('is a pasted block from the first cell of the selection; empty cells leave what is there', () => {
    const { writings, block, outside } = pasted(
      [
        ['1', ''],
        [' ', '4'],
      ],
      selectionAt({ row: 1, column: 1 }),
      size,
    );
    expect(told(writings)).toEqual(['1/1 1', '2/2 4']);
    expect([block, outside]).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }, 0]);
  });

  it('counts what does not fit', () => {
    const { writings, block, outside } = pasted(
      [
        ['1', '2'],
        ['3', '4'],
      ],
      selectionAt({ row: 3, column: 2 }),
      size,
    );
    expect([told(writings), outside, block]).toEqual([['3/2 1'], 3, { top: 3, left: 2, bottom: 3, right: 2 }]);
  });

  it('fills a selection with one value, or with a block that goes into it', () => {
    expect(told(pasted([['7']], from(0, 0, 1, 1), size).writings)).toEqual(['0/0 7', '0/1 7', '1/0 7', '1/1 7']);
    expect(told(pasted([['1'], ['2']], from(0, 0, 3, 0), size).writings)).toEqual(['0/0 1', '1/0 2', '2/0 1', '3/0 2']);
    expect(told(pasted([['1'], ['2']], from(0, 0, 2, 0), size).writings)).toEqual(['0/0 1', '1/0 2']);
  });

  it('is the first row of the selection over the others, and of one row the one above', () => {
    const textAt = ({ row, column }: { row: number; column: number }) => `${row}${column}`;
    expect(told(filledDown(from(1, 0, 3, 1), textAt))).toEqual(['2/0 10', '2/1 11', '3/0 10', '3/1 11']);
    expect(told(filledDown(selectionAt({ row: 2, column: 1 }), textAt))).toEqual(['2/1 11']);
    expect(filledDown(selectionAt({ row: 0, column: 1 }), textAt)).toEqual([]);
  });

  it('is nothing at all where the selection is emptied', () => {
    expect(told(emptied(from(0, 1, 1, 1)))).toEqual(['0/1 ', '1/1 ']);
  });
});

import * as fc from 'fast-check';
import {
  blockOf,
  isIn,
  movedFrom,
  moveOf,
  nextPlace,
  placesIn,
  wholeOf,
  within,
  type Move,
  type Place,
  type Size,
} from './grid-selection.js';

describe('a selection in the grid', () => {
  const size: Size = { rows: 5, columns: 4 };
  const middle: Place = { row: 2, column: 1 };

  const moves: readonly [move: Move, row: number, column: number][] = [
    ['up', 1, 1],
    ['down', 3, 1],
    ['left', 2, 0],
    ['right', 2, 2],
    ['top', 0, 1],
    ['bottom', 4, 1],
    ['row-start', 2, 0],
    ['row-end', 2, 3],
    ['first', 0, 0],
    ['last', 4, 3],
    ['page-up', 0, 1],
    ['page-down', 4, 1],
  ];
  for (const [move, row, column] of moves) {
    it(`goes ${move} to row ${row}, column ${column}`, () => {
      expect(movedFrom(middle, move, { size, page: 3 })).toEqual({ row, column });
    });
  }

  const aSize = fc.record({ rows: fc.integer({ min: 1, max: 30 }), columns: fc.integer({ min: 1, max: 30 }) });
  const aPlace = fc.record({ row: fc.nat(29), column: fc.nat(29) });

  it('never leaves the sheet', () => {
    fc.assert(
      fc.property(aSize, aPlace, fc.constantFrom(...moves.map(([move]) => move)), (of, place, move) => {
        const to = movedFrom(within(place, of), move, { size: of, page: 7 });
        expect(isIn(blockOf(wholeOf(of)), to)).toBe(true);
      }),
    );
  });

  it('covers the cells between its ends, whichever was first', () => {
    fc.assert(
      fc.property(aPlace, aPlace, (anchor, focus) => {
        const block = blockOf({ anchor, focus });
        expect(block).toEqual(blockOf({ anchor: focus, focus: anchor }));
        const places = placesIn(block);
        expect(places.length).toBe((Math.abs(anchor.row - focus.row) + 1) * (Math.abs(anchor.column - focus.column) + 1));
        expect([anchor, focus].every((end) => isIn(block, end))).toBe(true);
        expect(places.every((place) => isIn(block, place))).toBe(true);
      }),
    );
  });

  it('goes through all cells with Tab, and out at both ends', () => {
    expect(nextPlace({ row: 1, column: 3 }, 1, size)).toEqual({ row: 2, column: 0 });
    expect(nextPlace({ row: 2, column: 0 }, -1, size)).toEqual({ row: 1, column: 3 });
    expect(nextPlace({ row: 4, column: 3 }, 1, size)).toBeUndefined();
    expect(nextPlace({ row: 0, column: 0 }, -1, size)).toBeUndefined();
  });

  it('knows its keys', () => {
    expect([moveOf('Home', false), moveOf('Home', true), moveOf('ArrowDown', true), moveOf('a', true)]).toEqual([
      'row-start',
      'first',
      'bottom',
      undefined,
    ]);
  });
});

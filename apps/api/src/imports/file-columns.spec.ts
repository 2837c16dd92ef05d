import { readFileSync } from 'node:fs';
import { SWEDISH_HEADINGS } from '../open-data/series-csv.js';
import { cellsInOrder, COLUMNS, columnNamed, rowOf } from './file-columns.js';

describe('the columns of a file', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const column of COLUMNS)
    it(`are described in the README: ${column}`, () => expect(readme).toMatch(new RegExp(`^\\| \`${column}\``, 'm')));

  for (const [column, heading] of Object.entries(SWEDISH_HEADINGS))
    it(`may be called as in the file for Excel: ${heading}`, () => expect(columnNamed(` ${heading.toUpperCase()} `)).toBe(column as never));

  it('are not known by other names', () => expect(['kommun', 'värden', ''].map(columnNamed)).toEqual([undefined, undefined, undefined]));

  for (const [written, cell] of [
    ["'=1+1", '=1+1'],
    [" '+46 ", '+46'],
    ["'-x", '-x'],
    ["'@SUM(A1)", '@SUM(A1)'],
    ["'s-Hertogenbosch", "'s-Hertogenbosch"],
    ["'", "'"],
    ['=1', '=1'],
  ] as const)
    it(`have the guard against formulas taken away: ${written}`, () =>
      expect(rowOf(cellsInOrder(['source'])([written])).source).toBe(cell));
});

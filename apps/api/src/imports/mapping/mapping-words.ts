import { MISSING_KINDS, type MarkMeaning } from '@slusen/domain';
import { COLUMNS, type Column } from '../file-columns.js';
import type { MappingWish } from './mapped-records.js';
import type { Said } from './mapping.js';

/** What is said of a file's columns, each as `NAME=WHAT`. */
export interface MappingWords {
  readonly map?: readonly string[] | undefined;
  readonly say?: readonly string[] | undefined;
  readonly only?: readonly string[] | undefined;
  readonly mark?: readonly string[] | undefined;
}

/** What a mark can mean. */
export const MARK_MEANINGS: readonly MarkMeaning[] = ['zero', 'left-out', ...MISSING_KINDS];

/** The mapping that these words ask for, nothing where there are none; what they got wrong is thrown as a sentence. */
export function wishOf({ map = [], say = [], only = [], mark = [] }: MappingWords): MappingWish | undefined {
  if ([map, say, only, mark].every((words) => words.length === 0)) return undefined;
  const wished = new Map(map.map((words) => pair('--map', words)));
  const columns: Partial<Record<Column, Said>> = {};
  for (const [name, heading] of wished) {
    const [first = '', ...others] = heading.split('+');
    if (columnOf('--map', name) !== 'breakdown') columns[columnOf('--map', name)] = { column: first };
    if (others.length > (name === 'period' ? 1 : 0) && name !== 'breakdown')
      throw new MappingSentence('--map joins headings by + only for period (year and part) and breakdown.');
  }
  for (const [name, text] of say.map((words) => pair('--say', words))) columns[columnOf('--say', name)] = { text };
  const part = wished.get('period')?.split('+')[1];
  const breakdown = wished.get('breakdown')?.split('+') ?? [];
  const marks = Object.fromEntries(mark.map((words) => markOf(pair('--mark', words))));
  return {
    columns,
    ...(part !== undefined && { part }),
    breakdown,
    only: Object.fromEntries(only.map((words) => pair('--only', words))),
    marks,
  };
}

/** A sentence for whoever typed the words. */
export class MappingSentence extends Error {}

/** What stands before and after the last sign of equality: headings and marks may have one, what they are said to be has none. */
function pair(option: string, words: string): readonly [name: string, what: string] {
  const at = option === '--map' || option === '--say' ? words.indexOf('=') : words.lastIndexOf('=');
  if (at <= 0 || at === words.length - 1) throw new MappingSentence(`${option} takes ${EXAMPLES[option] ?? ''}.`);
  return [words.slice(0, at).trim(), words.slice(at + 1).trim()];
}
const EXAMPLES: Readonly<Record<string, string>> = {
  '--map': 'a column of ours and a heading of the file, as in --map period=år',
  '--say': 'a column of ours and a text for all rows, as in --say unit=antal',
  '--only': 'a heading of the file and what stands below it, as in --only kön=totalt',
  '--mark': 'a mark and its meaning, as in --mark ..=not-measured',
};

function columnOf(option: string, name: string): Column {
  const column = COLUMNS.find((known) => known === name);
  if (column === undefined) throw new MappingSentence(`${option} ${name}: there is no such column (npm run import -- --help lists them).`);
  return column;
}

function markOf([mark, meaning]: readonly [string, string]): readonly [string, MarkMeaning] {
  const known = MARK_MEANINGS.find((one) => one === meaning);
  if (known === undefined) throw new MappingSentence(`--mark ${mark}: a mark means one of ${MARK_MEANINGS.join(', ')}.`);
  return [mark, known];
}

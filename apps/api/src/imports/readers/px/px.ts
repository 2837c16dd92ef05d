import type { Hash } from 'node:crypto';
import type { Cube } from '../cube.js';
import { withoutDoubt } from '../plain-digits.js';
import { aboutOf } from './px-head.js';
import { pxTexts } from './px-letters.js';
import { brokenPx, PxHead } from './px-statements.js';

/** Characters of one value; a longer one is a quote that was never closed. */
const LONGEST_VALUE = 100;

/**
 * Opens a PX file, of which only what stands before the data is kept: the data come as they are asked for, and `digest` has every byte once they
 * ended. Throws ImportFault for a file that is not as its keywords say.
 */
export async function openPx(path: string, digest: Hash): Promise<Cube> {
  const texts = pxTexts(path, digest);
  const head = new PxHead();
  for (;;) {
    const { value, done } = await texts.next();
    if (done) throw brokenPx('there are no data (DATA=)');
    if (head.take(value)) break;
  }
  const about = aboutOf(head.statements);
  const expected = about.dimensions.reduce((product, { categories }) => product * categories.length, 1);
  return { ...about, values: valuesOf(head.data ?? '', texts, expected) };
}

/** A value or a mark, in quotes or not; a mark is made of points, or is a dash. */
const VALUE = /"([^"]*)"|[^\s,;"]+|;/g;

async function* valuesOf(first: string, rest: AsyncIterable<string>, expected: number): AsyncGenerator<readonly string[]> {
  let [left, count, isOver] = [first, 0, false];
  const take = (text: string): string[] => {
    const values: string[] = [];
    for (const [token, quoted] of text.matchAll(VALUE)) {
      isOver ||= token === ';';
      if (isOver) break;
      values.push(withoutDoubt(quoted ?? token));
    }
    count += values.length;
    if (count > expected) throw brokenPx(`there are more data than the ${expected} that its variables have`);
    return values;
  };
  for await (const part of rest) {
    const text = left + part;
    // What stands at the end may go on in the next part.
    const end = lastGap(text);
    left = text.slice(end);
    if (left.length > LONGEST_VALUE) throw brokenPx('a value without end');
    if (!isOver) yield take(text.slice(0, end));
  }
  if (!isOver) yield take(left);
  if (count !== expected) throw brokenPx(`there are ${count} data where its variables have ${expected}`);
}

/** Where the last whole value of a text ends: after a gap that stands in no quotes (which values have none of). */
function lastGap(text: string): number {
  return Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'), text.lastIndexOf('\t'), text.lastIndexOf(',')) + 1;
}

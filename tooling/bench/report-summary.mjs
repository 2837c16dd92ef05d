/** What a run measured, for the terminal, and how its numbers are written. */
import { reached } from './reached.mjs';

/** The comparisons with a program written by hand: what is measured, and against what. */
export const COMPARISONS = [
  { letter: 'a', what: 'a cached public indicator page', against: 'the same headers and bytes from memory', unit: 'pages/s' },
  { letter: 'b', what: 'a series as JSON, forty quarters', against: 'one statement whose text is the same answer', unit: 'answers/s' },
  {
    letter: 'c',
    what: 'all goals (15, with 60 indicators), computed live',
    against: 'one statement that computes every status in SQL',
    unit: 'answers/s',
  },
  {
    letter: 'd',
    what: 'a figure entered, submitted, approved',
    against: 'one statement for each of the three requests',
    unit: 'figures/s',
  },
  {
    letter: 'j',
    what: 'a figure saved and submitted, by sixty reporters at once',
    against: 'one statement for each of the two requests',
    unit: 'figures/s',
  },
  { letter: 'e', what: 'an import, the whole command', against: 'COPY, check, upsert, sealed: the whole program', unit: 'rows/s' },
  {
    letter: 'l',
    what: 'a file of 100,000 rows sent by the page, checked, approved, published',
    against: 'COPY, check, upsert, sealed: the whole program',
    unit: 'rows/s',
  },
];

/** A number as it is read; a dash where the system does not tell. */
export const number = (value, decimals = 0) =>
  value === undefined || Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A measured number with as many decimals as it deserves. */
export const rough = (value) => number(value, Math.abs(value) < 10 && !Number.isInteger(value) ? 2 : 0);

/** The sizes a comparison was measured in: an import in two, everything else in one. */
export function sizesOf({ letter, what }, measured) {
  if (letter !== 'e') return [{ what, ...measured }];
  return Object.values(measured).map((size) => ({ ...size, what: `${what}: ${number(size.rows)} rows` }));
}

/** A line for each comparison, each reading and each thing to be reached. */
export function summaryText(measured) {
  const lines = COMPARISONS.filter(({ letter }) => measured[letter]).flatMap((comparison) =>
    sizesOf(comparison, measured[comparison.letter]).map((size) => comparisonLine(comparison, size)),
  );
  const readings = (measured.f ?? []).map(
    ({ name, large, growth, lowest, highest }) =>
      `(f) ${number(large.ms, 1)} ms, ${number(growth, 2)} × a tenth of the history (${number(lowest, 2)}–${number(highest, 2)}): ${name}`,
  );
  const goals = reached(measured).map(({ letter, what, unit, limit, value, isMet }) =>
    `(${letter}) ${isMet ? '✓' : '✗'} ${rough(value)} ${unit} ${what} (${limit})`.replaceAll(/ +/g, ' '),
  );
  return ['', ...lines, ...readings, '', ...goals, ''].join('\n');
}

function comparisonLine({ letter, unit }, { what, ratio, lowest, highest, app, hand }) {
  const spread = `${number(lowest, 2)}–${number(highest, 2)}`;
  return `(${letter}) ${number(ratio, 2)} of the hand-written limit (${spread})  ${number(app.perSecond)} of ${number(hand.perSecond)} ${unit}: ${what}`;
}

/** What is to be reached, and whether it was. */

const isAtLeast = (limit) => (value) => value >= limit;
const isAtMost = (limit) => (value) => value <= limit;

/** Ratios to the hand-written limit: at least so much of its answers a second; of an import 0.3, since sealing every row is a part of both. */
const RATIOS = { a: 0.5, b: 0.65, c: 0.35, d: 0.35, j: 0.35, e: 0.3, l: 0.3 };
/** How many times as long an answer may take with ten times the history. */
export const MOST_GROWTH = 1.3;
const QUEUE = 'review queue of 100';
const QUEUE_MS = 30;
const MORE_MEMORY_MIB = 64;
const SLOWEST_SAVE_MS = 500;
const PUBLIC_P99_MS = 50;
const LOOP_P99_MS = 50;
const SCRIPT_KIB = 90;
const ADOPT_MS = 2000;
const OPEN_EDITOR_MS = 1500;
const KEYSTROKE_MS = 50;
const SIGN_IN_MS = 300;

/** Each as `{ letter, what, unit, limit, isMet, of }`; `of` takes what was measured under the letter, undefined where it was not. */
const GOALS = [
  ...Object.entries(RATIOS).map(([letter, limit]) => ({
    letter,
    what: 'of the hand-written limit',
    limit: `at least ${limit}`,
    isMet: isAtLeast(limit),
    of: (measured) => (letter === 'e' ? (measured.large ?? measured.tenth).ratio : measured.ratio),
  })),
  {
    letter: 'e',
    what: 'more memory at its peak for ten times the rows',
    unit: 'MiB',
    limit: `at most ${MORE_MEMORY_MIB}`,
    isMet: isAtMost(MORE_MEMORY_MIB),
    of: ({ large, tenth }) => large && large.app.peakMemory - tenth.app.peakMemory,
  },
  ...[
    ['more memory than before', 'MiB', MORE_MEMORY_MIB, ({ app }) => app.moreMemory],
    ['that its event loop was held up, the 99th percentile', 'ms', LOOP_P99_MS, ({ app }) => app.loopP99],
  ].map(([what, unit, limit, of]) => ({ letter: 'l', what, unit, limit: `at most ${limit}`, isMet: isAtMost(limit), of })),
  {
    letter: 'f',
    what: QUEUE,
    unit: 'ms',
    limit: `at most ${QUEUE_MS}`,
    isMet: isAtMost(QUEUE_MS),
    of: (readings) => readings.find(({ name }) => name === QUEUE)?.large.ms,
  },
  {
    letter: 'f',
    what: 'as long with ten times the history, the most of all pages and forms',
    unit: '×',
    limit: `at most ${MOST_GROWTH}`,
    isMet: isAtMost(MOST_GROWTH),
    of: (readings) => Math.max(...readings.map(({ growth }) => growth)),
  },
  { letter: 'g', what: 'answers of 503', unit: '', limit: 'none', isMet: isAtMost(0), of: ({ beside }) => beside.refused },
  {
    letter: 'g',
    what: 'the slowest save',
    unit: 'ms',
    limit: `at most ${SLOWEST_SAVE_MS}`,
    isMet: isAtMost(SLOWEST_SAVE_MS),
    of: ({ beside }) => beside.slowestSave,
  },
  {
    letter: 'g',
    what: 'the 99th percentile of public reads',
    unit: 'ms',
    limit: `at most ${PUBLIC_P99_MS}`,
    isMet: isAtMost(PUBLIC_P99_MS),
    of: ({ beside }) => beside.p99,
  },
  {
    letter: 'h',
    what: 'of JavaScript at the start, in brotli, the heaviest page',
    unit: 'KiB',
    limit: `at most ${SCRIPT_KIB}`,
    isMet: isAtMost(SCRIPT_KIB),
    of: ({ pages }) => Math.max(...pages.map(({ scripts }) => scripts)),
  },
  ...[
    ['adopting a version of sixty indicators', ADOPT_MS, ({ adopt }) => adopt],
    ['until the editor of a strategy with three hundred indicators is open', OPEN_EDITOR_MS, ({ editor }) => editor?.opened],
    ['a keystroke in it until it is seen', KEYSTROKE_MS, ({ editor }) => editor?.keystroke],
    ['a sign-in at the provider, its own answers to us included', SIGN_IN_MS, ({ signIn }) => signIn],
  ].map(([what, limit, of]) => ({ letter: 'i', what, unit: 'ms', limit: `at most ${limit}`, isMet: isAtMost(limit), of })),
];

/** What was reached of what is asked for, of the measures that were run: `{ letter, what, unit, limit, value, isMet }`. */
export function reached(measured) {
  return GOALS.filter(({ letter }) => measured[letter]).flatMap(({ of, isMet, ...goal }) => {
    const value = of(measured[goal.letter]);
    return value === undefined || Number.isNaN(value) ? [] : [{ unit: '', ...goal, value, isMet: isMet(value) }];
  });
}

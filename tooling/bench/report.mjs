/** What a run measured, for the terminal and as docs/performance.md. */
import { availableParallelism, totalmem } from 'node:os';

/** What is compared, and how far below the bare limit the application may be. */
const COMPARISONS = [
  {
    key: 'page',
    letter: 'a',
    limit: 0.5,
    what: 'a cached public indicator page',
    against: 'the same headers and bytes from memory',
    unit: 'pages/s',
  },
  {
    key: 'series',
    letter: 'b',
    limit: 0.5,
    what: 'an uncached series as JSON',
    against: 'one named statement, its rows as JSON',
    unit: 'answers/s',
  },
  {
    key: 'goals',
    letter: 'c',
    limit: 0.4,
    what: 'all goals (15, with 60 indicators), computed live',
    against: 'one named statement that reads what they rest on; nothing computed',
    unit: 'answers/s',
  },
  {
    key: 'entries',
    letter: 'd',
    limit: 0.4,
    what: 'an entry recorded, submitted and approved',
    against: 'the same statements by hand',
    unit: 'entries/s',
  },
  {
    key: 'imported',
    letter: 'e',
    limit: 0.2,
    what: 'an import of figures',
    against: 'COPY of the same rows into an equal table',
    unit: 'rows/s',
  },
];
const SCRIPT_LIMIT_KIB = 95;

/** Why a measure can fall short, where that is understood: said in the report when it does. */
const EXPLANATIONS = {
  page: 'Every answer passes the same hooks as any other (request id, log, security headers, cookies); a page from memory passes none.',
  series: 'The rows pass the contract that strips what it does not declare, are tagged by content, and go through the framework.',
  goals:
    'The bare side asks once and computes nothing. The application checks the session and asks once too, since what was decided is kept in memory until a publication; ' +
    'the rest goes to reading sixty series, computing sixty statuses, putting them into words in two languages and summing them up.',
  entries: 'Both sides send the same statements; what is left is the framework, the checks of the input and the rules.',
  imported:
    'An import reads and checks every cell, stages the rows, compares them with what is there and only then writes what COPY writes.',
};

const number = (value, decimals = 0) =>
  value === undefined || Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
const seconds = (ms) => `${number(ms / 1000, 1)} s`;
const met = (isMet) => (isMet ? 'met' : '**falls short**');

/** One line per measure, for the terminal. */
export function summaryText(measures) {
  const ratios = COMPARISONS.map(({ key, letter, limit, what, unit }) => {
    const { ratio, lowest, highest, app, bare } = measures[key];
    const spread = `${number(lowest, 2)}–${number(highest, 2)}`;
    return `(${letter}) ${ratio >= limit ? '✓' : '✗'} ${number(ratio, 2)} of the bare limit (at least ${limit}; ${spread})  ${number(app.perSecond)} of ${number(bare.perSecond)} ${unit}: ${what}`;
  });
  return ['', ...ratios, '', ...otherLines(measures).map(([name, value]) => `${name}: ${value}`), ''].join('\n');
}

/** The whole of docs/performance.md. */
export function reportText(measures, { effort, day }) {
  const short = COMPARISONS.filter(({ key, limit }) => measures[key].ratio < limit);
  return `# Performance

Written by \`npm run bench\` on ${day.toISOString().slice(0, 10)}, on a machine with ${availableParallelism()} cores and ${number(totalmem() / 2 ** 30)} GiB of memory, which the application, its database, the bare side and the load generator shared. Absolute figures belong to that
machine; the ratios are what to look at.

## Against the bare limit

| | measured | bare limit | application | bare | ratio (range) | at least | |
| --- | --- | --- | ---: | ---: | ---: | ---: | --- |
${COMPARISONS.map((comparison) => comparisonRow(comparison, measures[comparison.key])).join('\n')}

${shortText(short)}

Processor time per answer, application and bare: ${COMPARISONS.filter(({ key }) => measures[key].app.cpuMs > 0)
    .map(({ key, letter }) => `(${letter}) ${number(measures[key].app.cpuMs, 2)} and ${number(measures[key].bare.cpuMs, 2)} ms`)
    .join(', ')}.
${generatorText(measures)}
## Start, memory, pages

| | |
| --- | --- |
${otherLines(measures)
  .map(([name, value]) => `| ${name} | ${value} |`)
  .join('\n')}

${methodText(measures, effort)}`;
}

function comparisonRow({ letter, limit, what, against, unit }, { ratio, lowest, highest, app, bare }) {
  const range = `${number(ratio, 2)} (${number(lowest, 2)}–${number(highest, 2)})`;
  return `| ${letter} | ${what} | ${against} | ${number(app.perSecond)} ${unit} | ${number(bare.perSecond)} ${unit} | ${range} | ${limit} | ${met(ratio >= limit)} |`;
}

function shortText(short) {
  if (short.length === 0) return 'Every ratio is at or above what is asked for.';
  return ['Where a ratio falls short:', '', ...short.map(({ key, letter }) => `- (${letter}) ${EXPLANATIONS[key]}`)].join('\n');
}

/** A load generator at its own limit flatters the slower side, so the reader must know. */
function generatorText(measures) {
  const saturated = COMPARISONS.filter(({ key }) => measures[key].bare.busy > 0.9);
  if (saturated.length === 0) return '';
  const which = saturated.map(({ letter }) => `(${letter})`).join(', ');
  return `\nIn ${which} the load generator itself was busy all the time, so the bare side could have answered more: there the\nprocessor times are the stricter comparison.\n`;
}

function otherLines({ startUp, memory, pages, goals, entries, imported, page, series }) {
  const paints = pages.filter(({ paint }) => paint !== undefined);
  const heaviest = Math.max(...pages.map(({ scripts }) => scripts));
  const ofPages = (name) => pages.map((weighed) => `\`${weighed.path}\` ${number(weighed[name], name === 'scripts' ? 1 : 0)}`).join(', ');
  return [
    ['First start, empty folder to listening, demonstration loaded', seconds(startUp.first)],
    ['Second start', seconds(startUp.second)],
    ['Memory of the application, idle / after the load', `${number(memory.idle)} / ${number(memory.loaded)} MiB`],
    ['Memory of the embedded database, idle / after the load', `${number(memory.idleDatabase)} / ${number(memory.loadedDatabase)} MiB`],
    [`Initial JavaScript, brotli KiB (at most ${SCRIPT_LIMIT_KIB}: ${met(heaviest <= SCRIPT_LIMIT_KIB)})`, ofPages('scripts')],
    ...(paints.length > 0 ? [['First contentful paint without a warm cache, ms', ofPages('paint')]] : []),
    [
      '99th percentile of (a) / (b) / (c) / one request of (d), ms',
      [page, series, goals, entries].map(({ app }) => number(app.p99)).join(' / '),
    ],
    ['The import command, its start included', `${seconds(imported.wholeCommand)} for ${number(imported.rows)} rows`],
  ];
}

function methodText({ isRealFile, entries, page, series, goals }, { rounds, seconds: length, importRounds }) {
  const file = isRealFile ? 'the 19,121 quarterly values of five comparison areas' : 'a made-up file of 19,121 quarterly values';
  return `## How it is measured

- The application runs on the demonstration plus ${file}, imported with the import command.
- The bare side is Fastify and pg in a process of its own: no framework, no rules, named statements, the same number of
  connections to the same database. Before a round both sides must give the same bytes, or the run stops. It sends the
  same headers too.
- Rounds of ${length} s alternate (A B, B A, …; ${rounds} of each after a warm-up), so that a machine that is busy for a while slows
  both. The ratio is the median of the ratios of neighbouring rounds; a round with a single failed request stops the run.
- The load generator (autocannon) has a process of its own, 16 connections (4 for entries), on the loopback address only.
- (a) ${number(page.bytes)} bytes of brotli from the page cache. (b) ${number(series.bytes)} bytes, read anew each time. (c) ${number(goals.bytes)} bytes for a signed-in
  politician's overview: the session is checked and every status computed anew each time. The bare statement reads goals,
  definitions, targets and the figures of three years that statuses rest on, and writes a ready answer as JSON. Trends rest on
  ten years and are kept in memory until the next publication.
- (d) An entry is three requests of two people. The bare side sends the very statements that the application was seen to
  send (${entries.statements} of them, recorded at the start of the run), in the same transactions, one after the other, and answers the same;
  both must leave the same rows.
- (e) From BEGIN to the acknowledged COMMIT, ${importRounds} of each, each import into a fresh copy of the demonstration; COPY writes the rows
  the import wrote, from memory, into a table with the same columns, defaults, indexes, checks, keys and triggers.
`;
}

/** A whole run as docs/performance.md. */
import { availableParallelism, totalmem } from 'node:os';
import { MOST_GROWTH, reached } from './reached.mjs';
import { OFFICIALS } from './measure-import-beside-people.mjs';
import { COMPARISONS, number, rough, sizesOf } from './report-summary.mjs';
import { methodText } from './report-method.mjs';
import { missedText } from './report-missed.mjs';

const seconds = (ms) => `${number(ms / 1000, 1)} s`;
const met = (isMet) => (isMet ? 'met' : '**missed**');

/** `measured`: what each measure gave, by its letter. */
export function reportText(measured, { effort, day }) {
  const goals = reached(measured);
  return `# Performance

Written by \`npm run bench\` on ${day.toISOString().slice(0, 10)}, on a machine with ${availableParallelism()} cores and ${number(totalmem() / 2 ** 30)} GiB of memory, which the application, its database, the hand-written program and the load
generator shared. Absolute figures belong to that machine; the ratios are what to look at.

## What is to be reached

${goalTable(goals)}
${missedText(goals, measured)}
## Against what one would write by hand

${comparisonTable(measured)}

${costTable(measured)}
${generatorText(measured)}${noLimitText(measured)}
## As the history grows

Milliseconds of one answer, asked for one at a time, with 696,000 values and with a tenth of them, and how many times as long the whole takes.
Every page is made anew for each answer here.

${growthTable(measured.f)}

## People at work while a file is imported

${OFFICIALS} officials save a draft every half second each, the public reads pages and series, and the import command brings ${number(measured.g.rows)} rows in ${seconds(measured.g.took)}.

${besideTable(measured.g)}

## Start, memory, pages

${startTable(measured)}

${methodText(measured, effort)}`;
}

function goalTable(goals) {
  const rows = goals.map(({ letter, what, unit, limit, value, isMet }) => {
    const said = `${rough(value)} ${unit} ${what}`.replaceAll(/ +/g, ' ');
    return [letter, said, limit, met(isMet)];
  });
  return table(['', 'measured', 'to reach', ''], rows);
}

/** A table of Markdown; columns named with a colon at the end are for numbers. */
function table(columns, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const names = columns.map((name) => name.replace(/:$/, ''));
  return [line(names), line(columns.map((name) => (name.endsWith(':') ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

function comparisonTable(measured) {
  const rows = COMPARISONS.flatMap((comparison) =>
    sizesOf(comparison, measured[comparison.letter]).map(({ what, ratio, lowest, highest, app, hand }) => {
      const perSecond = (side) => `${number(side.perSecond)} ${comparison.unit}`;
      const range = `${number(ratio, 2)} (${number(lowest, 2)}–${number(highest, 2)})`;
      return [comparison.letter, what, comparison.against, perSecond(app), perSecond(hand), range];
    }),
  );
  return table(['', 'measured', 'by hand', 'application:', 'by hand:', 'ratio (range):'], rows);
}

/** Processor time of both programs and of the database that each has work, and for the import the memory. */
function costTable(measured) {
  const rows = COMPARISONS.filter(({ letter }) => letter !== 'e' && letter !== 'l').map(({ letter }) => {
    const { app, hand } = measured[letter];
    const cells = [app.cpuMs, app.databaseMs, hand.cpuMs, hand.databaseMs].map((ms) => number(ms, 2));
    return [letter, ...cells, number(app.p99), number(hand.p99)];
  });
  const columns = [
    '',
    'application, ms:',
    'its PostgreSQL, ms:',
    'by hand, ms:',
    'its PostgreSQL, ms:',
    '99th percentile, ms:',
    'by hand, ms:',
  ];
  const memory = Object.values(measured.e).map(
    ({ rows: count, app, hand }) => `${number(app.peakMemory)} and ${number(hand.peakMemory)} MiB for ${number(count)} rows`,
  );
  return `Processor time of one answer (of a whole figure in (d) and (j), whose percentile is of one request):\n\n${table(columns, rows)}\n\nMemory of the import at its peak, application and by hand: ${memory.join(', ')}.`;
}

/** A load generator at its own limit flatters the slower side, so the reader must know. */
function generatorText(measured) {
  const saturated = COMPARISONS.filter(({ letter }) => measured[letter].hand?.busy > 0.9).map(({ letter }) => `(${letter})`);
  if (saturated.length === 0) return '';
  return `\nIn ${saturated.join(', ')} the load generator itself was busy all the time, so the hand-written side could have answered more: there the\nprocessor times are the stricter comparison.\n`;
}

/** A program by hand that the application overtakes is no limit, and a ratio to it no praise. */
function noLimitText(measured) {
  const overtaken = COMPARISONS.flatMap((comparison) =>
    sizesOf(comparison, measured[comparison.letter]).flatMap(({ what, ratio }) => (ratio > 1 ? [`(${comparison.letter}) ${what}`] : [])),
  );
  if (overtaken.length === 0) return '';
  return `\nThe program by hand was no faster than the application in ${overtaken.join(', ')}: it is no limit there, and the ratio says only that what\nboth ask of the database decides.\n`;
}

function growthTable(readings) {
  const work = ({ cpuMs, databaseMs }) => cpuMs + databaseMs;
  const rows = readings.map(({ name, large, tenth, growth, lowest, highest }) => [
    name,
    number(large.ms, 1),
    number(tenth.ms, 1),
    `${number(growth, 2)} (${number(lowest, 2)}–${number(highest, 2)})`,
    number(large.cpuMs, 1),
    number(large.databaseMs, 1),
    number(work(large) / work(tenth), 2),
    met(growth <= MOST_GROWTH),
  ]);
  const columns = [
    '',
    '696,000 values:',
    '69,600 values:',
    'growth (range):',
    'application’s processor:',
    'PostgreSQL’s:',
    'growth of both:',
    '',
  ];
  return table(columns, rows);
}

function besideTable({ quiet, beside }) {
  const row = (name, of) => [name, of(quiet), of(beside)];
  const rows = [
    row('saves', ({ saves }) => number(saves)),
    row('the slowest save, ms', ({ slowestSave }) => number(slowestSave)),
    row('public reads', ({ reads }) => number(reads)),
    row('their 99th percentile, ms', ({ p99 }) => number(p99)),
    row('answers of 503', ({ refused }) => number(refused)),
  ];
  return table(['', 'before:', 'during the import:'], rows);
}

function startTable({ h: { starts, memory, pages } }) {
  const ofPages = (name, decimals) => pages.map((weighed) => `\`${weighed.path}\` ${number(weighed[name], decimals)}`).join(', ');
  const isPainted = pages.some(({ paint }) => paint !== undefined);
  const rows = [
    ['First start, empty folder to listening, demonstration loaded', seconds(starts.first)],
    ['Second start', seconds(starts.second)],
    ['Memory of the application on the demonstration, idle / after (a)', `${number(memory.idle)} / ${number(memory.loaded)} MiB`],
    [
      'Memory of the embedded database, idle / after the whole run',
      `${number(memory.idleDatabase)} / ${number(memory.loadedDatabase)} MiB`,
    ],
    ['Initial JavaScript, brotli KiB', ofPages('scripts', 1)],
    ...(isPainted ? [['First contentful paint without a warm cache, ms', ofPages('paint', 0)]] : []),
  ];
  return table(['', ''], rows);
}

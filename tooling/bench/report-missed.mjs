/** What was missed and where the time goes, for docs/performance.md: what the application does that the program by hand does not. */
import { MOST_GROWTH } from './reached.mjs';
import { number } from './report-summary.mjs';

/** What the application does besides; the processor times beside it say how much of it. */
const BESIDES = {
  a: 'every answer passes the hooks that any answer passes (request id, log, security headers, cookies).',
  b: 'the points pass the contract, which strips what it does not declare, and the framework.',
  c: 'the points of every status become objects, and every status is explained, put into words of two languages and summed up, beside trends and what is late.',
  d: 'a figure takes some thirty statements where the program by hand takes three: what the rules decide by is read first, an entry is locked, read, written, sealed and kept one after the other, and read again when it was approved.',
  l: 'the file is read, checked and compared twice, once for the preview and once to publish it, and its rows and its preview are kept in between.',
  e: 'the program starts the whole application, and every name, period and number of the file is read by the rules of the domain.',
};

/** Why what officials read grows: the whole is still quick, and the rules need every value. */
const QUESTIONS =
  'What is under review is asked the questions of plausibility, which read all the values of its series: forty here against four.';

/** A line for each letter that missed something; nothing when all was reached. */
export function missedText(goals, measured) {
  const letters = [...new Set(goals.filter(({ isMet }) => !isMet).map(({ letter }) => letter))];
  const lines = letters.flatMap((letter) => lineOf(letter, measured[letter]) ?? []);
  return lines.length === 0 ? '' : `\nWhere it is missed:\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}

function lineOf(letter, measured) {
  if (letter === 'e') return `(e) ${BESIDES.e}`;
  if (letter === 'f') return growthLine(measured);
  if (letter === 'l') return `(l) ${BESIDES.l}`;
  return BESIDES[letter] && `(${letter}) ${BESIDES[letter]} ${processorsText(measured)}`;
}

function processorsText({ app, hand }) {
  const each = ({ cpuMs, databaseMs }) => `${number(cpuMs, 2)} ms and PostgreSQL’s ${number(databaseMs, 2)} ms`;
  return `The program’s processor time is ${each(app)}, by hand ${each(hand)}.`;
}

function growthLine(readings) {
  const grown = readings.filter(({ growth }) => growth > MOST_GROWTH).map(({ name, growth }) => `${name} ${number(growth, 2)} ×`);
  return grown.length > 0 ? `(f) grows with the history: ${grown.join(', ')}. ${QUESTIONS}` : undefined;
}

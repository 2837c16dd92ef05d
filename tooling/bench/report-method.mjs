/** How it was measured, in words, for docs/performance.md. */
import { number } from './report-summary.mjs';

export function methodText({ a, b, c }, { rounds, seconds, importRounds, wholeRounds, growthRounds, strategistRounds }) {
  return `## How it is measured

- Everything but (a) and (h) is measured on a generated strategy of fifteen goals and sixty indicators with quarterly values of 290 areas, ten
  years (696,000 values) or one (a tenth of the history), in databases of their own on the PostgreSQL that comes along; (a) and (h) on the
  demonstration. The hand-written import below fills them.
- The hand-written side is Fastify and pg in a process of its own: no framework, no rules of the domain but those named here, named
  statements, the same number of connections to the same database.
- Rounds of ${seconds} s alternate (A B, B A, …; ${rounds} of each after a warm-up), so that a machine that is busy for a while slows both. The ratio is the
  median of the ratios of neighbouring rounds; a round with a single failed request stops the run.
- The load generator (autocannon) has a process of its own, 16 connections (4 for entries, 60 in (j)), on the loopback address only. Processor time is
  the system's account of each process, PostgreSQL's of all its processes together.
- (a) ${number(a.bytes)} bytes of brotli from the page cache; both sides send the same headers and bytes.
- (b) ${number(b.bytes)} bytes, read anew each time. One statement on the tables themselves makes the text of the points; both sides send the same bytes and
  the tag computed from them.
- (c) The application answers ${number(c.bytes)} bytes: statuses with their reasons in words of two languages, trends and what is late. By hand one
  statement checks the session and computes, from targets and definitions in force and the latest figures that count (or their twelve months), every
  expected value, status and fulfilment: ${number(c.handBytes)} bytes. Both must give every goal and indicator the same fulfilment and status.
- (d) Three requests of two people, three commits. By hand each is one statement and so one transaction: it checks session, role, token and
  version under the row's lock, writes entry, author, event and the next revision, tells other processes, is sealed by the database's own
  \`seal\` (digests of every row, audit event chained by SHA-256 under the record lock) and keeps the answer under the idempotency key. It asks no questions of
  plausibility and answers the entry without its history. Both must leave the same rows and trail, and the whole chain must hold.
- (j) Sixty sessions of reporters on sixty connections, each with a series of its own: a figure is saved as a draft, then submitted, two commits; the
  statements by hand are those of (d), and both must leave the same rows. A round with one answer that is no success stops the run.
- (e) From the start of the program to its end, ${importRounds} of each of a tenth of the history and ${wholeRounds} of the whole, each into a fresh copy of the
  strategy's database. By hand a program COPYs the file into a typed table, checks names, units, periods and what is there, locks and makes
  series, appends the next revisions to the same table (its indexes, keys and triggers), tells, seals, prints and ends. Both must leave the
  same figures. Memory is the peak of the whole process.
- (l) The first 100,000 rows of the same file: from the first byte that is sent to the state *published*, by a reporter and a reviewer who ask every
  100 ms, each time into a fresh copy; by hand the program of (e). Public pages are read all the while. Memory is the most that the application, started as in a
  container, holds above the most it held while only pages were read, its thread of reading included; the delay is that of its event loop, whose monitor is loaded with it.
- (f) ${growthRounds} rounds of about a third of a second for each history, one answer after the other on one connection. Before each answer of a page a
  publication of everything is told, so that neither the page nor what it rests on is kept; asked again at once it must come from the cache.
  Two hundred entries wait for review in both. What (d) recorded (entries, events, the trail) is in the large one only.
- (g) The whole history is imported into the database that has a tenth of it, by the import command, beside the application that the people use.
- (i) ${strategistRounds} versions drawn up from what is in force and adopted beside a tenth of the history; a strategy of three hundred indicators opened and
  written in by Chromium (a keystroke is measured to the frame that shows it, all but one of a hundred); a real OpenID provider on loopback.
`;
}

import { lettersOf, MEASURES } from './measures.mjs';
import { reached } from './reached.mjs';
import { summaryText } from './report-summary.mjs';
import { reportText } from './report.mjs';

const side = (perSecond, more = {}) => ({ perSecond, p50: 1, p99: 2, cpuMs: 0.5, databaseMs: 0.25, busy: 0.1, ...more });
const compared = (ratio, more = {}) => ({
  app: side(ratio * 1000),
  hand: side(1000),
  ratio,
  lowest: ratio - 0.1,
  highest: ratio + 0.1,
  ...more,
});
const imported = (rows, memory, ratio = 0.4) =>
  compared(ratio, { rows, app: side(9000, { peakMemory: memory }), hand: side(20_000, { peakMemory: 50 }) });
const reading = (name, ms, growth = 1.1) => ({
  name,
  large: { ms, cpuMs: 3, databaseMs: 2 },
  tenth: { ms: ms / growth, cpuMs: 2, databaseMs: 2 },
  growth,
  lowest: growth,
  highest: growth,
});
const met = (more = {}) => ({ saves: 40, slowestSave: 120, refused: 0, reads: 400, p99: 20, ...more });

/** A run in which everything is reached; `changes` replaces measures by their letter. */
const measured = (changes = {}) => ({
  a: compared(0.9, { bytes: 7000, handBytes: 7000 }),
  b: compared(0.65, { bytes: 5000, handBytes: 5000 }),
  c: compared(0.35, { bytes: 30_000, handBytes: 5700 }),
  d: compared(0.35),
  j: compared(0.35),
  e: { tenth: imported(69_600, 150), large: imported(696_000, 214) },
  l: compared(0.3, { rows: 100_000, app: side(9000, { moreMemory: 64, loopP99: 50 }) }),
  f: [reading('start page', 40, 1.3), reading('review queue of 100', 30)],
  g: { quiet: met(), beside: met({ slowestSave: 500, p99: 50 }), rows: 696_000, took: 20_000, peakMemory: 200 },
  h: {
    starts: { first: 3000, second: 1500 },
    memory: { idle: 190, loaded: 250, idleDatabase: 30, loadedDatabase: 90 },
    pages: [{ path: '/', scripts: 80, paint: 140 }],
  },
  i: { indicators: 60, adopt: 2000, signIn: 300, editor: { opened: 1500, keystroke: 50 } },
  ...changes,
});
const missed = (changes) => reached(measured(changes)).filter(({ isMet }) => !isMet);

describe('what is to be reached', () => {
  it('is reached to the edge', () => {
    expect(missed()).toEqual([]);
    expect(new Set(reached(measured()).map(({ letter }) => letter)).size).toBe(MEASURES.length);
  });

  for (const [what, changes, said] of [
    ['a slower write path', { d: compared(0.34) }, [0.34]],
    ['reporters who wait for each other', { j: compared(0.34) }, [0.34]],
    ['a slower import of the whole history', { e: { tenth: imported(69_600, 150), large: imported(696_000, 150, 0.2) } }, [0.2]],
    ['an import whose memory grows with its file', { e: { tenth: imported(69_600, 150), large: imported(696_000, 215) } }, [65]],
    [
      'a file by the page that is slow, large and in the way',
      { l: compared(0.29, { app: side(9000, { moreMemory: 65, loopP99: 51 }) }) },
      [0.29, 65, 51],
    ],
    ['a queue that takes longer', { f: [reading('review queue of 100', 31)] }, [31]],
    ['one page that grows with the history', { f: [reading('review queue of 100', 30), reading('goal page', 9, 1.31)] }, [1.31]],
    ['people who wait beside an import', { g: { ...measured().g, beside: met({ refused: 1, slowestSave: 501, p99: 51 }) } }, [1, 501, 51]],
    ['a heavier page', { h: { ...measured().h, pages: [{ path: '/', scripts: 96 }] } }, [96]],
  ]) {
    it(`is missed with ${what}`, () => expect(missed(changes).map(({ value }) => value)).toEqual(said));
  }

  it('is judged for what was measured only', () => {
    expect(reached({ c: compared(0.5) }).map(({ letter }) => letter)).toEqual(['c']);
    const tenthOnly = { e: { tenth: imported(69_600, 150) } };
    expect(reached(tenthOnly).map(({ value }) => value)).toEqual([0.4]);
  });
});

describe('the letters of a run', () => {
  it('are all without a choice, or those that were chosen, in the order of the run', () => {
    expect(lettersOf(undefined)).toEqual(MEASURES.map(({ letter }) => letter));
    expect(lettersOf('d, c')).toEqual(['c', 'd']);
    expect(() => lettersOf('c,x')).toThrowError(/no measure x/);
  });
});

describe('the report', () => {
  const text = (changes) =>
    reportText(measured(changes), {
      effort: { rounds: 5, seconds: 2, importRounds: 3, wholeRounds: 2, growthRounds: 7, strategistRounds: 5 },
      day: new Date('2026-11-27'),
    });

  it('says what was reached and what was missed', () => {
    expect(text()).toContain('| d | 0.35 of the hand-written limit | at least 0.35 | met |');
    expect(text({ d: compared(0.2) })).toContain('| d | 0.20 of the hand-written limit | at least 0.35 | **missed** |');
    expect(text()).not.toContain('missed');
  });

  it('says of what was missed where the time goes, and which pages grow', () => {
    expect(text({ d: compared(0.2) })).toMatch(/- \(d\) .* processor time is 0\.50 ms and PostgreSQL’s 0\.25 ms, by hand 0\.50 ms/);
    const grown = text({ f: [reading('review queue of 100', 31), reading('goal page', 9, 1.31), reading('tasks', 9, 1.3)] });
    expect(grown).toContain('- (f) grows with the history: goal page 1.31 ×.');
    expect(text({ f: [reading('review queue of 100', 31)] })).not.toContain('grows with');
  });

  it('has a line for each comparison and reading, both sizes of an import, and the processors of both', () => {
    expect(text()).toContain(
      '| e | an import, the whole command: 696,000 rows | COPY, check, upsert, sealed: the whole program | 9,000 rows/s | 20,000 rows/s | 0.40 (0.30–0.50) |',
    );
    expect(text()).toContain('| c | 0.50 | 0.25 | 0.50 | 0.25 | 2 | 2 |');
    expect(text()).toContain('| start page | 40.0 | 30.8 | 1.30 (1.30–1.30) | 3.0 | 2.0 | 1.25 | met |');
    expect(text()).toContain('| the slowest save, ms | 120 | 500 |');
    expect(text()).not.toMatch(/undefined|NaN/);
  });

  it('warns where the load generator was the limit', () => {
    expect(text()).not.toContain('load generator itself');
    expect(text({ a: compared(0.9, { hand: side(9, { busy: 0.95 }) }) })).toContain('In (a) the load generator itself was busy');
  });

  it('does not take for a limit what the application overtakes', () => {
    expect(text()).not.toContain('no limit there');
    expect(text({ c: compared(1.06, { bytes: 1, handBytes: 1 }) })).toContain('no faster than the application in (c) all goals');
  });

  it('is short in the terminal, and there for a part of a run too', () => {
    expect(
      summaryText({ b: compared(0.6) })
        .trim()
        .split('\n'),
    ).toEqual([
      '(b) 0.60 of the hand-written limit (0.50–0.70)  600 of 1,000 answers/s: a series as JSON, forty quarters',
      '',
      '(b) ✗ 0.60 of the hand-written limit (at least 0.65)',
    ]);
  });
});

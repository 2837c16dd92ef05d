import { createServer } from 'node:http';
import { entryRequests, figureOf } from './entry-requests.mjs';
import { INDICATORS, strategyFigures, strategyFile } from './generated-strategy.mjs';
import { madeUpFigures, ROWS } from './figures-file.mjs';
import { importsOf, scriptsOf } from './page-weight.mjs';
import { againstBare } from './measure-reads.mjs';
import { startHelper } from './processes.mjs';
import { filled, quarterEnd, replayOf } from './replay.mjs';
import { alternate, compared, median } from './rounds.mjs';
import { requireSame } from './same-answer.mjs';
import { templateOf } from './statement-template.mjs';

describe('rounds', () => {
  it('alternate, and whoever went first goes second the next time', async () => {
    const order = [];
    const side =
      (name) =>
      async ({ isWarmUp }) => (order.push(isWarmUp ? name.toUpperCase() : name), { perSecond: 1 });
    await alternate({ rounds: 3, sides: { app: side('a'), bare: side('b') } });
    expect(order.join('')).toBe('ABabbaab');
  });

  it('are compared pair by pair, so that a slow minute for both changes nothing', () => {
    const per = (...values) => values.map((perSecond) => ({ perSecond, cpuMs: 1 / perSecond }));
    const result = compared({ app: per(100, 50, 10), bare: per(200, 100, 20) });
    expect([result.ratio, result.lowest, result.highest]).toEqual([0.5, 0.5, 0.5]);
    expect([result.app.perSecond, result.bare.perSecond, result.app.cpuMs]).toEqual([50, 100, 0.02]);
    expect(compared({ app: per(1, 2, 9), bare: per(4, 4, 10) })).toEqual(
      jasmine.objectContaining({ ratio: 0.5, lowest: 0.25, highest: 0.9 }),
    );
  });

  it('have a middle, and cannot be compared when some are missing', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
    expect(() => median([])).toThrowError(/no median/);
    expect(() => compared({ app: [{ perSecond: 1 }], bare: [] })).toThrowError(/same number/);
  });
});

describe('two answers', () => {
  const answer = (body, changes = {}) => ({ status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(body), ...changes });

  it('are the same when status, kind and bytes are', () => {
    expect(() => requireSame(answer('sluss'), answer('sluss'))).not.toThrow();
  });

  for (const [what, other, message] of [
    ['another byte', answer('slusS'), /bytes \(from byte 4/],
    ['a byte more', answer('sluss!'), /bytes \(from byte 5/],
    ['another kind', answer('sluss', { headers: { 'content-type': 'text/plain' } }), /content-type/],
    ['a refusal', answer('sluss', { status: 404 }), /404/],
  ]) {
    it(`are not the same with ${what}`, () => expect(() => requireSame(answer('sluss'), other)).toThrowError(message));
  }
});

describe('a measured comparison', () => {
  let app;
  let load;
  const sent = 'sluss'.repeat(200);

  beforeAll(async () => {
    const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(sent));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    app = { url: `http://127.0.0.1:${server.address().port}`, pid: process.pid, stop: () => server.close() };
    load = await startHelper('load-process.mjs', { kind: 'ready' });
  });
  afterAll(async () => {
    await load.stop();
    app.stop();
  });

  const measure = (body) =>
    againstBare({
      app,
      load,
      rounds: 1,
      seconds: 1,
      paths: { app: '/', bare: '/page' },
      orders: { page: { headers: { 'content-type': 'text/html' }, body: Buffer.from(body).toString('base64') } },
    });

  it('asks both sides for real, each in a process of its own', async () => {
    const result = await measure(sent);
    expect(result.bytes).toBe(1000);
    expect(result.app.perSecond).toBeGreaterThan(50);
    expect(result.ratio).toBeCloseTo(result.app.perSecond / result.bare.perSecond, 10);
  });

  it('does not begin when the bytes differ', async () => {
    await expectAsync(measure(sent.replace('s', 'S'))).toBeRejectedWithError(/differ/);
  });

  it('stops when a request is refused under load, and asks no other machine', async () => {
    const order = { kind: 'read', url: `${app.url}/`, headers: {}, connections: 2, seconds: 1 };
    await expectAsync(load.ask({ ...order, url: 'http://192.0.2.1/' })).toBeRejectedWithError(/this machine/);
    await expectAsync(load.ask({ ...order, connections: 1000 })).toBeRejectedWithError(/bounded/);
    const refusing = createServer((_, response) => response.writeHead(500).end());
    await new Promise((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    await expectAsync(load.ask({ ...order, url: `http://127.0.0.1:${refusing.address().port}/` })).toBeRejectedWithError(
      /refusals under load/,
    );
    refusing.close();
  });
});

describe('the write path by hand', () => {
  const hex = (byte) => ({ hex: byte.repeat(32) });
  const recorded = (entryId, period, periodEnd, seriesId, byte) => ({
    facts: { entryId, key: `key-of-${entryId}`, breakdown: `b=${seriesId}`, period, periodEnd, seriesId },
    answer: `{"id":"${entryId}","period":"${period}","at":"20${byte}-01-01T00:00:00.000Z"}`,
    statements: [
      { client: 1, text: 'select account', values: [hex('aa')] },
      { client: 2, text: 'START TRANSACTION', values: [] },
      {
        client: 2,
        text: 'insert into entry',
        name: 'own',
        values: [entryId, seriesId, period, periodEnd, 7, null, { date: `20${byte}-01-01T00:00:00.000Z` }],
      },
      { client: 2, text: 'select hash from audit_event', values: [] },
      {
        client: 2,
        text: 'insert into audit_event',
        values: [`{"says":"${byte.repeat(32)}","subject":"entry:${entryId}"}`, hex(byte), hex(byte)],
      },
      { client: 2, text: 'COMMIT', values: [] },
    ],
  });
  const template = () => templateOf(recorded('e-one', '2024-Q1', 24291, 11, '21'), recorded('e-two', '2025-Q2', 24306, 12, '22'));

  it('keeps what two recordings share and leaves places for what is an entry’s own', () => {
    const [account, begin, insert, , audit] = template().statements;
    expect(account).toEqual(jasmine.objectContaining({ isInside: false, values: [{ bytes: 'aa'.repeat(32) }] }));
    expect([begin.begins, begin.isInside, insert.isInside, insert.name]).toEqual([true, true, true, 'own']);
    expect(insert.values).toEqual([
      { text: '⟦entryId⟧' },
      { fact: 'seriesId' },
      { text: '⟦period⟧' },
      { fact: 'periodEnd' },
      { constant: 7 },
      { constant: null },
      { fact: 'now' },
    ]);
    expect(audit.values).toEqual([{ text: '{"says":"⟦says⟧","subject":"entry:⟦entryId⟧"}' }, { fact: 'previous' }, { fact: 'chain' }]);
    expect(template().answer).toBe('{"id":"⟦entryId⟧","period":"⟦period⟧","at":"⟦now⟧"}');
  });

  it('refuses a difference it does not know, and other statements', () => {
    const other = recorded('e-two', '2025-Q2', 24306, 12, '22');
    other.statements[2].values[4] = 8;
    expect(() => templateOf(recorded('e-one', '2024-Q1', 24291, 11, '21'), other)).toThrowError(/Value 5 of "insert into entry"/);
    other.statements.pop();
    expect(() => templateOf(recorded('e-one', '2024-Q1', 24291, 11, '21'), other)).toThrowError(/other statements/);
  });

  it('sends the same statements in the same order, one connection for the transaction', async () => {
    const asked = [];
    const answering = (where) => ({ query: async (query) => (asked.push([where, query]), { rows: [{ hash: Buffer.alloc(32, 9) }] }) });
    const pool = { ...answering('pool'), connect: async () => ({ ...answering('client'), release: () => asked.push(['released']) }) };
    const replay = replayOf(pool, { steps: { record: template() }, series: [['b=5', 5]] });
    const answer = JSON.parse(await replay.record({ period: '2023-Q4', breakdown: 'b=5' }, 'key'));
    expect(answer.period).toBe('2023-Q4');
    expect(asked.map(([where]) => where)).toEqual(['pool', 'client', 'client', 'client', 'client', 'client', 'released']);
    expect(asked[2][1].values.slice(0, 4)).toEqual([answer.id, 5, '2023-Q4', quarterEnd('2023-Q4')]);
    expect(asked[4][1].values[1]).toEqual(Buffer.alloc(32, 9));
    expect(asked[4][1].values[2]).not.toEqual(asked[4][1].values[1]);
  });

  it('knows where a quarter ends', () => {
    expect(quarterEnd('2026-Q3')).toBe(24321);
    expect(filled('⟦period⟧ at ⟦now⟧', { period: '2026-Q3', now: new Date(0) })).toBe('2026-Q3 at 1970-01-01T00:00:00.000Z');
  });
});

describe('the load of entries', () => {
  const place = { indicator: 'dialog', periods: ['2024-Q1', '2024-Q2'] };

  it('enters each period of a series once, then goes on to the next series', () => {
    const lane = { series: ['b=1', 'b=2'], at: 0 };
    const next = () => JSON.parse(figureOf(lane, place));
    const entered = [next(), next(), next(), next()];
    expect(entered.map(({ breakdown, period }) => `${breakdown} ${period}`)).toEqual([
      'b=1 2024-Q1',
      'b=1 2024-Q2',
      'b=2 2024-Q1',
      'b=2 2024-Q2',
    ]);
    expect(entered.every(({ value }, at) => value !== entered[at - 1]?.value)).toBeTrue();
    expect(next).toThrowError(/no series left/);
  });

  it('counts an entry when it is approved, and remembers what was refused', () => {
    const people = { reporter: { cookie: 'r' }, reviewer: { cookie: 'g' } };
    const { requests, done, faults } = entryRequests({ ...place, people, lanes: [{ series: ['b=1'], at: 0 }] });
    const context = {};
    const [record, submit, approve] = requests;
    expect(record.setupRequest({}, context).headers.cookie).toBe('r');
    record.onResponse(201, '{"id":"e"}', context);
    expect(approve.setupRequest({}, context)).toEqual(
      jasmine.objectContaining({ path: '/api/entries/e/steps', body: '{"action":"approve"}' }),
    );
    submit.onResponse(200, '{}', context);
    approve.onResponse(409, 'too late', context);
    expect([done(), faults]).toEqual([0, ['409 too late']]);
    approve.onResponse(200, '{}', context);
    expect(done()).toBe(1);
  });
});

describe('what is measured on', () => {
  it('has the shape of the real file where that is absent', () => {
    const [header, ...lines] = madeUpFigures().trimEnd().split('\n');
    const cells = lines.map((line) => line.split(','));
    const distinct = (column) => new Set(cells.map((line) => line[column]));
    expect(header).toBe('municipality_code,municipality,indicator,period,value,unit,source');
    expect([lines.length, distinct(0).size, distinct(2).size, distinct(3).size]).toEqual([ROWS, 5, 79, 64]);
    expect(new Set(cells.map(([code, , indicator, period]) => `${code} ${indicator} ${period}`)).size).toBe(ROWS);
  });

  it('is a strategy of fifteen goals and sixty indicators, each with a target and figures', () => {
    const { areas, indicators } = strategyFile(2026);
    const goals = areas.flatMap((area) => area.goals);
    expect([goals.length, indicators.length]).toEqual([15, INDICATORS]);
    expect(new Set(goals.flatMap(({ targets }) => targets.map(({ indicator }) => indicator))).size).toBe(INDICATORS);
    const named = strategyFigures(2026)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[2]);
    expect(new Set(named).size).toBe(INDICATORS);
  });
});

describe('the weight of a page', () => {
  it('counts scripts and what is preloaded for them', () => {
    const html =
      '<link rel="stylesheet" href="s.css"><link rel="modulepreload" href="chunk-a.js"><script src="main.js" type="module"></script><script type="application/json">{}</script>';
    expect(scriptsOf(html)).toEqual(['chunk-a.js', 'main.js']);
  });

  it('follows what a script imports outright, but not what it loads later', () => {
    const script = 'import{a as b}from"./chunk-a.js";import"./chunk-b.js";export{c}from"./chunk-c.js";const d=()=>import("./chunk-d.js");';
    expect(importsOf(script)).toEqual(['./chunk-a.js', './chunk-b.js', './chunk-c.js']);
  });
});

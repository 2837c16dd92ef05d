import { createServer } from 'node:http';
import { entryRequests, figureOf } from './entry-requests.mjs';
import { importsOf, scriptsOf } from './page-weight.mjs';
import { againstHand, requireSameStatuses } from './measure-reads.mjs';
import { startHelper } from './processes.mjs';
import { alternate, compared, median, percentile } from './rounds.mjs';
import { requireSame } from './same-answer.mjs';

describe('rounds', () => {
  it('alternate, and whoever went first goes second the next time', async () => {
    const order = [];
    const side =
      (name) =>
      async ({ isWarmUp }) => (order.push(isWarmUp ? name.toUpperCase() : name), { perSecond: 1 });
    await alternate({ rounds: 3, sides: { app: side('a'), hand: side('b') } });
    expect(order.join('')).toBe('ABabbaab');
  });

  it('have no warm-up where every round is a program’s whole life', async () => {
    const side = async ({ isWarmUp }) => ({ perSecond: 1, isWarmUp });
    const { tenth, large } = await alternate({ rounds: 1, sides: { tenth: side, large: side }, isCold: true });
    expect([...tenth, ...large].map(({ isWarmUp }) => isWarmUp)).toEqual([false, false]);
  });

  it('are compared pair by pair, so that a slow minute for both changes nothing', () => {
    const per = (...values) => values.map((perSecond) => ({ perSecond, cpuMs: 1 / perSecond }));
    const result = compared({ app: per(100, 50, 10), hand: per(200, 100, 20) });
    expect([result.ratio, result.lowest, result.highest]).toEqual([0.5, 0.5, 0.5]);
    expect([result.app.perSecond, result.hand.perSecond, result.app.cpuMs]).toEqual([50, 100, 0.02]);
    expect(compared({ app: per(1, 2, 9), hand: per(4, 4, 10) })).toEqual(
      jasmine.objectContaining({ ratio: 0.5, lowest: 0.25, highest: 0.9 }),
    );
  });

  it('have a middle, and cannot be compared when some are missing', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
    expect(() => median([])).toThrowError(/no median/);
    expect([percentile([5, 1, 4, 2, 3], 0.5), percentile([1, 2], 0.99)]).toEqual([3, 2]);
    expect(() => percentile([], 0.5)).toThrowError(/no percentile/);
    expect(() => compared({ app: [{ perSecond: 1 }], hand: [] })).toThrowError(/same number/);
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

describe('the statuses of two sides', () => {
  const indicators = (of) => Array.from({ length: 4 }, (_, at) => ({ slug: `matt-${at}`, status: of(at) }));
  const overview = (of = () => 'on-track') => {
    const goals = Array.from({ length: 15 }, (_, at) => ({ slug: `mal-${at}`, rollUp: { fulfilment: 'met' }, indicators: indicators(of) }));
    return { status: 200, body: Buffer.from(JSON.stringify({ areas: [{ goals }] })) };
  };
  const byHand = (of = () => 'on-track', fulfilment = 'met') => {
    const goals = Array.from({ length: 15 }, (_, at) => ({ slug: `mal-${at}`, fulfilment, indicators: indicators(of).reverse() }));
    return { status: 200, body: Buffer.from(JSON.stringify(goals)) };
  };

  it('are the same whatever else the answers hold, and in whatever order', () => {
    expect(() => requireSameStatuses(overview(), byHand())).not.toThrow();
  });

  for (const [what, app, hand, message] of [
    ['one status is another', overview(), byHand((at) => (at === 2 ? 'at-risk' : 'on-track')), /mal-0, matt-2: on-track and .*at-risk/],
    ['a goal is fulfilled otherwise', overview(), byHand(undefined, 'not-met'), /mal-0: met and mal-0: not-met/],
    ['one was not assessed', overview((at) => (at === 3 ? 'not-assessable' : 'on-track')), byHand(), /should assess everything/],
    ['one side refused', { ...overview(), status: 401 }, byHand(), /answered 401/],
  ]) {
    it(`are not the same when ${what}`, () => expect(() => requireSameStatuses(app, hand)).toThrowError(message));
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
    againstHand({
      app,
      load,
      rounds: 1,
      seconds: 1,
      paths: { app: '/', hand: '/page' },
      orders: { page: { headers: { 'content-type': 'text/html' }, body: Buffer.from(body).toString('base64') } },
    });

  it('asks both sides for real, each in a process of its own', async () => {
    const result = await measure(sent);
    expect(result.bytes).toBe(1000);
    expect(result.app.perSecond).toBeGreaterThan(50);
    expect(result.ratio).toBeCloseTo(result.app.perSecond / result.hand.perSecond, 10);
  }, 30_000);

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
  }, 30_000);
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

  it('is only submitted where that is wanted, by whoever has the lane', () => {
    const people = { reporter: { cookie: 'r' }, reviewer: { cookie: 'g' } };
    const lanes = [{ series: ['b=1'], at: 0, reporter: { cookie: 'r7' } }];
    const { requests, done } = entryRequests({ ...place, people, lanes, steps: ['submit'] });
    const context = {};
    expect(requests.map(({ setupRequest }) => setupRequest({}, context).headers.cookie)).toEqual(['r7', 'r7']);
    requests.at(-1).onResponse(200, '{}', context);
    expect(done()).toBe(1);
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

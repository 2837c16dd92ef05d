/**
 * The load generator, in a process of its own so that it takes no time from what it measures. Orders come as messages:
 * - `{ kind: 'ready' }`
 * - `{ kind: 'read', url, headers, connections, seconds }`: as many as can be
 * - `{ kind: 'wait', url, headers, count, status, outdate }`: one after the other (`status`: what is to be answered; `outdate`: the address of
 *   the database in which a publication is told before each, so that no page comes from a cache)
 * - `{ kind: 'entries', side, url, connections, seconds, indicator, periods, people, lanes }`
 *
 * The answer is `{ perSecond, p50, p99 }` (milliseconds) or `{ error }`.
 */
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import pg from 'pg';
import { entryRequests } from './entry-requests.mjs';
import { percentile } from './rounds.mjs';
import { answerOf } from './same-answer.mjs';

const MOST_CONNECTIONS = 64;
const MOST_SECONDS = 30;
const MOST_COUNT = 1000;
const HEARD_WITHIN_MS = 20;

async function read({ url, headers, connections, seconds }) {
  const result = await autocannon({ url, headers, connections, duration: seconds, timeout: 10, sampleInt: 500 });
  requireClean(result, result.non2xx);
  return { perSecond: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

const oneConnection = new Agent({ keepAlive: true, maxSockets: 1 });

async function wait({ url, headers, count, status, outdate }) {
  const took = [];
  for (let at = 0; at < count; at++) {
    if (outdate) await tellPublication(outdate);
    const begun = performance.now();
    const answer = await answerOf(url, headers, oneConnection);
    took.push(performance.now() - begun);
    if (answer.status !== status) throw new Error(`${url} answered ${answer.status}: ${answer.body.subarray(0, 200)}`);
  }
  const whole = took.reduce((sum, ms) => sum + ms, 0);
  return { perSecond: (count / whole) * 1000, p50: percentile(took, 0.5), p99: percentile(took, 0.99), answers: count };
}

const clients = new Map();

/** What a publication of everything tells every process; all pages and all that is kept in memory are read anew after it. */
async function tellPublication(databaseUrl) {
  if (!clients.has(databaseUrl)) {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    clients.set(databaseUrl, client);
  }
  await clients.get(databaseUrl).query(`select pg_notify('slusen_publication', '"everything"')`);
  await sleep(HEARD_WITHIN_MS);
}

/** The lanes of each side go on from round to round: a period is entered once. */
const lanes = new Map();

async function entries(order) {
  if (!lanes.has(order.side)) lanes.set(order.side, order.lanes);
  const { requests, done, faults } = entryRequests({ ...order, lanes: lanes.get(order.side) });
  const { url, connections, seconds } = order;
  const result = await autocannon({ url, connections, duration: seconds, timeout: 10, sampleInt: 500, requests });
  requireClean(result, faults.length, faults[0]);
  return { perSecond: done() / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

/** A round in which anything failed measures how fast failures are. */
function requireClean({ errors, timeouts }, refused, example = '') {
  if (errors + timeouts + refused > 0)
    throw new Error(`${errors} errors, ${timeouts} timeouts and ${refused} refusals under load: ${example}`);
}

function checked({ url, connections = 1, seconds = 1, count = 1 }) {
  const isLoopback = new URL(url).hostname === '127.0.0.1';
  if (!isLoopback || connections > MOST_CONNECTIONS || seconds > MOST_SECONDS || count > MOST_COUNT)
    throw new Error('The load must stay on this machine and bounded');
}

const KINDS = { read, wait, entries };

async function carryOut({ kind, ...order }) {
  if (kind === 'ready') return {};
  checked(order);
  return KINDS[kind](order);
}

process.on('message', async (order) => {
  try {
    process.send(await carryOut(order));
  } catch (error) {
    process.send({ error: error.message });
  }
});
process.once('disconnect', () => process.exit(0));

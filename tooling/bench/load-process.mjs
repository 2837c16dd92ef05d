/**
 * The load generator, in a process of its own so that it takes no time from what it measures. Orders come as messages:
 * `{ kind: 'ready' }`, `{ kind: 'read', url, headers, connections, seconds, isFresh, status }` (`isFresh`: no address twice, so that no page
 * comes from a cache; `status`: what it is to answer, 200) and `{ kind: 'entries', side, url, connections, seconds, indicator, periods,
 * people, lanes }`; the answer is `{ perSecond, p50, p99 }` (milliseconds) or `{ error }`.
 */
import autocannon from 'autocannon';
import { entryRequests } from './entry-requests.mjs';

const MOST_CONNECTIONS = 64;
const MOST_SECONDS = 30;

async function read({ url, headers, connections, seconds, isFresh = false, status = 200 }) {
  const wanted = { url, headers, connections, duration: seconds, timeout: 10, sampleInt: 500 };
  const result = await autocannon(isFresh ? { ...wanted, requests: [{ setupRequest: withFreshAddress }] } : wanted);
  const answered = result.statusCodeStats[status]?.count ?? 0;
  requireClean(result, Object.values(result.statusCodeStats).reduce((sum, { count }) => sum + count, 0) - answered);
  return { perSecond: answered / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

let addresses = 0;

/** A page is kept under its address with the question of its search, which most pages do not have. */
function withFreshAddress(request) {
  return { ...request, path: `${request.path.split('?')[0]}?q=${process.pid}-${++addresses}` };
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

function checked(order) {
  const isLoopback = new URL(order.url).hostname === '127.0.0.1';
  if (!isLoopback || order.connections > MOST_CONNECTIONS || order.seconds > MOST_SECONDS)
    throw new Error('The load must stay on this machine and bounded');
  return order;
}

const KINDS = { ready: async () => ({}), read: (order) => read(checked(order)), entries: (order) => entries(checked(order)) };

process.on('message', async (order) => {
  try {
    process.send(await KINDS[order.kind](order));
  } catch (error) {
    process.send({ error: error.message });
  }
});
process.once('disconnect', () => process.exit(0));

/** (f) What people wait for, one request at a time, with the whole history and with a tenth of it. */
import { withClient } from './databases.mjs';
import { slugOf } from './generated-strategy.mjs';
import { loadSide } from './load.mjs';
import { alternate, compared } from './rounds.mjs';
import { makeEntriesWait } from './waiting-entries.mjs';

export const WAITING = 200;

/** Everything that is measured: its name, address, and who asks. Pages are made anew for each answer. */
export function readings({ id, indicator, period, territory, year }) {
  // Whoever is not signed in may get the page from before for a second, which would say nothing of how long a new one takes.
  const page = (name, path, status = 200) => ({ name, path, who: 'reporter', status, isPage: true });
  const signedIn = (name, path, who = 'reporter') => ({ name, path, who, status: 200 });
  return [
    page('start page', '/'),
    page('area page', '/omrade/omrade-1'),
    page('goal page', '/mal/mal-1'),
    page('indicator page', `/indikator/${indicator}`),
    page('list of indicators', '/indikatorer'),
    page('actor page', '/samverkan/kommunstyrelsen'),
    page('page that is not there (404)', '/finns-inte', 404),
    { name: 'series as JSON', path: `/api/indicators/${indicator}/series?territory=${territory}`, status: 200 },
    signedIn('session', '/api/session'),
    signedIn('all goals', '/api/overview', 'reviewer'),
    signedIn('tasks', '/api/tasks'),
    signedIn('entry form, under review', `/api/entry-form?indicator=${indicator}&period=${period}`),
    signedIn('entry form, correction', `/api/entry-form?indicator=${slugOf(1)}&period=${year - 1}-Q4`),
    signedIn('an entry', `/api/entries/${id}`),
    signedIn('review queue of 20', '/api/review-queue', 'reviewer'),
    signedIn('review queue of 100', '/api/review-queue?limit=100', 'reviewer'),
    signedIn('review queue of 200', '/api/review-queue?limit=200', 'reviewer'),
  ];
}

/** A round is about so long, so that a busy moment of the machine meets both histories. */
const ROUND_MS = 300;
const MOST_ANSWERS = 200;
const WARM_UP_ANSWERS = 3;
const KEPT_ANSWERS = 10;
/** How many times as fast a page from the cache is, at the least. */
const SURELY_KEPT = 2;

/**
 * Each reading in turn on the two applications, one connection; gives a list of `{ name, large, tenth, growth, lowest, highest }`: the
 * milliseconds of an answer with each history (and of both processors), and how many times as long the whole one takes.
 */
export async function measureGrowth({ world, load, growthRounds }) {
  const apps = { tenth: await world.running('tenth'), large: await world.running('large') };
  const databasePid = await world.databasePid();
  const lists = {};
  for (const [share, app] of Object.entries(apps)) {
    const place = await withClient(app.urls.owner, (client) => makeEntriesWait(client, world.year, WAITING));
    lists[share] = readings({ ...place, territory: world.territory, year: world.year });
  }
  const measured = [];
  for (const [at, { name }] of lists.large.entries()) {
    const side = (share) => waitingSide({ load, databasePid, app: apps[share], reading: lists[share][at] });
    const sides = { tenth: side('tenth'), large: side('large') };
    measured.push(growthOf(name, compared(await alternate({ rounds: growthRounds, sides }))));
  }
  return measured;
}

/** A side whose rounds have as many answers as fit, after what the warm-up took. */
function waitingSide({ load, databasePid, app, reading: { path, who, status, isPage } }) {
  const headers = who ? { cookie: app.people[who].cookie } : {};
  const order = { kind: 'wait', url: `${app.url}${path}`, headers, status, ...(isPage && { outdate: app.urls.app }) };
  let count = WARM_UP_ANSWERS;
  return async (round) => {
    const measured = await loadSide({ load, pid: app.pid, databasePid, order: { ...order, count } })(round);
    if (round.isWarmUp && isPage && status === 200) await requireMadeAnew(load, order, measured);
    if (round.isWarmUp) count = Math.min(MOST_ANSWERS, Math.max(1, Math.round((ROUND_MS * measured.perSecond) / 1000)));
    return measured;
  };
}

/** A page that a cache still had would take no longer the first time than right after; then nothing was measured. */
async function requireMadeAnew(load, order, { perSecond }) {
  const kept = await load.ask({ ...order, outdate: undefined, count: KEPT_ANSWERS });
  if (kept.perSecond < SURELY_KEPT * perSecond)
    throw new Error(
      `${order.url} takes ${1000 / perSecond} ms anew and ${1000 / kept.perSecond} ms again: it was in a cache, or cannot be kept`,
    );
}

/** One connection waits for each answer, so its answers a second are the milliseconds of one. */
function growthOf(name, { large, tenth, ratio, lowest, highest }) {
  const ms = (side) => ({ ms: 1000 / side.perSecond, cpuMs: side.cpuMs, databaseMs: side.databaseMs });
  return { name, large: ms(large), tenth: ms(tenth), growth: ratio, lowest, highest };
}

/** (a) A cached public page, (b) a series as JSON and (c) all goals, against the hand-written limit. */
import { GOALS, INDICATORS, slugOf } from './generated-strategy.mjs';
import { loadSide } from './load.mjs';
import { startHelper } from './processes.mjs';
import { alternate, compared } from './rounds.mjs';
import { answerOf, lastingHeaders, requireSame } from './same-answer.mjs';

const CONNECTIONS = 16;
/** A public page of the demonstration. */
export const PAGE = '/indikator/folkmangd';

/** (a) A page of the demonstration, already in the cache, against the same headers and bytes from memory. */
export async function measurePage({ world, ...how }) {
  const app = await world.demonstration();
  const headers = { 'accept-encoding': 'br' };
  await answerOf(`${app.url}${PAGE}`, headers);
  const { headers: given, body } = await answerOf(`${app.url}${PAGE}`, headers);
  const orders = { page: { headers: lastingHeaders(given), body: body.toString('base64') } };
  return againstHand({ ...how, app, orders, paths: { app: PAGE, hand: '/page' }, headers });
}

/** (b) The municipality's series of one indicator, ten years of quarters, against one named statement. */
export async function measureSeries({ world, ...how }) {
  const app = await world.running('large');
  const path = `/api/indicators/${slugOf(0)}/series?territory=${world.territory}`;
  const { headers } = await answerOf(`${app.url}${path}`);
  const orders = { databaseUrl: app.urls.app, series: { headers: lastingHeaders(headers) } };
  return againstHand({ ...how, app, orders, databasePid: await world.databasePid(), paths: { app: path, hand: path } });
}

/** (c) Every status of the strategy for a signed-in politician, against one statement that checks the session and computes them in SQL. */
export async function measureGoals({ world, ...how }) {
  const app = await world.running('large');
  const path = '/api/overview';
  return againstHand({
    ...how,
    app,
    databasePid: await world.databasePid(),
    orders: { databaseUrl: app.urls.app, goals: { territory: world.territory } },
    paths: { app: path, hand: path },
    headers: { cookie: app.people.reviewer.cookie },
    requireEqual: requireSameStatuses,
  });
}

/**
 * Both sides in turn, after making sure that they answer the same (`requireEqual` of both answers: the same bytes, where nothing else is
 * said). Gives `compared()` and the size of both answers.
 */
export async function againstHand(order) {
  const { app, load, rounds, seconds, orders, paths, databasePid, headers = {}, requireEqual = requireSame } = order;
  const hand = await startHelper('hand-server.mjs', orders);
  try {
    const urls = { app: `${app.url}${paths.app}`, hand: `${hand.ready.url}${paths.hand}` };
    const answers = { app: await answerOf(urls.app, headers), hand: await answerOf(urls.hand, headers) };
    requireEqual(answers.app, answers.hand);
    const side = (url, pid) =>
      loadSide({ load, pid, databasePid, seconds, order: { kind: 'read', url, headers, connections: CONNECTIONS } });
    const measured = await alternate({ rounds, sides: { app: side(urls.app, app.pid), hand: side(urls.hand, hand.pid) } });
    return { ...compared(measured), bytes: answers.app.body.length, handBytes: answers.hand.body.length };
  } finally {
    await hand.stop();
  }
}

/** Throws unless both know every goal, assess every indicator, and say the same of each. */
export function requireSameStatuses(app, hand) {
  const statuses = (goals, fulfilmentOf) =>
    goals.flatMap((goal) => [
      `${goal.slug}: ${fulfilmentOf(goal)}`,
      ...goal.indicators.map(({ slug, status }) => `${goal.slug}, ${slug}: ${status}`).sort(),
    ]);
  for (const { status, body } of [app, hand]) if (status !== 200) throw new Error(`The goals answered ${status}: ${body.subarray(0, 200)}`);
  const ours = statuses(JSON.parse(app.body).areas.flatMap(({ goals }) => goals), ({ rollUp }) => rollUp.fulfilment); // prettier-ignore
  const theirs = statuses(JSON.parse(hand.body), ({ fulfilment }) => fulfilment);
  const assessed = ours.filter((line) => !line.endsWith(': not-assessable'));
  if (assessed.length !== GOALS + INDICATORS) throw new Error(`The overview should assess everything; it says: ${ours.join('; ')}`);
  const other = ours.findIndex((line, at) => line !== theirs[at]);
  if (other >= 0 || ours.length !== theirs.length) throw new Error(`The sides differ in a status: ${ours[other]} and ${theirs[other]}`);
}

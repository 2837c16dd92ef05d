/** (j) Sixty reporters who save and submit at once, against one hand-written statement for each of the two requests. */
import { withClient } from './databases.mjs';
import { requireSameRows } from './entry-rows.mjs';
import { lanesOf, makeSeries, quartersBefore } from './entry-series.mjs';
import { slugOf } from './generated-strategy.mjs';
import { loadSide } from './load.mjs';
import { startHelper } from './processes.mjs';
import { alternate, compared } from './rounds.mjs';
import { signInAs } from './world.mjs';

export const REPORTERS = 60;
const INDICATOR = slugOf(4);
/** Twice as many as reporters: one may be handed out for a request that the end of a round cut off. */
const LANES = 2 * REPORTERS;
const SERIES_PER_LANE = 10;

/**
 * Measures both sides in turn; gives `compared()` (figures a second; `p97_5` and `p99` of a request in milliseconds). Throws on any answer that
 * is no success, and when the two sides did not leave the same rows.
 */
export async function measureCrowd({ world, load, rounds, seconds }) {
  const app = await world.running('large');
  const reporters = [];
  for (let at = 0; at < REPORTERS; at++) reporters.push(await signInAs(app.url, 'reporter'));
  const wanted = { indicator: INDICATOR, territory: world.territory, prefix: 'crowd', count: LANES * SERIES_PER_LANE };
  const series = await withClient(app.urls.owner, (client) => makeSeries(client, wanted));
  const hand = await startHelper('hand-server.mjs', { databaseUrl: app.urls.app, entries: { territory: world.territory } });
  try {
    const databasePid = await world.databasePid();
    const side = (name, { url, pid }) => {
      const lanes = lanesOf(series[name], LANES).map((lane, at) => ({ ...lane, reporter: reporters[at % REPORTERS] }));
      const order = {
        ...{ kind: 'entries', side: `crowd ${name}`, url, connections: REPORTERS, steps: ['submit'] },
        ...{ people: app.people, indicator: INDICATOR, periods: quartersBefore(world.year), lanes },
      };
      return loadSide({ load, pid, databasePid, seconds, order });
    };
    const sides = { app: side('app', app), hand: side('hand', { url: hand.ready.url, pid: hand.pid }) };
    const result = compared(await alternate({ rounds, sides }));
    await withClient(app.urls.owner, (client) => requireSameRows(client, { prefix: 'crowd', state: 'submitted' }));
    return result;
  } finally {
    await hand.stop();
  }
}

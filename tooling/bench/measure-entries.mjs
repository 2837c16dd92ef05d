/** (d) A figure entered, submitted and approved, against one hand-written statement for each of the three requests. */
import { requireSameRows } from './entry-rows.mjs';
import { withClient } from './databases.mjs';
import { lanesOf, makeSeries, quartersBefore } from './entry-series.mjs';
import { slugOf } from './generated-strategy.mjs';
import { requireGuarantees } from './guarantees.mjs';
import { loadSide } from './load.mjs';
import { startHelper } from './processes.mjs';
import { alternate, compared } from './rounds.mjs';

const INDICATOR = slugOf(0);
const CONNECTIONS = 4;
/** Twice as many as connections: one may be handed out for a request that the end of a round cut off. */
const LANES = 8;
const SERIES_PER_LANE = 200;

/** Measures both sides in turn; gives `compared()` (entries a second). Throws when the two sides did not leave the same rows. */
export async function measureEntries({ world, load, rounds, seconds }) {
  const app = await world.running('large');
  const place = { indicator: INDICATOR, periods: quartersBefore(world.year) };
  const series = await withClient(app.urls.owner, (client) =>
    makeSeries(client, { indicator: INDICATOR, territory: world.territory, prefix: 'bench', count: LANES * SERIES_PER_LANE }),
  );
  const hand = await startHelper('hand-server.mjs', { databaseUrl: app.urls.app, entries: { territory: world.territory } });
  try {
    for (const [name, { url }] of [['app', app], ['hand', hand.ready]]) await requireGuarantees({ url, people: app.people, place, lane: { series: [series[name].pop()], at: 0 } }); // prettier-ignore
    const databasePid = await world.databasePid();
    const side = (name, { url, pid }) => {
      const order = {
        kind: 'entries',
        side: name,
        url,
        connections: CONNECTIONS,
        people: app.people,
        ...place,
        lanes: lanesOf(series[name], LANES),
      };
      return loadSide({ load, pid, databasePid, seconds, order });
    };
    const sides = { app: side('app', app), hand: side('hand', { url: hand.ready.url, pid: hand.pid }) };
    const result = compared(await alternate({ rounds, sides }));
    await withClient(app.urls.owner, (client) => requireSameRows(client, { prefix: 'bench', state: 'approved' }));
    return result;
  } finally {
    await hand.stop();
  }
}

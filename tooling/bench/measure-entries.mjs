/** (d) A figure entered, submitted and approved, against one hand-written statement for each of the three requests. */
import { requireSameRows } from './entry-rows.mjs';
import { withClient } from './databases.mjs';
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
const YEARS = 6;

/** Measures both sides in turn; gives `compared()` (entries a second). Throws when the two sides did not leave the same rows. */
export async function measureEntries({ world, load, rounds, seconds }) {
  const app = await world.running('large');
  const place = { indicator: INDICATOR, periods: quartersBefore(world.year) };
  const series = await withClient(app.urls.owner, (client) => makeSeries(client, world.territory));
  const hand = await startHelper('hand-server.mjs', { databaseUrl: app.urls.app, entries: { territory: world.territory } });
  try {
    for (const [name, { url }] of [['app', app], ['hand', hand.ready]]) await requireGuarantees({ url, people: app.people, place, lane: laneOf(series[name].pop()) }); // prettier-ignore
    const databasePid = await world.databasePid();
    const side = (name, { url, pid }) => {
      const order = {
        kind: 'entries',
        side: name,
        url,
        connections: CONNECTIONS,
        people: app.people,
        ...place,
        lanes: lanesOf(series[name]),
      };
      return loadSide({ load, pid, databasePid, seconds, order });
    };
    const sides = { app: side('app', app), hand: side('hand', { url: hand.ready.url, pid: hand.pid }) };
    const result = compared(await alternate({ rounds, sides }));
    await withClient(app.urls.owner, (client) => requireSameRows(client));
    return result;
  } finally {
    await hand.stop();
  }
}

/** The quarters of whole past years, which nobody can call too early. */
function quartersBefore(year) {
  return Array.from({ length: YEARS * 4 }, (_, at) => `${year - YEARS + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
}

/** Empty series for each side, by their breakdowns, recorded in one sealed transaction; a first figure would otherwise make them. */
async function makeSeries(client, territory) {
  const make = async (side) => {
    const { rows } = await client.query(
      `insert into series_head (indicator_id, territory_id, breakdown)
       select i.id, t.id, $3 || n from indicator i, territory t, generate_series(1, $4::int) n
        where i.slug = $1 and t.code = $2 returning breakdown`,
      [INDICATOR, territory, `bench-${side}=`, LANES * SERIES_PER_LANE],
    );
    return rows.map(({ breakdown }) => breakdown);
  };
  await client.query('begin');
  const series = { app: await make('app'), hand: await make('hand') };
  await client.query(`select seal('{"action":"bench.series","by":null,"facts":{},"subject":"bench"}')`);
  await client.query('commit');
  return series;
}

const laneOf = (breakdown) => ({ series: [breakdown], at: 0 });

function lanesOf(breakdowns) {
  return Array.from({ length: LANES }, (_, lane) => ({ series: breakdowns.filter((_, at) => at % LANES === lane), at: 0 }));
}

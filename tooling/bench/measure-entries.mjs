/** (d) An entry through the whole write path, against the same statements by hand. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseUrls, withClient } from './databases.mjs';
import { recordSteps } from './entry-recording.mjs';
import { loadSide } from './load.mjs';
import { signIn } from './people.mjs';
import { startHelper } from './processes.mjs';
import { alternate, compared } from './rounds.mjs';

/** An indicator of the demonstration, who reports it and who reviews it. */
const INDICATOR = 'dialogdeltagare';
const PEOPLE = { reporter: 'anna', reviewer: 'karin' };
const CONNECTIONS = 4;
/** Twice as many as connections: one may be handed out for a request that the end of a round cut off. */
const LANES = 8;
const SERIES_PER_LANE = 60;
const YEARS = 6;

/**
 * Measures both sides in turn on the running `app` of `dataDir`; gives `compared()` (entries a second) and the number of
 * statements an entry takes. Throws when the two sides did not leave the same rows.
 */
export async function measureEntries({ app, load, main, dataDir, territory, rounds, seconds }) {
  const urls = await databaseUrls(dataDir);
  const place = { indicator: INDICATOR, periods: quartersBefore(new Date().getFullYear()) };
  const signedIn = (url) => signInBoth(url, dataDir);
  const series = await withClient(urls.owner, (client) => makeSeries(client, territory));
  const steps = await recordSteps({ main, dataDir, place, series: series.watched, signedIn });
  const bare = await startHelper('bare-server.mjs', { databaseUrl: urls.app, entries: { steps, series: series.bare } });
  try {
    const people = await signedIn(app.url);
    const side = (name, { url, pid }) =>
      loadSide({
        load,
        pid,
        seconds,
        order: { kind: 'entries', side: name, url, connections: CONNECTIONS, people, ...place, lanes: lanesOf(series[name]) },
      });
    const sides = { app: side('app', app), bare: side('bare', { url: bare.ready.url, pid: bare.pid }) };
    const result = compared(await alternate({ rounds, sides }));
    await withClient(urls.owner, (client) => requireSameRows(client, series));
    return { ...result, statements: Object.values(steps).reduce((sum, { statements }) => sum + statements.length, 0) };
  } finally {
    await bare.stop();
  }
}

/** The quarters of whole past years, which nobody can call too early. */
function quartersBefore(year) {
  return Array.from({ length: YEARS * 4 }, (_, at) => `${year - YEARS + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
}

async function signInBoth(url, dataDir) {
  const accounts = JSON.parse(await readFile(join(dataDir, 'demonstration-accounts.json'), 'utf8'));
  const of = (username) =>
    signIn(
      url,
      accounts.find((account) => account.username === username),
    );
  return { reporter: await of(PEOPLE.reporter), reviewer: await of(PEOPLE.reviewer) };
}

/** Empty series for each side, as pairs of breakdown and number; a first figure would otherwise make them. */
async function makeSeries(client, territory) {
  const make = async (side, count) => {
    const { rows } = await client.query(
      `insert into series_head (indicator_id, territory_id, breakdown)
       select i.id, t.id, $3 || n from indicator i, territory t, generate_series(1, $4::int) n
        where i.slug = $1 and t.code = $2 returning breakdown, id`,
      [INDICATOR, territory, `bench-${side}=`, count],
    );
    return rows.map(({ breakdown, id }) => [breakdown, id]);
  };
  const perSide = LANES * SERIES_PER_LANE;
  return { watched: await make('watched', 2), app: await make('app', perSide), bare: await make('bare', perSide) };
}

function lanesOf(series) {
  return Array.from({ length: LANES }, (_, lane) => ({
    series: series.filter((_, at) => at % LANES === lane).map(([breakdown]) => breakdown),
    at: 0,
  }));
}

/** Every approved entry of either side must have left the same rows: an author, three events, one revision, a trail of three. */
async function requireSameRows(client, series) {
  const { rows } = await client.query(
    `select h.id = any($1) as is_bare, count(*) as entries,
            array_agg(distinct (select count(*) from entry_author w where w.entry_id = e.id)) as authors,
            array_agg(distinct (select count(*) from entry_event v where v.entry_id = e.id)) as events,
            array_agg(distinct (select count(*) from observation o where o.entry_id = e.id)) as observations
       from entry e join series_head h on h.id = e.series_id
      where h.id = any($1 || $2::int[]) and e.state = 'approved' group by 1`,
    [series.bare.map(([, id]) => id), series.app.map(([, id]) => id)],
  );
  const of = (isBare) => rows.find((row) => row.is_bare === isBare);
  const shape = (row) => JSON.stringify([row?.authors, row?.events, row?.observations]);
  if (shape(of(true)) !== shape(of(false)))
    throw new Error(`The sides left other rows per entry: ${shape(of(false))} and ${shape(of(true))}`);
}

/** (a) A cached public page and (b) a series as JSON, against the bare limit. */
import { databaseUrls } from './databases.mjs';
import { loadSide } from './load.mjs';
import { startHelper } from './processes.mjs';
import { alternate, compared } from './rounds.mjs';
import { answerOf, lastingHeaders, requireSame } from './same-answer.mjs';

const CONNECTIONS = 16;

/** (a) The page at `path`, already in the cache, against the same headers and bytes from memory. */
export async function measurePage({ app, load, path, rounds, seconds }) {
  const headers = { 'accept-encoding': 'br' };
  await answerOf(`${app.url}${path}`, headers);
  const { headers: given, body } = await answerOf(`${app.url}${path}`, headers);
  const orders = { page: { headers: lastingHeaders(given), body: body.toString('base64') } };
  return againstBare({ app, load, rounds, seconds, orders, paths: { app: path, bare: '/page' }, headers });
}

/** (b) The series at `path` (`/api/indicators/SLUG/series?territory=CODE`), against one named statement. */
export async function measureSeries({ app, load, dataDir, path, rounds, seconds }) {
  const { headers } = await answerOf(`${app.url}${path}`);
  const orders = { databaseUrl: (await databaseUrls(dataDir)).app, series: { headers: lastingHeaders(headers) } };
  return againstBare({ app, load, rounds, seconds, orders, paths: { app: path, bare: path } });
}

/** Both sides in turn, after making sure that they give the same bytes. Gives `compared()` and the size of the answer. */
export async function againstBare({ app, load, rounds, seconds, orders, paths, headers = {} }) {
  const bare = await startHelper('bare-server.mjs', orders);
  try {
    const urls = { app: `${app.url}${paths.app}`, bare: `${bare.ready.url}${paths.bare}` };
    const same = await answerOf(urls.app, headers);
    requireSame(same, await answerOf(urls.bare, headers));
    const side = (url, pid) => loadSide({ load, pid, seconds, order: { kind: 'read', url, headers, connections: CONNECTIONS } });
    const measured = await alternate({ rounds, sides: { app: side(urls.app, app.pid), bare: side(urls.bare, bare.pid) } });
    return { ...compared(measured), bytes: same.body.length };
  } finally {
    await bare.stop();
  }
}

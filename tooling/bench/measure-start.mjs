/** (h) How fast the application starts, what it holds in memory, and what its public pages weigh, on the demonstration. */
import { PAGE } from './measure-reads.mjs';
import { firstPaint, initialScripts } from './page-weight.mjs';
import { memoryOf, memoryOfChildren } from './processes.mjs';

/** Memory is what the application holds when this is measured: after the load, where other measures came before. */
export async function measureStart({ world, isQuick }) {
  const app = await world.demonstration();
  const pages = [];
  for (const path of ['/', PAGE])
    pages.push({ path, scripts: await initialScripts(`${app.url}${path}`), paint: await paintOf(`${app.url}${path}`, isQuick) });
  return {
    starts: app.starts,
    memory: { idle: app.idle, idleDatabase: app.idleDatabase, loaded: memoryOf(app.pid), loadedDatabase: memoryOfChildren(app.pid) },
    pages,
  };
}

/** SKIP_BROWSER=1 does without a browser, as in the tests. */
function paintOf(url, isQuick) {
  return isQuick || process.env.SKIP_BROWSER === '1' ? undefined : firstPaint(url);
}

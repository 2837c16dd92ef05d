/** (l) A file of a hundred thousand rows through the page: sent, checked, confirmed, approved and published, against a hand-written program. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withClient } from './databases.mjs';
import { slugOf } from './generated-strategy.mjs';
import { HEAP } from '../tasks/build.mjs';
import { LEFT } from './measure-import.mjs';
import { jsonOf } from './people.mjs';
import { memoryOf, startApp } from './processes.mjs';
import { alternate, compared, percentile } from './rounds.mjs';
import { importByHand, signInAs } from './world.mjs';

/** As many as the page takes. */
const ROWS = 100_000;
const ASK_EVERY_MS = 100;
const READ_EVERY_MS = 25;
const LOOK_EVERY_MS = 20;
const WARM_UP_READS = 40;
/** So long pages are read before, to see what they alone take. */
const QUIET_MS = 3000;
const WATCH_LOOP = fileURLToPath(new URL('watch-loop.mjs', import.meta.url));

/**
 * Each side in turn, each time into a fresh copy of the strategy's database; the application with its first requests behind it, and public pages
 * read all the while. Gives `compared()` in rows a second, the application's with `moreMemory` (MiB above what it held before), `loopP99` (ms that its
 * event loop was held up) and `readP99` (ms of a public page). Throws when the two leave other figures, or when a page is not answered.
 */
export async function measureUpload({ world, importRounds }) {
  const path = await firstRows(world);
  let made = 0;
  const left = {};
  const side = (name, run) => async () => {
    const database = `bench_upload_${name}_${++made}`;
    const urls = await world.copy(database);
    const measured = await run({ urls, env: await world.environment(database) });
    left[name] = await withClient(urls.owner, async (client) => (await client.query(LEFT)).rows[0]);
    await world.drop(database);
    return { ...measured, perSecond: (ROWS / measured.took) * 1000 };
  };
  const sides = {
    app: side('app', ({ env }) => throughThePage({ world, path, env })),
    hand: side('hand', ({ urls }) => importByHand(path, urls)),
  };
  const result = compared(await alternate({ rounds: importRounds, sides, isCold: true }));
  const [app, hand] = [JSON.stringify(left.app), JSON.stringify(left.hand)];
  if (app !== hand || left.app.rows !== ROWS) throw new Error(`The sides left other figures of ${ROWS} rows: ${app} and ${hand}`);
  return { ...result, rows: ROWS };
}

async function firstRows(world) {
  const { path } = await world.file('upload');
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, `${lines.slice(0, ROWS + 1).join('\n')}\n`);
  return path;
}

async function throughThePage({ world, path, env }) {
  const app = await startApp({ main: world.built('main.mjs'), env, execArgv: [...HEAP, '--import', WATCH_LOOP] });
  try {
    const [reporter, reviewer] = [await signInAs(app.url, 'reporter'), await signInAs(app.url, 'reviewer')];
    const reader = readPages(app.url);
    await reader.warmUp();
    const quiet = watchMemory(app.pid);
    await sleep(QUIET_MS);
    const before = quiet.stop();
    const peak = watchMemory(app.pid);
    app.child.send('loop begin');
    const begun = performance.now();
    await publish(app.url, { reporter, reviewer, content: await readFile(path) });
    const took = performance.now() - begun;
    const answer = once(app.child, 'message');
    app.child.send('loop end');
    const [{ loopP99 }] = await answer;
    return { took, loopP99, readP99: await reader.end(), moreMemory: peak.stop() - before };
  } finally {
    await app.stop();
  }
}

/** What the two people do on the page, and no longer than they wait for it. */
async function publish(url, { reporter, reviewer, content }) {
  const sent = await fetch(`${url}/api/imports?file=matfil.csv`, {
    method: 'POST',
    headers: { ...reporter, 'content-type': 'application/octet-stream' },
    body: content,
  });
  if (sent.status !== 201) throw new Error(`The file was answered with ${sent.status}: ${await sent.text()}`);
  let file = await sent.json();
  const address = `${url}/api/imports/${file.id}`;
  const headers = () => ({ 'if-match': `"${file.version}"`, 'idempotency-key': randomUUID() });
  const take = async (as, step) => {
    file = await jsonOf(`${address}/steps`, { as, body: { step }, headers: headers(), status: 201 });
    while (['checking', 'publishing'].includes(file.state)) {
      await sleep(ASK_EVERY_MS);
      file = await (await fetch(address, { headers: as })).json();
    }
  };
  file = await jsonOf(`${address}/choices`, {
    as: reporter,
    method: 'PUT',
    body: { ...file.choices, source: 'Mätfil' },
    headers: headers(),
  });
  await take(reporter, 'check');
  await take(reporter, 'confirm');
  await take(reviewer, 'approve');
  if (file.state !== 'published') throw new Error(`The file is ${file.state}: ${JSON.stringify(file.outcome)}`);
}

/** A reader of public pages, one after the other. */
function readPages(url) {
  const paths = ['/', `/indikator/${slugOf(0)}`, '/mal/mal-1'];
  const times = [];
  let isOver = false;
  const read = async (at) => {
    const begun = performance.now();
    const answer = await fetch(`${url}${paths[at % paths.length]}`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${answer.url} answers ${answer.status}`);
    return performance.now() - begun;
  };
  let reading = Promise.resolve();
  const go = async () => {
    for (let at = 0; !isOver; at++) {
      times.push(await read(at));
      await sleep(READ_EVERY_MS);
    }
  };
  return {
    warmUp: async () => {
      for (let at = 0; at < WARM_UP_READS; at++) await read(at);
      reading = go();
    },
    end: async () => {
      isOver = true;
      await reading;
      return percentile(times, 0.99);
    },
  };
}

function watchMemory(pid) {
  let peak = memoryOf(pid);
  const timer = setInterval(() => (peak = Math.max(peak, memoryOf(pid))), LOOK_EVERY_MS);
  return { stop: () => (clearInterval(timer), peak) };
}

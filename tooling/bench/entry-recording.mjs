/** Watches the application take entries through the write path, so that the bare side sends the very same statements. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { databaseSettings } from './databases.mjs';
import { figureOf, VALUES } from './entry-requests.mjs';
import { startApp } from './processes.mjs';
import { quarterEnd } from './replay.mjs';
import { templateOf } from './statement-template.mjs';

const RECORDER = fileURLToPath(new URL('record-statements.mjs', import.meta.url));
/** Time enough for the last message of a request to come through. */
const QUIET_MS = 100;

/**
 * The statements and answers of the three requests, as templates by request. A second application on the same database
 * is watched, so that the measured one is not slowed. `signedIn(url)` gives the headers of both people; `series`: two
 * pairs of breakdown and number, `place`: the indicator and its periods.
 */
export async function recordSteps({ main, dataDir, place, series, signedIn }) {
  const env = { ...(await databaseSettings(dataDir)), DATA_DIR: dataDir, DEMO: '0' };
  const app = await startApp({ main, env, nodeArguments: ['--import', RECORDER] });
  try {
    const people = await signedIn(app.url);
    const recordings = [];
    // The steady state, a series that already has figures; other periods in the second, but the same value.
    for (const [at, [breakdown, seriesId]] of series.entries()) {
      const watched = { app, people, place, lane: { series: [breakdown], at: 0 }, seriesId };
      for (let figure = 0; figure < VALUES.length * (at + 1); figure++) await takeEntry(watched);
      recordings.push(await takeEntry(watched));
    }
    const [one, other] = recordings;
    return Object.fromEntries(Object.keys(one).map((step) => [step, templateOf(one[step], other[step])]));
  } finally {
    await app.stop();
  }
}

/** Takes the lane's next figure through the three requests; gives each with its statements, answer and facts. */
async function takeEntry({ app, people, place, lane, seriesId }) {
  const body = figureOf(lane, place);
  const { period, breakdown } = JSON.parse(body);
  const record = await request(app, '/api/entries', { headers: people.reporter, body });
  const { id } = JSON.parse(record.answer);
  const step = (action, version, headers) =>
    request(app, `/api/entries/${id}/steps`, { headers: { ...headers, 'if-match': `"${version}"` }, body: JSON.stringify({ action }) });
  const recording = { record, submit: await step('submit', 1, people.reporter), approve: await step('approve', 2, people.reviewer) };
  const facts = { entryId: id, period, periodEnd: quarterEnd(period), breakdown, seriesId };
  for (const each of Object.values(recording)) Object.assign(each.facts, facts);
  return recording;
}

async function request(app, path, { headers, body }) {
  const statements = [];
  const hear = (message) => message.text && statements.push(message);
  app.child.on('message', hear);
  const key = randomUUID();
  const answer = await fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
    body,
  });
  const text = await answer.text();
  await sleep(QUIET_MS);
  app.child.off('message', hear);
  if (!answer.ok) throw new Error(`The application refused an entry of the bench: ${text}`);
  return { statements, answer: text, facts: { key } };
}

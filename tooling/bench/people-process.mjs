/**
 * People at work, in a process of their own: officials who save their drafts and readers of public addresses, for as long as it lives. The
 * first message is `{ url, officials, indicator, period, reads }` (`officials`: the headers of each); every later one asks what people met
 * since the one before, `{ saves, slowestSave, refused, reads, p99 }` in milliseconds; `refused` counts answers of 503, any other fault is an `{ error }`.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from './rounds.mjs';

const SAVES_EVERY_MS = 500;
const READERS = 4;
const READS_EVERY_MS = 100;
const UNAVAILABLE = 503;

let met;
const forget = () => (met = { saves: [], reads: [], refused: 0, fault: undefined });

async function begin({ url, officials, indicator, period, reads }) {
  forget();
  const drafts = [];
  for (const [at, headers] of officials.entries()) drafts.push(await beginDraft({ url, headers, at, figure: { indicator, period } }));
  for (const [at, draft] of drafts.entries())
    void work(() => save(draft), { every: SAVES_EVERY_MS, after: (at * SAVES_EVERY_MS) / officials.length });
  for (let at = 0; at < READERS; at++) {
    let next = at;
    const read = () => readOnce(`${url}${reads[next++ % reads.length]}`);
    void work(read, { every: READS_EVERY_MS, after: (at * READS_EVERY_MS) / READERS });
  }
  return {};
}

/** Each draft is of a series of its own, since a figure has one open entry. */
async function beginDraft({ url, headers: given, at, figure }) {
  const headers = { ...given, 'content-type': 'application/json' };
  const body = JSON.stringify({ ...figure, breakdown: `bench-official=${at + 1}`, value: 500, quality: 'final', answers: [] });
  const answer = await fetch(`${url}/api/entries`, { method: 'POST', headers: { ...headers, 'idempotency-key': randomUUID() }, body });
  if (answer.status !== 201) throw new Error(`A draft could not be begun: ${answer.status} ${await answer.text()}`);
  const { id, version } = await answer.json();
  return { url: `${url}/api/entries/${id}`, headers, version };
}

/** Again and again, at its own pace: who waited long for an answer goes on at once. */
async function work(task, { every, after }) {
  await sleep(after);
  for (;;) {
    const begun = performance.now();
    try {
      await task();
    } catch (error) {
      met.fault ??= error.message;
    }
    await sleep(Math.max(0, every - (performance.now() - begun)));
  }
}

async function save(draft) {
  const begun = performance.now();
  const headers = { ...draft.headers, 'if-match': `"${draft.version}"` };
  const body = JSON.stringify({ value: 500 + (draft.version % 7), quality: 'final', answers: [] });
  const answer = await fetch(draft.url, { method: 'PUT', headers, body });
  const text = await answer.text();
  met.saves.push(performance.now() - begun);
  if (answer.status === 200) draft.version = JSON.parse(text).version;
  else fail(answer, text);
}

async function readOnce(url) {
  const begun = performance.now();
  const answer = await fetch(url);
  const text = await answer.text();
  met.reads.push(performance.now() - begun);
  if (answer.status !== 200) fail(answer, text);
}

function fail({ status, url }, text) {
  if (status !== UNAVAILABLE) throw new Error(`${url} answered ${status}: ${text.slice(0, 200)}`);
  met.refused += 1;
}

function report() {
  const { saves, reads, refused, fault } = met;
  forget();
  if (fault) throw new Error(fault);
  return { saves: saves.length, slowestSave: Math.max(0, ...saves), refused, reads: reads.length, p99: percentile(reads, 0.99) };
}

let isBegun = false;
process.on('message', async (order) => {
  try {
    const answer = isBegun ? report() : await begin(order);
    isBegun = true;
    process.send(answer);
  } catch (error) {
    process.send({ error: error.message });
  }
});
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));

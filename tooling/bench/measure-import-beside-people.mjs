/** (f) A large import while officials save and the public reads: who works meanwhile must not notice. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { databaseUrls, withClient } from './databases.mjs';
import { runCommand } from './processes.mjs';

const INDICATOR = 'dialogdeltagare';
const INDICATORS = 79;
const QUARTERS = 64;
const OFFICIALS = 20;
const READERS = 4;
/** An official who types is saved about so often; a reader turns the page. */
const SAVE_EVERY_MS = 1000;
const READ_EVERY_MS = 100;
/** What nobody may notice, in milliseconds. */
export const LIMITS = { slowestSave: 500, readP99: 50 };

/**
 * Imports `rows` made-up figures with the command while twenty drafts are saved and pages are read on the running `app` of `dataDir`.
 * `reporter`: sign-in headers; `pages`: paths that the public reads; `approver`: who answers for the import. Gives
 * `{ rows, seconds, saves, refusedSaves, slowestSave, reads, refusedReads, readP99 }` (milliseconds; the import's start included).
 */
export async function measureImportBesidePeople({ app, built, dataDir, folder, territory, reporter, pages, approver, rows = 583_000 }) {
  const path = join(folder, `figures-${rows}.csv`);
  await pipeline(Readable.from(largeFile(rows)), createWriteStream(path));
  const { owner } = await databaseUrls(dataDir);
  const breakdowns = await withClient(owner, (client) => makeSeries(client, territory));
  const drafts = await Promise.all(breakdowns.map((breakdown) => begin(app.url, { reporter, breakdown })));
  const people = { isOver: false, saves: [], reads: [] };
  const atWork = [
    ...drafts.map((draft) => saveOnAndOn(app.url, { reporter, draft, people })),
    ...Array.from({ length: READERS }, (_, at) => readOnAndOn(app.url, { pages, at, people })),
  ];
  const orders = [path, '--source', 'Bench', '--new-indicators', '--approved-by', approver];
  try {
    const { took } = await runCommand(built('commands/import.mjs'), orders, { env: { DATA_DIR: dataDir } });
    return { rows, seconds: took / 1000, ...summed(people) };
  } finally {
    people.isOver = true;
    await Promise.all(atWork);
  }
}

function summed({ saves, reads }) {
  const refused = (answers) => answers.filter(({ status }) => status !== 200).length;
  return {
    saves: saves.length,
    refusedSaves: refused(saves),
    slowestSave: Math.max(...saves.map(({ ms }) => ms)),
    reads: reads.length,
    refusedReads: refused(reads),
    readP99: percentile(
      reads.map(({ ms }) => ms),
      0.99,
    ),
  };
}

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** Quarters of indicators for as many areas as the rows need. */
export function* largeFile(rows) {
  yield 'municipality_code,municipality,indicator,period,value,unit,source\n';
  for (let at = 0; at < rows; at++) {
    const quarter = at % QUARTERS;
    const indicator = Math.floor(at / QUARTERS) % INDICATORS;
    const area = Math.floor(at / QUARTERS / INDICATORS);
    const period = `${2010 + Math.floor(quarter / 4)}K${(quarter % 4) + 1}`;
    yield `B${area},Påhittad kommun ${area},Påhittat mått ${indicator},${period},${at % 9973}.${at % 10},antal,Bench\n`;
  }
}

/** A series for each official; gives their breakdowns. */
async function makeSeries(client, territory) {
  const { rows } = await client.query(
    `insert into series_head (indicator_id, territory_id, breakdown)
     select i.id, t.id, 'beside=' || n from indicator i, territory t, generate_series(1, $3::int) n where i.slug = $1 and t.code = $2
     on conflict (indicator_id, territory_id, breakdown) do update set breakdown = excluded.breakdown returning breakdown`,
    [INDICATOR, territory, OFFICIALS],
  );
  return rows.map(({ breakdown }) => breakdown);
}

async function begin(url, { reporter, breakdown }) {
  const period = `${new Date().getFullYear() - 1}-Q1`;
  const answer = await fetch(`${url}/api/entries`, {
    method: 'POST',
    headers: { ...reporter, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ indicator: INDICATOR, period, breakdown, value: 100, quality: 'final', answers: [] }),
  });
  const entry = await answer.json();
  if (answer.status !== 201) throw new Error(`A draft could not be begun: ${JSON.stringify(entry)}`);
  return { id: entry.id, version: entry.version };
}

/** Saves a draft with another value each time; a refusal is counted, and the draft saved again from the version it has. */
async function saveOnAndOn(url, { reporter, draft, people }) {
  for (let value = 100; !people.isOver; value++) {
    const answer = await timed(people.saves, `${url}/api/entries/${draft.id}`, {
      method: 'PUT',
      headers: { ...reporter, 'content-type': 'application/json', 'if-match': `"${draft.version}"` },
      body: JSON.stringify({ value, quality: 'final', answers: [] }),
    });
    if (answer?.version) draft.version = answer.version;
    await sleep(SAVE_EVERY_MS);
  }
}

async function readOnAndOn(url, { pages, at, people }) {
  for (let turn = at; !people.isOver; turn++) {
    await timed(people.reads, `${url}${pages[turn % pages.length]}`, {});
    await sleep(READ_EVERY_MS);
  }
}

/** The answer, when it is JSON; how long it took is kept. */
async function timed(kept, address, request) {
  const begun = performance.now();
  const answer = await fetch(address, request);
  const body = await answer.text();
  kept.push({ status: answer.status, ms: performance.now() - begun });
  return answer.headers.get('content-type')?.includes('json') ? JSON.parse(body) : undefined;
}

/** (e) An import of figures against COPY of the same rows into an equal table. */
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import pgCopy from 'pg-copy-streams';
import { createDatabase, databaseSettings, databaseUrls, withClient } from './databases.mjs';
import { runCommand, startApp } from './processes.mjs';
import { alternate, compared, median } from './rounds.mjs';

const RECORDER = fileURLToPath(new URL('record-statements.mjs', import.meta.url));
const TEMPLATE = 'bench_demonstration';
/** What an import writes by itself; the rest has defaults, as in the table. */
const COLUMNS =
  'series_id, period, period_end, revision, value, missing, quality, provenance, provenance_note, margin, respondents, source, reason, import_run_id, publish_at';

/**
 * Imports `path` into fresh copies of the demonstration, and COPYs the rows each import wrote into an equal table of that
 * copy, in turn. Times are of the database's work, from BEGIN to the acknowledged COMMIT; `wholeCommand` is the median of
 * the whole command in milliseconds, its start included. Gives `compared()` in rows a second.
 */
export async function measureImport({ built, dataDir, folder, path, approver, rounds }) {
  await makeTemplate({ built, dataDir, folder });
  let made = 0;
  let latest;
  const whole = [];
  const importRound = async () => {
    const database = `bench_import_${++made}`;
    await createDatabase(dataDir, database, TEMPLATE);
    const { rows, ms, took } = await importOnce({ built, dataDir, folder, path, approver, database });
    latest = { database, rows };
    whole.push(took);
    return { perSecond: (rows / ms) * 1000 };
  };
  // The warm-up imports first, so there are always rows to copy.
  const copyRound = async () => withClient((await databaseUrls(dataDir, latest.database)).owner, (client) => copyOnce(client, latest.rows));
  const sides = { app: importRound, bare: copyRound };
  const result = compared(await alternate({ rounds, sides }));
  return { ...result, rows: latest.rows, wholeCommand: median(whole) };
}

/** The demonstration in a database that nobody is connected to, to be copied. */
async function makeTemplate({ built, dataDir, folder }) {
  await createDatabase(dataDir, TEMPLATE);
  const app = await startApp({ main: built('main.mjs'), env: await settings({ dataDir, folder, database: TEMPLATE }) });
  await app.stop();
}

async function settings({ dataDir, folder, database }) {
  return { ...(await databaseSettings(dataDir, database)), DATA_DIR: join(folder, 'template'), DEMO: '1' };
}

async function importOnce({ built, dataDir, folder, path, approver, database }) {
  const env = await settings({ dataDir, folder, database });
  const orders = [path, '--source', 'KSI', '--new-indicators', '--approved-by', approver];
  const { took, messages } = await runCommand(built('commands/import.mjs'), orders, { env, nodeArguments: ['--import', RECORDER] });
  const { owner } = await databaseUrls(dataDir, database);
  const rows = await withClient(owner, async (client) => {
    const found = await client.query(
      'select count(*)::int as rows from observation where import_run_id = (select max(id) from import_run)',
    );
    return found.rows[0].rows;
  });
  return { rows, took, ms: importTransaction(messages) };
}

/** Milliseconds of the transaction that staged the file. */
function importTransaction(messages) {
  const staged = messages.findIndex(({ text }) => /create temporary table written/.test(text ?? ''));
  const begun = messages.slice(0, staged).findLast(({ text }) => /^(start transaction|begin)/i.test(text ?? ''));
  const ended = messages.slice(staged).find(({ committed }) => committed !== undefined);
  if (!begun || !ended) throw new Error('The import was not seen to begin and commit');
  return ended.committed - begun.at;
}

/** COPY of the rows the import wrote, from memory, into a table with the same defaults, indexes, checks, keys and triggers. */
async function copyOnce(client, rows) {
  const text = await copyText(client);
  await makeEqualTable(client);
  const begun = performance.now();
  await client.query('begin');
  await pipeline(Readable.from([text]), client.query(pgCopy.from(`copy equal_observation (${COLUMNS}) from stdin`)));
  await client.query('commit');
  const ms = performance.now() - begun;
  const counted = await client.query('select count(*)::int as rows from equal_observation');
  if (counted.rows[0].rows !== rows) throw new Error(`COPY wrote ${counted.rows[0].rows} rows where the import wrote ${rows}`);
  await client.query('drop table equal_observation');
  return { perSecond: (rows / ms) * 1000 };
}

async function copyText(client) {
  const chunks = [];
  const query = `copy (select ${COLUMNS} from observation where import_run_id = (select max(id) from import_run) order by id) to stdout`;
  for await (const chunk of client.query(pgCopy.to(query))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Foreign keys and triggers are the two things LIKE leaves out. */
async function makeEqualTable(client) {
  await client.query('create table equal_observation (like observation including all)');
  const { rows } = await client.query(
    `select format('alter table equal_observation add %s', pg_get_constraintdef(oid)) as make
       from pg_constraint where conrelid = 'observation'::regclass and contype = 'f'
     union all
     select replace(pg_get_triggerdef(oid), ' ON public.observation ', ' ON public.equal_observation ')
       from pg_trigger where tgrelid = 'observation'::regclass and not tgisinternal`,
  );
  for (const { make } of rows) await client.query(make);
}

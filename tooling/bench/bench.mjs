/**
 * `npm run bench [-- --quick] [-- --built FOLDER]`: measures the built application against the bare limit made of the same
 * parts, in one run, and writes docs/performance.md. `--quick` runs every measurement once and briefly and writes nothing;
 * `--built` names another build than dist.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { elapsed, say, sayFailure, step } from '../launcher/progress.mjs';
import { root } from '../tasks/build.mjs';
import { figuresFile } from './figures-file.mjs';
import { measureEntries } from './measure-entries.mjs';
import { measureGoals } from './measure-goals.mjs';
import { measureImport } from './measure-import.mjs';
import { measurePage, measureSeries } from './measure-reads.mjs';
import { firstPaint, initialScripts } from './page-weight.mjs';
import { memoryOf, memoryOfChildren, runCommand, startApp, startHelper } from './processes.mjs';
import { reportText, summaryText } from './report.mjs';

const TERRITORY = '0884';
const APPROVER = 'karin';
const PAGE = '/indikator/folkmangd';
const FULL = { rounds: 5, seconds: 2, importRounds: 3 };
const QUICK = { rounds: 1, seconds: 1, importRounds: 1 };

async function run() {
  const begun = Date.now();
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, built: { type: 'string', default: 'dist' } } });
  const folder = await mkdtemp(join(tmpdir(), 'slusen-bench-'));
  // The database may have to run as another user, who must come through to its own folder.
  await chmod(folder, 0o711);
  const load = await startHelper('load-process.mjs', { kind: 'ready' });
  try {
    const effort = values.quick ? QUICK : FULL;
    const built = (name) => resolve(root, values.built, 'api', name);
    const measures = await measureAll({
      ...effort,
      isQuick: values.quick,
      folder,
      dataDir: join(folder, 'data'),
      load,
      built,
      territory: TERRITORY,
    });
    console.log(summaryText(measures));
    if (!values.quick) await writeFile(join(root, 'docs/performance.md'), reportText(measures, { effort, day: new Date() }));
    say(
      `Measured in ${elapsed(begun)}${values.quick ? ' (quick: the figures mean little, docs/performance.md is as it was)' : ', written to docs/performance.md'}.`,
    );
  } finally {
    await load.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureAll(options) {
  const { built, dataDir, folder } = options;
  const env = { DATA_DIR: dataDir, DEMO: '1' };
  const start = () => startApp({ main: built('main.mjs'), env });
  const first = await step('First start, with the demonstration', start);
  await first.stop();
  const app = await step('Second start', start);
  try {
    const file = await figuresFile(folder);
    const orders = [file.path, '--source', 'Kommunstyrelsens kvartalsdata', '--new-indicators', '--approved-by', APPROVER];
    await step('Importing the second input', () => runCommand(built('commands/import.mjs'), orders, { env }));
    const startUp = { first: first.startedIn, second: app.startedIn };
    const measured = await measureRunning({ ...options, app, series: file.series });
    const imported = await step('(e) An import against COPY', () =>
      measureImport({ ...options, path: file.path, approver: APPROVER, rounds: options.importRounds }),
    );
    return { startUp, ...measured, imported, isRealFile: file.isReal };
  } finally {
    await app.stop();
  }
}

async function measureRunning(options) {
  const { app, built } = options;
  const memory = { idle: memoryOf(app.pid), idleDatabase: memoryOfChildren(app.pid) };
  const pages = await step('Scripts and first paint of the public pages', () => weighPages(app.url, options.isQuick));
  const page = await step('(a) A cached page', () => measurePage({ ...options, path: PAGE }));
  const series = await step('(b) A series as JSON', () => measureSeries({ ...options, path: options.series }));
  const goals = await step('(c) All goals of a strategy', () => measureGoals(options));
  const entries = await step('(d) An entry through the whole write path', () => measureEntries({ ...options, main: built('main.mjs') }));
  return {
    memory: { ...memory, loaded: memoryOf(app.pid), loadedDatabase: memoryOfChildren(app.pid) },
    pages,
    page,
    series,
    goals,
    entries,
  };
}

/** The start page and an indicator's page, each never seen before by the browser. */
async function weighPages(url, isQuick) {
  const weigh = async (path) => ({ path, scripts: await initialScripts(`${url}${path}`), paint: await paintOf(`${url}${path}`, isQuick) });
  return [await weigh('/'), await weigh(PAGE)];
}

/** SKIP_BROWSER=1 does without a browser, as in the tests. */
function paintOf(url, isQuick) {
  return isQuick || process.env.SKIP_BROWSER === '1' ? undefined : firstPaint(url);
}

run().then(
  () => process.exit(0),
  (error) => {
    sayFailure(error);
    process.exit(1);
  },
);

/**
 * `npm run bench [-- --quick] [-- --only c,d] [-- --built FOLDER]`: measures the built application against hand-written programs on the same
 * parts, and with the whole history against a tenth of it, in one run, and writes docs/performance.md. `--only` runs the measures with those
 * letters, `--quick` every one once and briefly; neither writes anything. `--built` names another build than dist.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { elapsed, say, sayFailure, step } from '../launcher/progress.mjs';
import { root } from '../tasks/build.mjs';
import { lettersOf, MEASURES } from './measures.mjs';
import { startHelper } from './processes.mjs';
import { reportText } from './report.mjs';
import { summaryText } from './report-summary.mjs';
import { World } from './world.mjs';

const FULL = { rounds: 5, seconds: 2, importRounds: 3, wholeRounds: 2, growthRounds: 7, strategistRounds: 5, quietSeconds: 10 };
const QUICK = {
  rounds: 1,
  seconds: 1,
  importRounds: 1,
  wholeRounds: 0,
  growthRounds: 1,
  strategistRounds: 1,
  quietSeconds: 3,
  isQuick: true,
};
const OPTIONS = { quick: { type: 'boolean' }, only: { type: 'string' }, built: { type: 'string', default: 'dist' } };

async function run() {
  const begun = Date.now();
  const { values } = parseArgs({ options: OPTIONS });
  const letters = lettersOf(values.only);
  const folder = await mkdtemp(join(tmpdir(), 'slusen-bench-'));
  // The database may have to run as another user, who must come through to its own folder.
  await chmod(folder, 0o711);
  const world = new World({ built: (name) => resolve(root, values.built, 'api', name), folder });
  const effort = values.quick ? QUICK : FULL;
  try {
    const measured = await measureAll({ world, letters, effort });
    console.log(summaryText(measured));
    const isWhole = !values.quick && values.only === undefined;
    if (isWhole) await writeFile(join(root, 'docs/performance.md'), reportText(measured, { effort, day: new Date() }));
    say(
      `Measured in ${elapsed(begun)}${isWhole ? ', written to docs/performance.md' : ' (not the whole: docs/performance.md is as it was)'}.`,
    );
  } finally {
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What each measure gave, by its letter. */
async function measureAll({ world, letters, effort }) {
  const load = await startHelper('load-process.mjs', { kind: 'ready' });
  const measured = {};
  try {
    for (const { letter, title, data, measure } of MEASURES.filter(({ letter }) => letters.includes(letter))) {
      for (const { named, make } of data) await step(named, () => make(world));
      measured[letter] = await step(`(${letter}) ${title}`, () => measure({ world, load, ...effort }));
    }
    return measured;
  } finally {
    await load.stop();
  }
}

run().then(
  () => process.exit(0),
  (error) => {
    sayFailure(error);
    process.exit(1);
  },
);

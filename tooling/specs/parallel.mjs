/** Runs compiled spec files in one process more than there are processors, a file at a time, in random order. */
import cluster from 'node:cluster';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import ParallelRunner from 'jasmine/parallel';
import { Report } from './report.mjs';
import { withSourceLines } from './source-lines.mjs';

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));

/**
 * Gives a `Report` of all `files` (absolute paths). What went wrong is written as it is: full message and stack of each
 * failure in lines of the sources, and the specs that were running when a process died. Jasmine keeps this process alive
 * after that, so whoever calls ends it.
 */
export async function runInParallel(files) {
  const report = new Report();
  const ends = processEnds();
  cluster.setupPrimary({ execArgv: [] });
  // One more than there are processors: whoever waits for the database leaves its processor to another.
  const runner = new ParallelRunner({ numWorkers: Math.min(availableParallelism() + 1, files.length) });
  runner.exitOnCompletion = false;
  runner.configureDefaultReporter({ stackFilter: withSourceLines });
  await runner.loadConfig({ helpers: [WORKER] });
  runner.addReporter(report);
  try {
    await runner.execute(files);
  } catch (error) {
    report.failed();
    console.error([error.message, ...report.unfinished.map((name) => `  while this ran: ${name}`)].join('\n'));
  }
  if ((await ends()).some((code) => code !== 0)) report.failed();
  return report;
}

/** Notes every process from now on; gives a function that waits for their ends and gives their exit codes. */
function processEnds() {
  const ends = [];
  const note = (worker) => ends.push(once(worker.process, 'exit').then(([code]) => code));
  cluster.on('fork', note);
  return () => Promise.all(ends).finally(() => cluster.off('fork', note));
}
